using Holdfast.Engine.Model.Fields;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Merging;

/// <summary>Whether two trees are the same object to the API server, which knows no order of fields.</summary>
internal static class NodeEquality
{
    /// <summary>Containers start in the order of their list, and claim templates of a live set cannot change places.</summary>
    private static readonly HashSet<string> OrderedItems = new(StringComparer.Ordinal) { "Container", "PersistentVolumeClaim" };

    private const string Variable = "EnvVar";

    /// <summary>What a variable refers to an earlier one with.</summary>
    private const string Reference = "$(";

    public static bool Same(ManifestNode? first, ManifestNode? second, FieldType type)
    {
        switch (first, second)
        {
            case (MappingNode left, MappingNode right):
                if (left.Entries.Count != right.Entries.Count)
                {
                    return false;
                }

                foreach (MappingEntry entry in left.Entries)
                {
                    if (right[entry.Key] is not { } other || !Same(entry.Value, other, FieldTable.FieldOf(type, entry.Key) ?? FieldType.Any))
                    {
                        return false;
                    }
                }

                return true;
            case (SequenceNode left, SequenceNode right):
                return left.Items.Count == right.Items.Count && SameItems(left, right, type);
            default:
                return Equals(first, second);
        }
    }

    /// <summary>Whether the order of a list's items means something: what is merged by keys is a set to most controllers.</summary>
    public static bool IsOrdered(FieldType list, SequenceNode first, SequenceNode second) =>
        list.MergeKeys.Count == 0
        || list.Item is not { } item
        || OrderedItems.Contains(item.Name)
        || (item.Name == Variable && (RefersBack(first) || RefersBack(second)));

    private static bool SameItems(SequenceNode left, SequenceNode right, FieldType type)
    {
        FieldType itemType = type.Item ?? FieldType.Any;
        if (IsOrdered(type, left, right))
        {
            for (int i = 0; i < left.Items.Count; i++)
            {
                if (!Same(left.Items[i], right.Items[i], itemType))
                {
                    return false;
                }
            }

            return true;
        }

        List<ManifestNode> rest = [.. right.Items];
        foreach (ManifestNode item in left.Items)
        {
            int index = rest.FindIndex(other => Same(item, other, itemType));
            if (index < 0)
            {
                return false;
            }

            rest.RemoveAt(index);
        }

        return true;
    }

    private static bool RefersBack(SequenceNode variables) =>
        variables.Mappings().Any(static variable => variable["value"].TryGetString(out string? text) && text.IndexOf(Reference, StringComparison.Ordinal) >= 0);
}
