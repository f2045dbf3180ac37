using Holdfast.Engine.Composing;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Merging;
using Holdfast.Engine.Model.Fields;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Importing;

/// <summary>Clients that a NetworkPolicy names by the labels of other workloads of the import become references to their types, where that gives the very same rules.</summary>
internal static class PolicyClients
{
    /// <param name="app">The application.</param>
    /// <param name="policy">Its policy as it is; null where it has none.</param>
    /// <param name="others">All other applications of the import.</param>
    public static AppDeclaration Apply(AppDeclaration app, MappingNode? policy, IReadOnlyList<AppDeclaration> others)
    {
        if (policy is null || app.NetworkPolicy is not { } declared || Rules(app, declared) is { } made && NodeEquality.Same(made, policy.At("spec", "ingress"), FieldType.Any))
        {
            return app;
        }

        AppReference?[] clients = [.. policy.At("spec", "ingress").Mappings()
            .SelectMany(static rule => rule["from"].Mappings())
            .Select(peer => Client(app, peer, others))];
        if (clients.Length == 0 || clients.Contains(null))
        {
            return app;
        }

        Declared<EquatableArray<AppReference>> references = Said.Of(clients.OfType<AppReference>().ToEquatableArray());
        NetworkPolicyDeclaration[] forms =
        [
            declared with { Clients = references, PeerPorts = default, ClientPorts = default },
            declared with { Clients = references, PeerPorts = Said.Of(EquatableArray<string>.Empty), ClientPorts = default },
        ];
        NetworkPolicyDeclaration? found = forms.FirstOrDefault(form => NodeEquality.Same(Rules(app, form), policy.At("spec", "ingress"), FieldType.Any));
        return found is null ? app : app with { NetworkPolicy = found };
    }

    private static ManifestNode? Rules(AppDeclaration app, NetworkPolicyDeclaration policy) =>
        ServerDefaults.Strip(NetworkPolicyComposer.Compose(app, policy)).At("spec", "ingress");

    private static AppReference? Client(AppDeclaration app, MappingNode peer, IReadOnlyList<AppDeclaration> others)
    {
        AppDeclaration? found = others.FirstOrDefault(other =>
            other.Namespace.Equals(app.Namespace)
            && NodeEquality.Same(peer, new MappingNode([new MappingEntry("podSelector", LabelSelectors.OwnReplicas(other))]), FieldType.Any));
        return found is null
            ? null
            : new AppReference(found.Type.Name, IsApp: true, IsOfThisProject: true, found.Name, found.Namespace) { Selectors = found.Selectors };
    }
}
