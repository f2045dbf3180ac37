using Holdfast.Engine.Arguments;
using Holdfast.Engine.Composing;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Merging;
using Holdfast.Engine.Model.Fields;
using Holdfast.Engine.Model.Tree;
using Holdfast.WellKnown;

namespace Holdfast.Engine.Importing;

/// <summary>
/// A NetworkPolicy. Its rules are lists without keys, so what an attribute gives is tried whole; where no form of it gives the rules,
/// it declares none and the patch has them.
/// </summary>
internal static class PolicyImport
{
    public static NetworkPolicyDeclaration Of(AppDeclaration app, MappingNode policy, Declared<string> name)
    {
        bool hasEgress = policy.At("spec", "egress") is not null || (policy.At("spec", "policyTypes") as SequenceNode)?.Items.Any(static type => type.Is("Egress")) == true;
        Declared<EquatableArray<string>> none = Said.Of(EquatableArray<string>.Empty);
        NetworkPolicyDeclaration plain = new() { Name = name, RestrictEgress = hasEgress ? Said.Of(true) : default };
        NetworkPolicyDeclaration named = Clients(plain, policy);
        NetworkPolicyDeclaration[] forms =
        [
            plain,
            plain with { AnyClient = Said.Of(true) },
            named,
            plain with { PeerPorts = none },
            plain with { PeerPorts = none, AnyClient = Said.Of(true) },
            named with { PeerPorts = none },
            plain with { ClientPorts = none },
        ];
        NetworkPolicyDeclaration form = forms.FirstOrDefault(form => IsSame(app, form, policy, "ingress")) ?? plain with { PeerPorts = none, ClientPorts = none };
        NetworkPolicyDeclaration wider = Egress(form, policy);
        return IsSame(app, wider, policy, "egress") ? wider : form;
    }

    private static bool IsSame(AppDeclaration app, NetworkPolicyDeclaration form, MappingNode policy, string rules) =>
        NodeEquality.Same(ServerDefaults.Strip(NetworkPolicyComposer.Compose(app, form)).At("spec", rules), policy.At("spec", rules), FieldType.Any);

    private static NetworkPolicyDeclaration Clients(NetworkPolicyDeclaration policy, MappingNode node)
    {
        (Declared<EquatableArray<string>> labels, Declared<EquatableArray<string>> namespaces, Declared<EquatableArray<string>> networks) =
            Others(node.At("spec", "ingress").Mappings().LastOrDefault().At("from"));
        return policy with { ClientLabels = labels, ClientNamespaces = namespaces, ClientCidrs = networks };
    }

    private static NetworkPolicyDeclaration Egress(NetworkPolicyDeclaration policy, MappingNode node)
    {
        (Declared<EquatableArray<string>> labels, Declared<EquatableArray<string>> namespaces, Declared<EquatableArray<string>> networks) =
            Others(node.At("spec", "egress").Mappings().LastOrDefault().At("to"));
        return policy with { EgressLabels = labels, EgressNamespaces = namespaces, EgressCidrs = networks };
    }

    /// <summary>What may give the others of a rule; whether it does is seen by composing it.</summary>
    private static (Declared<EquatableArray<string>> Labels, Declared<EquatableArray<string>> Namespaces, Declared<EquatableArray<string>> Networks) Others(ManifestNode? peers)
    {
        MappingNode? pods = peers.Mappings().FirstOrDefault(static peer => peer["ipBlock"] is null);
        string[] networks = [.. peers.Mappings().Select(static peer => peer["ipBlock"]).Where(static block => block is not null).Select(static block =>
            (block.At("cidr").TryGetString(out string? cidr) ? cidr : string.Empty)
            + (Said.Texts(block.At("except")).TryGet(out EquatableArray<string> except) ? " except " + string.Join(", ", except) : string.Empty))];
        return (
            LabelTexts.Of(pods?["podSelector"]) is { } labels ? Said.Of(labels.ToEquatableArray()) : default,
            Namespaces(pods?["namespaceSelector"]),
            networks.Length == 0 ? default : Said.Of(networks.ToEquatableArray()));
    }

    private static Declared<EquatableArray<string>> Namespaces(ManifestNode? selector)
    {
        if (selector.At("matchLabels").At(KubernetesLabels.NamespaceName).TryGetString(out string? name))
        {
            return Said.Of(new[] { name }.ToEquatableArray());
        }

        return Said.Texts(selector.At("matchExpressions").Mappings().FirstOrDefault(static expression => expression["key"].Is(KubernetesLabels.NamespaceName)).At("values"));
    }
}
