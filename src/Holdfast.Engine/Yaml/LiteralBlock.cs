using System.Text;

namespace Holdfast.Engine.Yaml;

/// <summary>
/// Writes text of several lines as a literal block (<c>|</c>), so that a script or a configuration file reads in the
/// manifest as it does on its own.
/// </summary>
internal static class LiteralBlock
{
    /// <summary>
    /// Whether a block gives back exactly this text: it has a line to read, and no character that needs an escape, tabs
    /// apart. CR is such a character, since a block's line breaks all become <c>\n</c>.
    /// </summary>
    public static bool CanHold(string text)
    {
        // Nearly all strings of a manifest are one line; this is the fast way out for them.
        if (text.IndexOf('\n') < 0)
        {
            return false;
        }

        int start = FindFirstLine(text);
        if (start == text.Length || !BeginsReadably(text, start))
        {
            return false;
        }

        for (int i = start; i < text.Length; i++)
        {
            char c = text[i];
            if (YamlCharacter.IsPairAt(text, i))
            {
                i++;
            }
            else if (char.IsSurrogate(c) || (YamlCharacter.NeedsEscape(c) && c is not ('\n' or '\t')))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Appends the header and the lines, the last one with its end.</summary>
    /// <param name="builder">Where to.</param>
    /// <param name="text">A text that a block can hold.</param>
    /// <param name="indent">The column at which the lines begin.</param>
    /// <param name="indentSize">By how much that is deeper than what the block belongs to.</param>
    public static void Append(StringBuilder builder, string text, int indent, int indentSize)
    {
        builder.Append('|');
        if (text[FindFirstLine(text)] == ' ')
        {
            // Without the number, its blanks would count as indentation.
            builder.Append((char)('0' + indentSize));
        }

        AppendChomping(builder, text);
        builder.Append('\n');
        for (int start = 0; start < text.Length;)
        {
            int end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            if (end > start)
            {
                builder.Append(' ', indent).Append(text, start, end - start);
            }

            builder.Append('\n');
            start = end + 1;
        }
    }

    /// <summary>Where the first line begins that is not empty.</summary>
    private static int FindFirstLine(string text)
    {
        int start = 0;
        while (start < text.Length && text[start] == '\n')
        {
            start++;
        }

        return start;
    }

    /// <summary>
    /// Whether the line which tells the indentation does so to all readers: YamlDotNet refuses one of nothing but blanks,
    /// kustomize one with a tab before its text, both in spite of the header's number.
    /// </summary>
    private static bool BeginsReadably(string text, int start)
    {
        while (start < text.Length && text[start] == ' ')
        {
            start++;
        }

        return start < text.Length && text[start] is not ('\n' or '\t');
    }

    /// <summary>Appends how many newlines end the text: none (<c>-</c>), one, or all that follow (<c>+</c>).</summary>
    private static void AppendChomping(StringBuilder builder, string text)
    {
        if (text[text.Length - 1] != '\n')
        {
            builder.Append('-');
        }
        else if (text[text.Length - 2] == '\n')
        {
            builder.Append('+');
        }
    }
}
