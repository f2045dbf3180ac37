using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;

namespace Holdfast.Engine.Importing;

/// <summary>
/// An object as it is applied: without what only the cluster writes, without nulls, in the API version that replaced a
/// removed one, with placeholders as the texts that they are.
/// </summary>
internal static class ObjectCleaner
{
    private static readonly HashSet<string> ServerMetadata = new(StringComparer.Ordinal)
    {
        "creationTimestamp", "uid", "resourceVersion", "generation", "selfLink", "managedFields",
    };

    private static readonly HashSet<string> ServerAnnotations = new(StringComparer.Ordinal)
    {
        "kubectl.kubernetes.io/last-applied-configuration", "deployment.kubernetes.io/revision", "batch.kubernetes.io/job-tracking",
    };

    /// <summary>What the API server labels a Job and its pods with, and selects them by.</summary>
    private static readonly HashSet<string> JobLabels = new(StringComparer.Ordinal)
    {
        "controller-uid", "job-name", "batch.kubernetes.io/controller-uid", "batch.kubernetes.io/job-name",
    };

    /// <summary>Addresses that the cluster gave to a Service, not those that it was asked for.</summary>
    private static readonly HashSet<string> GivenAddresses = new(StringComparer.Ordinal) { "clusterIP", "clusterIPs", "ipFamilies" };

    public static MappingNode Clean(MappingNode node)
    {
        bool isLive = node.At("metadata", "uid") is not null;
        MappingNode cleaned = (MappingNode)(Plain(node) ?? new MappingNode([]));
        if (RemovedApis.Successor(ObjectView.ApiVersionOf(cleaned), ObjectView.KindOf(cleaned)) is { } version)
        {
            cleaned = WithSelector(Set(cleaned, "apiVersion", ScalarNode.String(version)));
        }

        cleaned = cleaned.With(cleaned.Entries.Where(static entry => entry.Key != "status"));
        cleaned = Metadata(cleaned);
        if (cleaned["spec"] is MappingNode spec)
        {
            if (spec["template"] is MappingNode template)
            {
                spec = Set(spec, "template", Metadata(template));
            }

            if (spec["volumeClaimTemplates"] is SequenceNode claims)
            {
                spec = Set(spec, "volumeClaimTemplates", new SequenceNode(claims.Items.Select(static claim => claim is MappingNode mapping
                    ? Metadata(mapping.With(mapping.Entries.Where(static entry => entry.Key != "status")))
                    : claim)));
            }

            if (isLive && ObjectView.KindOf(cleaned) == ServiceView.Kind && !spec["clusterIP"].Is("None"))
            {
                spec = spec.With(spec.Entries.Where(static entry => !GivenAddresses.Contains(entry.Key)));
            }

            if (isLive && ObjectView.KindOf(cleaned) == JobView.Kind && !spec["manualSelector"].IsTrue())
            {
                spec = (MappingNode)WithoutJobLabels(spec.With(spec.Entries.Where(static entry => entry.Key != "selector")));
                cleaned = (MappingNode)WithoutJobLabels(cleaned);
            }

            cleaned = Set(cleaned, "spec", spec);
        }

        return cleaned;
    }

    /// <summary>Whether something in it is not known and was taken for text, or left out.</summary>
    public static bool HasUnknown(ManifestNode node) => node switch
    {
        UnknownNode => true,
        MappingNode mapping => mapping.IsOpen || mapping.Entries.Any(static entry => HasUnknown(entry.Value)),
        SequenceNode sequence => sequence.Items.Any(HasUnknown),
        _ => false,
    };

    /// <summary>In versions that are gone, a workload without a selector selected the labels of its pods; now it has to say so.</summary>
    private static MappingNode WithSelector(MappingNode node) =>
        node["spec"] is MappingNode spec && spec["selector"] is null && spec.At("template", "metadata", "labels") is MappingNode labels
            ? Set(node, "spec", spec.With([.. spec.Entries, new MappingEntry("selector", new MappingNode([new MappingEntry("matchLabels", labels)]))]))
            : node;

    private static MappingNode Metadata(MappingNode holder)
    {
        if (holder["metadata"] is not MappingNode metadata)
        {
            return holder;
        }

        metadata = metadata.With(metadata.Entries.Where(static entry => !ServerMetadata.Contains(entry.Key)));
        if (metadata["annotations"] is MappingNode annotations)
        {
            metadata = Set(metadata, "annotations", annotations.With(annotations.Entries.Where(static entry => !ServerAnnotations.Contains(entry.Key))));
        }

        return Set(holder, "metadata", metadata);
    }

    private static ManifestNode WithoutJobLabels(MappingNode node) => node.With(node.Entries.Select(static entry => entry switch
    {
        { Key: "labels", Value: MappingNode labels } => new MappingEntry(entry.Key, labels.With(labels.Entries.Where(static label => !JobLabels.Contains(label.Key))), entry.KeyLocation),
        { Key: "metadata" or "template", Value: MappingNode part } => new MappingEntry(entry.Key, WithoutJobLabels(part), entry.KeyLocation),
        _ => entry,
    }));

    private static ManifestNode? Plain(ManifestNode node)
    {
        switch (node)
        {
            case ScalarNode { Kind: ScalarKind.Null }:
                return null;
            case UnknownNode unknown:
                return (unknown.Text ?? unknown.Template) is { } text ? ScalarNode.String(text) : null;
            case SequenceNode sequence:
                return new SequenceNode(sequence.Items.Select(Plain).OfType<ManifestNode>());
            case MappingNode mapping:
                var entries = new List<MappingEntry>();
                foreach (MappingEntry entry in mapping.Entries)
                {
                    if (Plain(entry.Value) is { } value && !entries.Exists(earlier => earlier.Key == entry.Key))
                    {
                        entries.Add(new MappingEntry(entry.Key, value));
                    }
                }

                return new MappingNode(entries);
            default:
                return node;
        }
    }

    private static MappingNode Set(MappingNode node, string key, ManifestNode value) =>
        node.With(node.Entries.Select(entry => entry.Key == key ? new MappingEntry(key, value, entry.KeyLocation) : entry));
}
