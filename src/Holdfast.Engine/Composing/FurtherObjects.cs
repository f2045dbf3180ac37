using System.Collections.Immutable;
using Holdfast.Engine.Composing.Further;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.WellKnown;

namespace Holdfast.Engine.Composing;

/// <summary>The objects of <c>[Manifest]</c>, with what the application's own objects have and they do not say.</summary>
internal static class FurtherObjects
{
    public static ImmutableArray<MappingNode> Compose(AppDeclaration app, IEnumerable<MappingNode> made, Reporter context) =>
        [.. FurtherManifests.Read(app.Manifests, app.Namespace.TryGet(out string? space) ? space : null, made, context).Select(node => Complete(app, node))];

    /// <summary>
    /// A namespace where the kind has one, and labels where there are none at all. The labels of a Pod are what Services select, so it gets
    /// none, and what belongs to the cluster is not one application's.
    /// </summary>
    private static MappingNode Complete(AppDeclaration app, MappingNode node)
    {
        string kind = ObjectView.KindOf(node);
        if (node["metadata"] is not MappingNode metadata || ClusterKinds.Contains(kind))
        {
            return node;
        }

        MappingNode own = ObjectMetadata.Of(app, app.Name, ManifestTarget.Workload);
        MappingNode complete = metadata;
        if (metadata["namespace"] is null && own["namespace"] is { } space)
        {
            complete = With(complete, "namespace", space, after: "name");
        }

        if (metadata["labels"] is null && kind != "Pod" && own["labels"] is { } labels)
        {
            complete = With(complete, "labels", labels, after: complete["namespace"] is null ? "name" : "namespace");
        }

        return ReferenceEquals(complete, metadata) ? node : node.With("metadata", complete);
    }

    private static MappingNode With(MappingNode mapping, string key, ManifestNode value, string after)
    {
        var entries = new List<MappingEntry>(mapping.Entries);
        entries.Insert(entries.FindIndex(entry => entry.Key == after) + 1, new MappingEntry(key, value));
        return mapping.With(entries);
    }
}
