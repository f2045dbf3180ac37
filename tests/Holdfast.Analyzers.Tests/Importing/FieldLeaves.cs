using System.Globalization;
using Holdfast.Engine.Merging;
using Holdfast.Engine.Model.Fields;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Analyzers.Tests.Importing;

/// <summary>An object as the fields that hold values, each with its path; items of lists are named by what tells them apart.</summary>
internal static class FieldLeaves
{
    public static IReadOnlyDictionary<string, ManifestNode> Of(MappingNode node, FieldType type)
    {
        var leaves = new SortedDictionary<string, ManifestNode>(StringComparer.Ordinal);
        Add(node, type, string.Empty, leaves);
        return leaves;
    }

    private static void Add(ManifestNode node, FieldType type, string path, SortedDictionary<string, ManifestNode> leaves)
    {
        switch (node)
        {
            case MappingNode { Entries.Count: > 0 } mapping:
                foreach (MappingEntry entry in mapping.Entries)
                {
                    Add(entry.Value, FieldTable.FieldOf(type, entry.Key) ?? FieldType.Any, path.Length == 0 ? entry.Key : path + "." + entry.Key, leaves);
                }

                break;
            case SequenceNode { Items.Count: > 0 } sequence:
                for (int i = 0; i < sequence.Items.Count; i++)
                {
                    ManifestNode item = sequence.Items[i];
                    string name = type.MergeKeys.Count > 0 && MergeKey.Of(item, type.MergeKeys) is { } key ? key.Text : i.ToString(CultureInfo.InvariantCulture);
                    Add(item, type.Item ?? FieldType.Any, path + "[" + name + "]", leaves);
                }

                break;
            default:
                leaves[path] = node;
                break;
        }
    }
}
