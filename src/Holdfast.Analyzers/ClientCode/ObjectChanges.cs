using System.Collections.Immutable;
using System.Globalization;
using Holdfast.Engine.Model.Tree;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.ClientCode;

/// <summary>Puts into a tree what is assigned to parts of the object later; where it is not certain that it is, the part is unknown.</summary>
internal static class ObjectChanges
{
    /// <param name="node">The object as it was made; null where it is nothing.</param>
    /// <param name="changes">What becomes of its parts.</param>
    /// <param name="read">Reads what a part becomes; null where it is null.</param>
    public static ManifestNode? Apply(ManifestNode? node, IEnumerable<PartChange> changes, Func<PartChange, ManifestNode?> read)
    {
        foreach (PartChange change in changes)
        {
            node = Put(node, change, 0, change.Value is null ? new UnknownNode(change.Location) : read(change));
        }

        return node;
    }

    private static ManifestNode? Put(ManifestNode? node, PartChange change, int depth, ManifestNode? value)
    {
        if (depth == change.Steps.Length)
        {
            return change.IsDefault && node is not null ? node : value;
        }

        string step = change.Steps[depth];
        switch (node)
        {
            case UnknownNode or ScalarNode:
                return new UnknownNode(node.Location);
            case SequenceNode sequence when step == ObjectPath.Any && depth < change.Steps.Length - 1:
                return new SequenceNode(sequence.Items.Select(item => Item(item, change, depth, value)), sequence.Location);
            case SequenceNode sequence:
                List<ManifestNode> items = [.. sequence.Items];
                if (!int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out int index) || index >= items.Count || items.Take(index + 1).Any(static item => item is UnknownNode))
                {
                    return new UnknownNode(sequence.Location);
                }

                items[index] = Item(items[index], change, depth, value);
                return new SequenceNode(items, sequence.Location);
            case var _ when step == ObjectPath.Any:
                return new UnknownNode(node?.Location ?? change.Location);
            default:
                return Field(node as MappingNode, change, depth, value);
        }
    }

    private static ManifestNode Item(ManifestNode item, PartChange change, int depth, ManifestNode? value) =>
        Put(item, change, depth + 1, value) ?? new UnknownNode(item.Location);

    private static MappingNode Field(MappingNode? mapping, PartChange change, int depth, ManifestNode? value)
    {
        string key = change.Steps[depth];
        List<MappingEntry> entries = [.. mapping?.Entries ?? default];
        int found = entries.FindIndex(entry => entry.Key == key);
        ManifestNode? put = Put(found < 0 ? null : entries[found].Value, change, depth + 1, value);
        bool isLast = depth == change.Steps.Length - 1;
        if (put is null && found >= 0)
        {
            entries.RemoveAt(found);
        }
        else if (put is not null && found >= 0)
        {
            entries[found] = new MappingEntry(key, put, isLast && !change.IsDefault ? change.Location : entries[found].KeyLocation);
        }
        else if (put is not null)
        {
            entries.Add(new MappingEntry(key, put, change.Location));
        }

        return new MappingNode(entries, mapping?.Location ?? change.Location);
    }
}
