using System.Collections.Immutable;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Merging;

/// <summary>Changes in a tree, as kustomize makes them; all that is not changed keeps its place in the user's files.</summary>
internal static class NodeEdit
{
    /// <summary>Changes what is at the end of a path; a list on the way means each of its items.</summary>
    /// <param name="node">The tree.</param>
    /// <param name="path">The fields that lead there, with slashes between them.</param>
    /// <param name="change">From what is there, or null, to what is there then; null leaves it out.</param>
    /// <param name="create">Whether fields that are not there are made.</param>
    public static MappingNode Change(MappingNode node, string path, Func<ManifestNode?, ManifestNode?> change, bool create = false) =>
        (MappingNode)Change(node, path.Split('/'), 0, change, create);

    public static MappingNode Set(MappingNode node, string key, ManifestNode value)
    {
        List<MappingEntry> entries = [.. node.Entries];
        int index = entries.FindIndex(entry => entry.Key == key);
        if (index < 0)
        {
            entries.Add(new MappingEntry(key, value, value.Location));
        }
        else
        {
            entries[index] = new MappingEntry(key, value, entries[index].KeyLocation);
        }

        return node.With(entries);
    }

    public static MappingNode Remove(MappingNode node, string key) => node.With(node.Entries.Where(entry => entry.Key != key));

    /// <summary>Changes the scalars of a tree; one without a change is the same one.</summary>
    public static ManifestNode MapScalars(ManifestNode node, Func<ScalarNode, ManifestNode> change)
    {
        switch (node)
        {
            case ScalarNode scalar:
                return change(scalar);
            case SequenceNode sequence:
                ImmutableArray<ManifestNode>.Builder? items = null;
                for (int i = 0; i < sequence.Items.Count; i++)
                {
                    ManifestNode item = MapScalars(sequence.Items[i], change);
                    if (!ReferenceEquals(item, sequence.Items[i]))
                    {
                        items ??= sequence.Items.ToImmutableArray().ToBuilder();
                        items[i] = item;
                    }
                }

                return items is null ? sequence : new SequenceNode(items.ToImmutable(), sequence.Location);
            case MappingNode mapping:
                ImmutableArray<MappingEntry>.Builder? entries = null;
                for (int i = 0; i < mapping.Entries.Count; i++)
                {
                    MappingEntry entry = mapping.Entries[i];
                    ManifestNode value = MapScalars(entry.Value, change);
                    if (!ReferenceEquals(value, entry.Value))
                    {
                        entries ??= mapping.Entries.ToImmutableArray().ToBuilder();
                        entries[i] = new MappingEntry(entry.Key, value, entry.KeyLocation);
                    }
                }

                return entries is null ? mapping : mapping.With(entries);
            default:
                return node;
        }
    }

    private static ManifestNode Change(ManifestNode node, string[] path, int depth, Func<ManifestNode?, ManifestNode?> change, bool create)
    {
        switch (node)
        {
            case SequenceNode sequence:
                return new SequenceNode(sequence.Items.Select(item => Change(item, path, depth, change, create)), sequence.Location);
            case MappingNode mapping:
                string key = path[depth];
                ManifestNode? value = mapping[key];
                if (depth == path.Length - 1)
                {
                    if (value is null && !create)
                    {
                        return mapping;
                    }

                    ManifestNode? changed = change(value);
                    return changed is null ? Remove(mapping, key) : Set(mapping, key, changed);
                }

                if (value is null or ScalarNode { Kind: ScalarKind.Null })
                {
                    return create ? Set(mapping, key, Change(new MappingNode([]), path, depth + 1, change, create)) : mapping;
                }

                return Set(mapping, key, Change(value, path, depth + 1, change, create));
            default:
                return node;
        }
    }
}
