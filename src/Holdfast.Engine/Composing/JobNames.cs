using System.Collections.Immutable;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Facts;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;

namespace Holdfast.Engine.Composing;

/// <summary>
/// The names of Jobs. A Job's template can never be changed, so the name ends with a hash of what is fixed: an image or a variable
/// that changes makes another Job, which runs, and what changes nothing of that leaves the Job alone.
/// </summary>
internal static class JobNames
{
    /// <summary>Enough of the hash to tell two versions apart; the name stays short.</summary>
    private const int HashBytes = 4;

    /// <summary>The fields of a Job's spec that can change while it is there; Kubernetes documents all others as fixed.</summary>
    private static readonly ImmutableHashSet<string> Changeable =
        ImmutableHashSet.Create(StringComparer.Ordinal, "parallelism", "backoffLimit", "activeDeadlineSeconds", "ttlSecondsAfterFinished", "suspend");

    /// <summary>The name of an application's Job; the application's own name for every other kind.</summary>
    public static string Of(AppDeclaration app)
    {
        if (!HasOwnName(app))
        {
            return DeclaredReplicas.Name(app);
        }

        MappingNode? job = AppManifests.Compose(app, Reporter.None).FirstOrDefault(static node => ObjectView.KindOf(node) == JobView.Kind);
        return job.At("metadata", "name").TryGetString(out string? name) ? name : DeclaredReplicas.Name(app);
    }

    /// <summary>The same objects with the Job's final name, once all of the Job is known.</summary>
    public static ImmutableArray<MappingNode> Apply(AppDeclaration app, ImmutableArray<MappingNode> objects) =>
        HasOwnName(app) ? [.. objects.Select(Named)] : objects;

    private static bool HasOwnName(AppDeclaration app) => app.Kind == WorkloadKind.Job && !app.Job!.FixedName.OrDefault(false);

    private static MappingNode Named(MappingNode node)
    {
        if (ObjectView.KindOf(node) != JobView.Kind
            || node["spec"] is not MappingNode spec
            || node["metadata"] is not MappingNode metadata
            || metadata["name"] is not ScalarNode name)
        {
            return node;
        }

        string hash = NodeHash.Of(new MappingNode(spec.Entries.Where(static entry => !Changeable.Contains(entry.Key)).ToImmutableArray()), HashBytes);
        return Replace(node, "metadata", Replace(metadata, "name", ScalarNode.String(name.Text + "-" + hash, name.Location)));
    }

    private static MappingNode Replace(MappingNode node, string key, ManifestNode value) =>
        node.With(node.Entries.Select(entry => entry.Key == key ? new MappingEntry(key, value, entry.KeyPlace) : entry));
}
