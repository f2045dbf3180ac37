using System.Collections.Immutable;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;

namespace Holdfast.Engine.Planning;

/// <summary>What applying manifests would change, compared with those that were applied before.</summary>
/// <param name="Objects">The objects that differ, in the order of the manifests; what is gone comes last.</param>
/// <param name="Unchanged">How many objects stay as they are.</param>
internal sealed record ManifestDifference(ImmutableArray<ObjectChange> Objects, int Unchanged)
{
    public bool IsEmpty => Objects.All(static change => change is { Kind: ObjectChangeKind.Changed, Fields.IsEmpty: true });

    /// <param name="before">What was applied, or what the cluster holds.</param>
    /// <param name="after">What would be applied.</param>
    public static ManifestDifference Of(IEnumerable<MappingNode> before, IEnumerable<MappingNode> after)
    {
        ObjectIdentity[] then = [.. before.Select(static node => new ObjectIdentity(node))];
        var left = new HashSet<ObjectIdentity>(then);
        ILookup<(string, string, string), ObjectIdentity> byName = then.Where(static one => one.IsKnown).ToLookup(static one => one.Key);
        ImmutableArray<ObjectChange>.Builder changes = ImmutableArray.CreateBuilder<ObjectChange>();
        int unchanged = 0;
        foreach (ObjectIdentity now in after.Select(static node => new ObjectIdentity(node)))
        {
            ObjectIdentity? earlier = now.IsKnown ? now.Among(byName[now.Key].Where(left.Contains)) : null;
            if (earlier is null)
            {
                changes.Add(new ObjectChange(ObjectChangeKind.Added, null, now.Node, []));
                continue;
            }

            left.Remove(earlier);
            (ImmutableArray<FieldChange> fields, ImmutableArray<FieldPath> unknown) = NodeComparison.Of(LiveObject.AsApplied(earlier.Node, now.Node), now.Node);
            if (fields.IsEmpty && unknown.IsEmpty)
            {
                unchanged++;
                continue;
            }

            changes.Add(new ObjectChange(ObjectChangeKind.Changed, earlier.Node, now.Node, fields) { Unknown = unknown });
        }

        changes.AddRange(then.Where(left.Contains).Select(static gone => new ObjectChange(ObjectChangeKind.Removed, gone.Node, null, [])));
        return new ManifestDifference(changes.ToImmutable(), unchanged);
    }
}
