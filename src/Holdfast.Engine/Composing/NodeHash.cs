using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Composing;

/// <summary>A hash of a part of an object, whatever the places of its nodes are.</summary>
internal static class NodeHash
{
    /// <param name="node">The part.</param>
    /// <param name="bytes">How many bytes of the hash are wanted.</param>
    public static string Of(ManifestNode node, int bytes)
    {
        var text = new StringBuilder();
        Append(text, node);
        using var sha = SHA256.Create();
        byte[] hash = sha.ComputeHash(Encoding.UTF8.GetBytes(text.ToString()));
        return string.Concat(hash.Take(bytes).Select(static b => b.ToString("x2", CultureInfo.InvariantCulture)));
    }

    /// <summary>Lengths and counts keep two texts apart that read the same one after the other.</summary>
    private static void Append(StringBuilder text, ManifestNode node)
    {
        switch (node)
        {
            case MappingNode mapping:
                Count(text, 'm', mapping.Entries.Count);
                foreach (MappingEntry entry in mapping.Entries)
                {
                    Append(text, entry.Key);
                    Append(text, entry.Value);
                }

                break;
            case SequenceNode sequence:
                Count(text, 's', sequence.Items.Count);
                foreach (ManifestNode item in sequence.Items)
                {
                    Append(text, item);
                }

                break;
            case ScalarNode scalar:
                text.Append(scalar.Kind == ScalarKind.String ? 't' : 'v');
                Append(text, scalar.Text);
                break;
            default:
                text.Append('?');
                break;
        }
    }

    private static void Append(StringBuilder text, string part)
    {
        Count(text, ' ', part.Length);
        text.Append(part);
    }

    private static void Count(StringBuilder text, char kind, int count) =>
        text.Append(kind).Append(count.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
