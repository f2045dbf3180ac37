using System.Collections.Immutable;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Merging;

/// <summary>Changes of trees; all that is not changed keeps its place in the user's files.</summary>
internal static class NodeEdit
{
    /// <summary>Changes what is at the end of a path; a list on the way means each of its items.</summary>
    /// <param name="node">The tree.</param>
    /// <param name="path">The fields that lead there, with slashes between them.</param>
    /// <param name="change">From what is there, or null, to what is there then; null leaves it out.</param>
    /// <param name="create">Whether fields that are not there are made.</param>
    public static MappingNode Change(MappingNode node, string path, Func<ManifestNode?, ManifestNode?> change, bool create = false) =>
        new FieldEdit(change, create).Apply(node, path.Split('/')) as MappingNode ?? node;

    public static MappingNode Set(MappingNode node, string key, ManifestNode value) =>
        Put(node, key, value, node.Entry(key) is { } existing ? existing.KeyLocation : value.Location);

    public static MappingNode Remove(MappingNode node, string key) => Put(node, key, null, default);

    /// <summary>The mapping with a field; without it where the value is null.</summary>
    public static MappingNode Put(MappingNode node, string key, ManifestNode? value, NodeLocation keyLocation)
    {
        List<MappingEntry> entries = [.. node.Entries];
        Put(entries, key, value, keyLocation);
        return node.With(entries);
    }

    /// <summary>Puts a field among others: in its place, or at the end where it is new; none where the value is null.</summary>
    public static void Put(List<MappingEntry> entries, string key, ManifestNode? value, NodeLocation keyLocation)
    {
        int index = entries.FindIndex(entry => entry.Key == key);
        if (value is null)
        {
            entries.RemoveAll(entry => entry.Key == key);
        }
        else if (index < 0)
        {
            entries.Add(new MappingEntry(key, value, keyLocation));
        }
        else
        {
            entries[index] = new MappingEntry(key, value, keyLocation);
        }
    }

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
}
