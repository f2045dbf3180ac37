using Holdfast.Engine.Model.Fields;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Values;

namespace Holdfast.Engine.Merging;

/// <summary>
/// The way back of <see cref="StrategicMerge"/>: the patch that makes one object of another. It says as little as it can and names
/// items of lists by what tells them apart; the order of items that have none is left alone.
/// </summary>
internal static class PatchOf
{
    private static readonly MappingNode Replacing = Directive(PatchDirective.Replace);

    private const string Protocol = "protocol";

    /// <summary>The patch; null where nothing differs.</summary>
    public static MappingNode? Create(MappingNode from, MappingNode to, FieldType type) => NodeEquality.Same(from, to, type) ? null : Fields(from, to, type);

    private static MappingNode Fields(MappingNode from, MappingNode to, FieldType type)
    {
        var entries = new List<MappingEntry>();
        foreach (MappingEntry entry in from.Entries)
        {
            FieldType field = FieldTable.FieldOf(type, entry.Key) ?? FieldType.Any;
            if (to[entry.Key] is not { } value)
            {
                entries.Add(new MappingEntry(entry.Key, ScalarNode.Null()));
            }
            else if (!NodeEquality.Same(entry.Value, value, field))
            {
                entries.Add(new MappingEntry(entry.Key, Value(entry.Value, value, field)));
            }
        }

        foreach (MappingEntry entry in to.Entries)
        {
            if (from[entry.Key] is null)
            {
                entries.Add(entry);
            }
        }

        return new MappingNode(entries);
    }

    private static ManifestNode Value(ManifestNode from, ManifestNode to, FieldType type)
    {
        switch (from, to)
        {
            case (MappingNode left, MappingNode right):
                MappingNode patch = Fields(left, right, type);
                bool isRight = NodeEquality.Same(StrategicMerge.Merge(left, patch, type), right, type);
                return isRight ? patch : new MappingNode([.. Replacing.Entries, .. right.Entries]);
            case (SequenceNode left, SequenceNode right) when type.MergeKeys.Count > 0:
                return Items(left, right, type);
            case (SequenceNode left, SequenceNode right) when type.IsSet:
                return new SequenceNode(right.Items.Where(item => !left.Items.Contains(item)));
            default:
                return to;
        }
    }

    private static SequenceNode Items(SequenceNode from, SequenceNode to, FieldType type)
    {
        FieldType itemType = type.Item ?? FieldType.Any;
        List<ManifestNode> before = [.. from.Items];
        var found = new HashSet<int>();
        var patches = new List<ManifestNode>();
        var order = new List<int>();
        var added = new List<ManifestNode>();
        bool isInOrder = true;
        foreach (ManifestNode item in to.Items)
        {
            int index = item is MappingNode mapping ? MergeKey.Find(before, mapping, type.MergeKeys) : -1;
            if (index < 0 || !found.Add(index))
            {
                added.Add(item);
                continue;
            }

            // What is new comes last.
            isInOrder &= added.Count == 0 && (order.Count == 0 || order[order.Count - 1] < index);
            order.Add(index);
            var left = (MappingNode)before[index];
            if (!NodeEquality.Same(left, item, itemType))
            {
                patches.Add(Named((MappingNode)item, type, (MappingNode)Value(left, item, itemType)));
            }
        }

        if (!isInOrder && NodeEquality.IsOrdered(type, from, to))
        {
            return new SequenceNode([Replacing, .. to.Items]);
        }

        IEnumerable<ManifestNode> deleted = before
            .Where((item, index) => item is MappingNode && !found.Contains(index))
            .Select(item => (ManifestNode)new MappingNode([.. Keys((MappingNode)item, type), .. Directive(PatchDirective.Delete).Entries]));
        var patch = new SequenceNode([.. deleted, .. patches, .. added]);

        // Two items of one key, as two variables of one name, are merged into one; then the list is said as a whole.
        return NodeEquality.Same(StrategicMerge.Merge(Holding(from), Holding(patch), Holder(type))["items"], to, type)
            ? patch
            : new SequenceNode([Replacing, .. to.Items]);
    }

    /// <summary>A change of an item, with what tells it apart first.</summary>
    private static MappingNode Named(MappingNode item, FieldType list, MappingNode patch)
    {
        List<MappingEntry> entries = [.. Keys(item, list)];
        foreach (MappingEntry entry in patch.Entries)
        {
            int index = entries.FindIndex(key => key.Key == entry.Key);
            if (index < 0)
            {
                entries.Add(entry);
            }
            else if (entries[index].Value is MappingNode key && entry.Value is MappingNode value)
            {
                entries[index] = new MappingEntry(entry.Key, new MappingNode([.. key.Entries.Where(own => value[own.Key] is null), .. value.Entries]));
            }
        }

        return new MappingNode(entries);
    }

    private static IEnumerable<MappingEntry> Keys(MappingNode item, FieldType list)
    {
        string[] path = list.MergeKeys[0].Split('.');
        if (item.At(path) is { } key)
        {
            for (int i = path.Length - 1; i > 0; i--)
            {
                key = new MappingNode([new MappingEntry(path[i], key)]);
            }

            yield return new MappingEntry(path[0], key);
        }

        // A number may be a port of two protocols.
        if (list.MergeKeys.Contains(Protocol) && PortProtocol.Of(item) != "TCP")
        {
            yield return new MappingEntry(Protocol, item[Protocol]!);
        }
    }

    private static MappingNode Holding(SequenceNode items) => new([new MappingEntry("items", items)]);

    /// <summary>A type that has the list as its entries.</summary>
    private static FieldType Holder(FieldType list) => FieldType.Of(FieldKind.Map) with { Item = list };

    private static MappingNode Directive(string directive) => new([new MappingEntry(PatchDirective.Key, ScalarNode.String(directive))]);
}
