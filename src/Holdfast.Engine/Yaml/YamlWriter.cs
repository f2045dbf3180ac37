using System.Text;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Yaml;

/// <summary>
/// Writes Kubernetes objects as YAML in the layout of <c>kubectl get -o yaml</c>: two spaces, dashes below the key they
/// belong to, keys in the order given, no flow style but <c>{}</c> and <c>[]</c>. The same objects give the same text
/// on every machine, with <c>\n</c> only.
/// </summary>
/// <remarks>
/// An <see cref="UnknownNode"/> is written as <c>null</c>, which the API server takes for an absent field. What is
/// composed holds none; a writer that failed on one would lose the rest of the text.
/// </remarks>
internal static class YamlWriter
{
    private const int IndentSize = 2;

    // Readers give up on "key: value" when more than 1,024 characters are before the colon.
    private const int LongestSimpleKey = 1000;

    public static string Write(IEnumerable<MappingNode> documents)
    {
        var builder = new StringBuilder(4096);
        Append(builder, documents);
        return builder.ToString();
    }

    /// <summary>Appends the text to what is there already, which must end a line.</summary>
    public static void Append(StringBuilder builder, IEnumerable<MappingNode> documents)
    {
        bool first = true;
        foreach (MappingNode document in documents)
        {
            if (!first)
            {
                builder.Append("---\n");
            }

            first = false;
            AppendItem(builder, document, indent: 0);
        }
    }

    /// <summary>Appends a node where the cursor stands already at the column that its first line begins at.</summary>
    private static void AppendItem(StringBuilder builder, ManifestNode node, int indent)
    {
        switch (node)
        {
            case MappingNode { Entries.Count: > 0 } mapping:
                AppendMapping(builder, mapping, indent);
                break;
            case SequenceNode { Items.Count: > 0 } sequence:
                AppendSequence(builder, sequence, indent);
                break;
            default:
                AppendLeaf(builder, node, indent);
                break;
        }
    }

    private static void AppendMapping(StringBuilder builder, MappingNode mapping, int indent)
    {
        for (int i = 0; i < mapping.Entries.Count; i++)
        {
            if (i > 0)
            {
                builder.Append(' ', indent);
            }

            MappingEntry entry = mapping.Entries[i];
            AppendKey(builder, entry.Key, indent);
            AppendFieldValue(builder, entry.Value, indent);
        }
    }

    private static void AppendKey(StringBuilder builder, string key, int indent)
    {
        int start = builder.Length;
        YamlString.Append(builder, key);
        if (builder.Length - start > LongestSimpleKey)
        {
            builder.Insert(start, "? ").Append('\n').Append(' ', indent);
        }

        builder.Append(':');
    }

    private static void AppendFieldValue(StringBuilder builder, ManifestNode value, int indent)
    {
        switch (value)
        {
            case MappingNode { Entries.Count: > 0 } mapping:
                builder.Append('\n').Append(' ', indent + IndentSize);
                AppendMapping(builder, mapping, indent + IndentSize);
                break;
            case SequenceNode { Items.Count: > 0 } sequence:
                builder.Append('\n').Append(' ', indent);
                AppendSequence(builder, sequence, indent);
                break;
            default:
                builder.Append(' ');
                AppendLeaf(builder, value, indent + IndentSize);
                break;
        }
    }

    private static void AppendSequence(StringBuilder builder, SequenceNode sequence, int indent)
    {
        for (int i = 0; i < sequence.Items.Count; i++)
        {
            if (i > 0)
            {
                builder.Append(' ', indent);
            }

            builder.Append("- ");
            AppendItem(builder, sequence.Items[i], indent + IndentSize);
        }
    }

    /// <summary>Appends what has no children, with the end of its line.</summary>
    /// <param name="builder">Where to.</param>
    /// <param name="node">The leaf.</param>
    /// <param name="indent">The column at which the further lines of a text begin.</param>
    private static void AppendLeaf(StringBuilder builder, ManifestNode node, int indent)
    {
        switch (node)
        {
            case MappingNode:
                builder.Append("{}\n");
                break;
            case SequenceNode:
                builder.Append("[]\n");
                break;
            case ScalarNode { Kind: ScalarKind.String, Text: var text } when LiteralBlock.CanHold(text):
                LiteralBlock.Append(builder, text, indent, IndentSize);
                break;
            case ScalarNode { Kind: ScalarKind.String, Text: var text }:
                YamlString.Append(builder, text);
                builder.Append('\n');
                break;
            case ScalarNode { Kind: ScalarKind.Float, Text: var json }:
                YamlFloat.Append(builder, json);
                builder.Append('\n');
                break;
            case ScalarNode scalar:
                builder.Append(scalar.Text).Append('\n');
                break;
            default:
                builder.Append("null\n");
                break;
        }
    }
}
