using System.Collections.Immutable;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.WellKnown;

namespace Holdfast.Engine.Composing;

/// <summary>The namespace of an application. Others may share it, so nothing in it is one application's.</summary>
internal static class NamespaceComposer
{
    public const string Kind = "Namespace";

    /// <summary>The label with the profile that the server holds pods to.</summary>
    public const string Enforce = "pod-security.kubernetes.io/enforce";

    private const string Restricted = "restricted";

    /// <summary>The namespace, where it is asked for and named; null where it is not.</summary>
    public static MappingNode? Compose(AppDeclaration app) => app.CreateNamespace.OrDefault(false) && app.Namespace.TryGet(out string? name)
        ? new MappingBuilder()
            .Add("apiVersion", "v1")
            .Add("kind", Kind)
            .Add("metadata", new MappingBuilder()
                .Add("name", ScalarNode.String(name, app.Namespace.Location))
                .Add("labels", new MappingBuilder().Add(KubernetesLabels.ManagedBy, ObjectMetadata.ManagedBy).Build())
                .Build(app.Namespace.Location))
            .Build(app.CreateNamespace.Location)
        : null;

    /// <summary>With the profile that the server is to hold pods to, where all pods of the objects meet it and nothing else is said.</summary>
    public static MappingNode Secure(MappingNode space, ImmutableArray<MappingNode> objects)
    {
        if (space.At("metadata", "labels") is not MappingNode labels
            || labels[Enforce] is not null
            || !objects.Select(PodOwnerView.Of).OfType<PodOwnerView>().All(PodSecurity.MeetsRestricted))
        {
            return space;
        }

        return space.With("metadata", ((MappingNode)space["metadata"]!).With("labels", labels.With(Enforce, ScalarNode.String(Restricted))));
    }

    /// <summary>Of the namespaces that applications of one folder make, the one with the highest rank is right for the pods of all.</summary>
    public static int RankOf(MappingNode space) => space.At("metadata", "labels", Enforce).Is(Restricted) ? 0 : 1;
}
