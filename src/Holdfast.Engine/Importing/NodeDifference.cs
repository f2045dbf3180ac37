using System.Globalization;
using Holdfast.Engine.Merging;
using Holdfast.Engine.Model.Fields;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Importing;

/// <summary>Where two objects differ, by the paths of their fields: <c>spec.template.spec.containers[kafka].image</c>.</summary>
internal static class NodeDifference
{
    public static IEnumerable<string> Paths(ManifestNode? first, ManifestNode? second, FieldType type) => Paths(first, second, type, string.Empty);

    /// <summary>Lists that have the same items in another order, where the order means nothing.</summary>
    public static IEnumerable<string> Reordered(ManifestNode? first, ManifestNode? second, FieldType type) => Reordered(first, second, type, string.Empty);

    /// <summary>The fields of a tree that hold values.</summary>
    public static int Count(ManifestNode node) => node switch
    {
        MappingNode { Entries.Count: > 0 } mapping => mapping.Entries.Sum(static entry => Count(entry.Value)),
        SequenceNode { Items.Count: > 0 } sequence => sequence.Items.Sum(Count),
        _ => 1,
    };

    /// <summary>The values that a patch sets, with their paths; null for what it takes away. What only says which item is meant does not count.</summary>
    public static IEnumerable<(string Path, ManifestNode? Value)> Changes(ManifestNode patch, FieldType type) => Changes(patch, type, string.Empty);

    private static IEnumerable<(string Path, ManifestNode? Value)> Changes(ManifestNode node, FieldType type, string path)
    {
        switch (node)
        {
            case MappingNode mapping when PatchDirective.Of(mapping) == PatchDirective.Delete:
                return [(path, null)];
            case MappingNode { Entries.Count: > 0 } mapping:
                return mapping.Entries.Where(static entry => !PatchDirective.IsDirective(entry.Key)).SelectMany(entry =>
                    Changes(entry.Value, FieldTable.FieldOf(type, entry.Key) ?? FieldType.Any, Join(path, entry.Key)));
            case SequenceNode { Items.Count: > 0 } sequence:
                return sequence.Items.Where(static item => !PatchDirective.IsAlone(item)).SelectMany((item, index) =>
                    Item(item, type, path + "[" + NameOf(item, type, index) + "]"));
            case ScalarNode { Kind: ScalarKind.Null }:
                return [(path, null)];
            default:
                return [(path, node)];
        }
    }

    private static IEnumerable<(string Path, ManifestNode? Value)> Item(ManifestNode item, FieldType list, string path)
    {
        (string, ManifestNode?)[] changes = [.. Changes(item, list.Item ?? FieldType.Any, path)];
        string key = list.MergeKeys.Count == 0 ? string.Empty : path + "." + list.MergeKeys[0];

        // A new item that is nothing but its key is a change.
        return changes.Length == 1 || key.Length == 0 ? changes : changes.Where(change => change.Item1 != key);
    }

    private static IEnumerable<string> Paths(ManifestNode? first, ManifestNode? second, FieldType type, string path)
    {
        if (NodeEquality.Same(first, second, type))
        {
            return [];
        }

        switch (first, second)
        {
            case (MappingNode left, MappingNode right):
                return left.Entries.Select(static entry => entry.Key).Union(right.Entries.Select(static entry => entry.Key), StringComparer.Ordinal)
                    .SelectMany(key => Paths(left[key], right[key], FieldTable.FieldOf(type, key) ?? FieldType.Any, Join(path, key)));
            case (SequenceNode left, SequenceNode right) when left.Items.Count == right.Items.Count && type.MergeKeys.Count == 0:
                return left.Items.SelectMany((item, index) => Paths(item, right.Items[index], type.Item ?? FieldType.Any, path + "[" + NameOf(item, type, index) + "]"));
            case (SequenceNode left, SequenceNode right) when type.MergeKeys.Count > 0:
                string[] names = [.. left.Items.Select((item, index) => NameOf(item, type, index))];
                string[] others = [.. right.Items.Select((item, index) => NameOf(item, type, index))];
                string[] differing = [.. names.Union(others, StringComparer.Ordinal).SelectMany(name =>
                    Paths(Named(left, names, name), Named(right, others, name), type.Item ?? FieldType.Any, path + "[" + name + "]"))];
                return differing.Length == 0 ? [path] : differing;
            default:
                return [path];
        }
    }

    private static IEnumerable<string> Reordered(ManifestNode? first, ManifestNode? second, FieldType type, string path)
    {
        switch (first, second)
        {
            case (MappingNode left, MappingNode right):
                return left.Entries.SelectMany(entry => Reordered(entry.Value, right[entry.Key], FieldTable.FieldOf(type, entry.Key) ?? FieldType.Any, Join(path, entry.Key)));
            case (SequenceNode left, SequenceNode right):
                string[] names = [.. left.Items.Select((item, index) => NameOf(item, type, index))];
                string[] others = [.. right.Items.Select((item, index) => NameOf(item, type, index))];
                IEnumerable<string> inner = names.SelectMany(name =>
                    Reordered(Named(left, names, name), Named(right, others, name), type.Item ?? FieldType.Any, path + "[" + name + "]"));
                return type.MergeKeys.Count > 0 && names.Length == others.Length && !names.SequenceEqual(others, StringComparer.Ordinal) ? [path, .. inner] : inner;
            default:
                return [];
        }
    }

    private static ManifestNode? Named(SequenceNode list, string[] names, string name)
    {
        int index = Array.IndexOf(names, name);
        return index < 0 ? null : list.Items[index];
    }

    private static string NameOf(ManifestNode item, FieldType list, int index) =>
        list.MergeKeys.Count > 0 && MergeKey.Of(item, list.MergeKeys) is { } key ? key.Text : index.ToString(CultureInfo.InvariantCulture);

    private static string Join(string path, string key) => path.Length == 0 ? key : path + "." + key;
}
