using System.Collections.Immutable;
using Holdfast.Engine.Model.Fields;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Values;
using Holdfast.Engine.Model.Views;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Planning;

/// <summary>Finds the fields that differ between two versions of an object, as the API server would see them.</summary>
internal sealed class NodeComparison
{
    private readonly ImmutableArray<FieldChange>.Builder _changes = ImmutableArray.CreateBuilder<FieldChange>();

    private readonly ImmutableArray<FieldPath>.Builder _unknown = ImmutableArray.CreateBuilder<FieldPath>();

    private NodeComparison()
    {
    }

    /// <summary>The smallest parts that differ, in the order of the object as it will be; and what is not known.</summary>
    public static (ImmutableArray<FieldChange> Changes, ImmutableArray<FieldPath> Unknown) Of(MappingNode before, MappingNode after)
    {
        var comparison = new NodeComparison();
        FieldType type = FieldTable.Find(ObjectView.ApiVersionOf(after), ObjectView.KindOf(after)) ?? FieldType.Any;
        comparison.CompareMappings(FieldPath.Empty, type, before, after, null);
        return (comparison._changes.ToImmutable(), comparison._unknown.ToImmutable());
    }

    /// <summary>Whether nothing differs, and nothing is unknown that could.</summary>
    private static bool IsSame(FieldPath path, FieldType type, ManifestNode before, ManifestNode after)
    {
        var comparison = new NodeComparison();
        comparison.Compare(path, type, before, after, null);
        return comparison._changes.Count == 0;
    }

    private void CompareMappings(FieldPath path, FieldType type, MappingNode before, MappingNode after, Location? around)
    {
        Location? place = after.Location ?? around;
        foreach (string field in after.Entries.Concat(before.Entries).Select(static entry => entry.Key).Distinct(StringComparer.Ordinal))
        {
            if (ServerFields.Has(type.Name, field, path))
            {
                continue;
            }

            FieldType own = FieldTable.FieldOf(type, field) ?? FieldType.Any;
            ManifestNode? then = before[field];
            ManifestNode? now = after[field];
            bool isGone = SilentFields.IsSilent(now, own);
            bool isNew = SilentFields.IsSilent(then, own);
            FieldPath way = path.Then(PathStep.To(field));
            if (isGone && isNew)
            {
                continue;
            }

            if (then is UnknownNode || now is UnknownNode)
            {
                _unknown.Add(way);
            }
            else if (isGone)
            {
                CompareOne(way, type, own, field, then!, before, now, FieldChangeKind.Removed, KeyLocation(after, field) ?? place);
            }
            else if (isNew)
            {
                CompareOne(way, type, own, field, now!, after, then, FieldChangeKind.Added, KeyLocation(after, field) ?? place);
            }
            else
            {
                Compare(way, own, then!, now!, place);
            }
        }
    }

    /// <summary>A field that one side has alone.</summary>
    private void CompareOne(FieldPath path, FieldType owner, FieldType type, string field, ManifestNode value, MappingNode mapping, ManifestNode? other, FieldChangeKind kind, Location? around)
    {
        if ((value is ScalarNode scalar && FieldDefaults.Is(owner, field, scalar, mapping)) || (kind == FieldChangeKind.Removed && SilentFields.IsAllocated(owner, field, path) && !IsHeadless(field, value)))
        {
            return;
        }

        // A mapping of nothing but defaults, or of nothing at all, is no more than no mapping.
        if (value is MappingNode inner && type.Kind is FieldKind.Object && (inner.Entries.Count > 0 ? IsSame(path, type, new MappingNode([]), inner) : SilentFields.IsSilent(value, type)) && IsDefaulted(type))
        {
            return;
        }

        // What has parts of different effect is told part by part.
        if (value is MappingNode whole && IsTold(type, path))
        {
            MappingNode nothing = other as MappingNode ?? new MappingNode([]);
            CompareMappings(path, type, kind == FieldChangeKind.Removed ? whole : nothing, kind == FieldChangeKind.Removed ? nothing : whole, around);
            return;
        }

        Add(path, kind, kind == FieldChangeKind.Removed ? value : null, kind == FieldChangeKind.Removed ? null : value, around);
    }

    private void Compare(FieldPath path, FieldType type, ManifestNode before, ManifestNode after, Location? around)
    {
        switch (before, after)
        {
            case (UnknownNode, _) or (_, UnknownNode):
                _unknown.Add(path);
                break;
            case (MappingNode then, MappingNode now):
                CompareMappings(path, type, then, now, around);
                break;
            case (SequenceNode then, SequenceNode now):
                CompareLists(path, type, then, now, around);
                break;
            case (ScalarNode then, ScalarNode now) when IsSame(type, then, now):
                break;
            default:
                Add(path, FieldChangeKind.Changed, before, after, around);
                break;
        }
    }

    private void CompareLists(FieldPath path, FieldType type, SequenceNode before, SequenceNode after, Location? around)
    {
        FieldType item = type.Item ?? FieldType.Any;
        if (before.Items.Concat(after.Items).All(static node => node is MappingNode) && ItemKey.Of(type, before, after) is { } keys)
        {
            CompareKeyed(path, item, before, after, keys.Before, keys.After, after.Location ?? around);
        }
        else if (before.Items.Count == after.Items.Count && after.Items.Any(static node => node is MappingNode or UnknownNode))
        {
            for (int i = 0; i < after.Items.Count; i++)
            {
                Compare(path.Then(PathStep.To(i)), item, before.Items[i], after.Items[i], after.Location ?? around);
            }
        }
        else if (before.Items.Concat(after.Items).Any(static node => node is UnknownNode))
        {
            _unknown.Add(path);
        }
        else if (before.Items.Count != after.Items.Count || !before.Items.Zip(after.Items, (one, other) => IsSame(path, item, one, other)).All(static same => same))
        {
            Add(path, FieldChangeKind.Changed, before, after, around);
        }
    }

    private void CompareKeyed(FieldPath path, FieldType item, SequenceNode before, SequenceNode after, ItemKey[] then, ItemKey[] now, Location? around)
    {
        for (int i = 0; i < now.Length; i++)
        {
            FieldPath way = path.Then(PathStep.To(now[i]));
            int place = Array.IndexOf(then, now[i]);
            if (place < 0)
            {
                Add(way, FieldChangeKind.Added, null, after.Items[i], around);
            }
            else
            {
                Compare(way, item, before.Items[place], after.Items[i], around);
            }
        }

        for (int i = 0; i < then.Length; i++)
        {
            if (!now.Contains(then[i]))
            {
                Add(path.Then(PathStep.To(then[i])), FieldChangeKind.Removed, before.Items[i], null, around);
            }
        }

        // Items that are added come last, unless the order itself is one of the changes.
        ItemKey[] merged = [.. then.Where(now.Contains), .. now.Where(key => !then.Contains(key))];
        if (!merged.SequenceEqual(now))
        {
            Add(path, FieldChangeKind.Reordered, Names(merged), Names(now), around);
        }
    }

    private void Add(FieldPath path, FieldChangeKind kind, ManifestNode? before, ManifestNode? after, Location? around) =>
        _changes.Add(new FieldChange(path, kind, before, after) { Location = after?.Locations().FirstOrDefault() ?? around });

    private static Location? KeyLocation(MappingNode mapping, string field) => mapping.Entry(field)?.KeyLocation;

    private static SequenceNode Names(IEnumerable<ItemKey> keys) => new(keys.Select(static key => ScalarNode.String(key.ToString())));

    private static bool IsSame(FieldType type, ScalarNode before, ScalarNode after) =>
        before.Equals(after)
        || (type.Kind == FieldKind.Quantity && Quantity.TryParse(before.Text, out Quantity one) && Quantity.TryParse(after.Text, out Quantity other) && one.Equals(other));

    /// <summary>That a Service has no address is asked for, not given out.</summary>
    private static bool IsHeadless(string field, ManifestNode value) => field == "clusterIP" && value.Is("None");

    /// <summary>Whether an object of the type may say nothing by being there.</summary>
    private static bool IsDefaulted(FieldType type) => SilentFields.IsSilent(new MappingNode([]), type);

    private static bool IsTold(FieldType type, FieldPath path) =>
        type.Kind == FieldKind.Object && (path.Steps.Count == 1 || path.Shape is "spec.template" or "spec.template.spec" or "spec.template.metadata");
}
