using Holdfast.Engine.Model.Fields;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Merging;

/// <summary>
/// Kubernetes' strategic merge: mappings are merged, null removes a field, lists are merged by what tells their items apart
/// or replaced as a whole. What is new is added at the end, so the same patch twice is the same as once.
/// </summary>
internal static class StrategicMerge
{
    public static MappingNode Merge(MappingNode target, MappingNode patch, FieldType type)
    {
        if (PatchDirective.Of(patch) == PatchDirective.Replace)
        {
            return Plain(patch);
        }

        List<MappingEntry> entries = [.. target.Entries];
        if (patch[PatchDirective.RetainKeys] is SequenceNode retained)
        {
            entries.RemoveAll(entry => !retained.Items.Any(item => item.Is(entry.Key)));
        }

        foreach (MappingEntry entry in patch.Entries)
        {
            if (PatchDirective.IsDirective(entry.Key))
            {
                DeleteFromList(entries, entry);
                continue;
            }

            int index = entries.FindIndex(candidate => candidate.Key == entry.Key);
            MappingEntry? existing = index < 0 ? null : entries[index];
            FieldType field = FieldTable.FieldOf(type, entry.Key) ?? FieldType.Any;
            NodeEdit.Put(entries, entry.Key, MergeValue(existing?.Value, entry.Value, field), (existing ?? entry).KeyLocation);
        }

        return new MappingNode(entries, target.Location, target.IsOpen || patch.IsOpen);
    }

    private static void DeleteFromList(List<MappingEntry> entries, MappingEntry directive)
    {
        if (directive.Key.StartsWith(PatchDirective.DeleteFromList, StringComparison.Ordinal) && directive.Value is SequenceNode deleted)
        {
            string key = directive.Key.Substring(PatchDirective.DeleteFromList.Length);
            if (entries.Find(entry => entry.Key == key) is { Value: SequenceNode list } existing)
            {
                NodeEdit.Put(entries, key, new SequenceNode(list.Items.Where(item => !deleted.Items.Contains(item)), list.Location), existing.KeyLocation);
            }
        }
    }

    /// <summary>The value that comes of it; null where the field is removed.</summary>
    private static ManifestNode? MergeValue(ManifestNode? target, ManifestNode patch, FieldType type)
    {
        switch (patch)
        {
            case ScalarNode { Kind: ScalarKind.Null }:
                return null;
            case MappingNode mapping when PatchDirective.Of(mapping) == PatchDirective.Delete:
                return null;
            case MappingNode mapping when target is MappingNode existing:
                return Merge(existing, mapping, type);
            case SequenceNode list when type.MergeKeys.Count > 0:
                return MergeItems(target as SequenceNode, list, type);
            case SequenceNode list when type.IsSet && target is SequenceNode existing:
                return new SequenceNode(existing.Items.Concat(list.Items).Distinct(), existing.Location);
            default:
                // The same value said again keeps the place where it was said first.
                ManifestNode value = Plain(patch);
                return value.Equals(target) ? target : value;
        }
    }

    private static SequenceNode MergeItems(SequenceNode? target, SequenceNode patch, FieldType type)
    {
        List<ManifestNode> items = target is null || patch.Items.Any(IsReplace) ? [] : [.. target.Items];
        foreach (ManifestNode item in patch.Items)
        {
            if (item is not MappingNode mapping || PatchDirective.IsAlone(item))
            {
                continue;
            }

            int index = MergeKey.Find(items, mapping, type.MergeKeys);
            if (PatchDirective.Of(mapping) == PatchDirective.Delete)
            {
                if (index >= 0)
                {
                    items.RemoveAt(index);
                }
            }
            else if (index >= 0 && items[index] is MappingNode existing)
            {
                items[index] = Merge(existing, mapping, type.Item ?? FieldType.Any);
            }
            else
            {
                items.Add(Plain(mapping));
            }
        }

        return new SequenceNode(items, target is null ? patch.Location : target.Location);

        static bool IsReplace(ManifestNode item) =>
            PatchDirective.IsAlone(item) && PatchDirective.Of((MappingNode)item) == PatchDirective.Replace;
    }

    /// <summary>What a patch says where there is nothing to merge it with: without nulls and directives.</summary>
    private static ManifestNode Plain(ManifestNode patch) => patch switch
    {
        MappingNode mapping => Plain(mapping),
        SequenceNode sequence => new SequenceNode(
            sequence.Items
                .Where(static item => !PatchDirective.IsAlone(item) && !IsDeleted(item))
                .Select(Plain),
            sequence.Location),
        _ => patch,
    };

    private static MappingNode Plain(MappingNode patch) => patch.With(
        patch.Entries
            .Where(static entry => !PatchDirective.IsDirective(entry.Key)
                && entry.Value is not ScalarNode { Kind: ScalarKind.Null }
                && !IsDeleted(entry.Value))
            .Select(static entry => new MappingEntry(entry.Key, Plain(entry.Value), entry.KeyLocation)));

    private static bool IsDeleted(ManifestNode node) =>
        node is MappingNode mapping && PatchDirective.Of(mapping) == PatchDirective.Delete;
}
