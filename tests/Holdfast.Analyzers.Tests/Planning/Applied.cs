using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Planning;

namespace Holdfast.Analyzers.Tests.Planning;

/// <summary>Does what a list of changes says, by the changes alone.</summary>
internal static class Applied
{
    public static MappingNode To(MappingNode before, IEnumerable<FieldChange> changes) =>
        changes.Aggregate(before, static (node, change) => (MappingNode)At(node, [.. change.Path.Steps], change)!);

    private static ManifestNode? At(ManifestNode? node, ReadOnlySpan<PathStep> path, FieldChange change)
    {
        if (path.Length == 0)
        {
            return change.Kind == FieldChangeKind.Reordered ? Sorted((SequenceNode)node!, (SequenceNode)change.After!) : change.After;
        }

        if (path[0].Field is { } field)
        {
            var mapping = node as MappingNode ?? new MappingNode([]);
            ManifestNode? value = At(mapping[field], path[1..], change);
            MappingEntry[] others = [.. mapping.Entries.Where(entry => entry.Key != field)];
            return value is null ? new MappingNode(others) : new MappingNode([.. others, new MappingEntry(field, value)]);
        }

        var items = ((node as SequenceNode)?.Items ?? default).ToList();
        int index = path[0].Item is { } key ? items.FindIndex(item => Key(item, key) == key.ToString()) : path[0].Index;
        ManifestNode? item = At(index < 0 ? null : items[index], path[1..], change);
        if (item is null)
        {
            items.RemoveAt(index);
        }
        else if (index < 0)
        {
            items.Add(item);
        }
        else
        {
            items[index] = item;
        }

        return new SequenceNode(items);
    }

    private static SequenceNode Sorted(SequenceNode list, SequenceNode keys) => new(
        keys.Items.Select(key => ((ScalarNode)key).Text).Select(key => list.Items.Single(item => Key(item, key) == key)));

    private static string Key(ManifestNode item, ItemKey like) => Key(item, like.ToString());

    /// <summary>The key of an item in the form of another key.</summary>
    private static string Key(ManifestNode item, string like) => string.Join(",", like.Split(',').Select(part => part.Split('=')[0]).Select(field =>
        field + "=" + (item.At(field.Split('.')) is ScalarNode value ? value.Text : field == "protocol" ? "TCP" : "?")));
}
