using System.Text;

namespace Holdfast.Engine.Declarations.Texts;

/// <summary>One pass over a text with placeholders.</summary>
/// <param name="text">The text.</param>
/// <param name="braces">How many braces are around a placeholder.</param>
internal sealed class TemplateParser(string text, int braces)
{
    private readonly string _close = new('}', braces);

    /// <param name="start">Where to begin.</param>
    /// <param name="isBlock">Whether it ends with a block's braces, not with the text.</param>
    /// <param name="end">Where what was read ends.</param>
    /// <returns>The pieces; null for a block that is not closed.</returns>
    public List<TemplateSegment>? Parse(int start, bool isBlock, out int end)
    {
        var segments = new List<TemplateSegment>();
        StringBuilder? unescaped = null;
        int literalStart = start;
        int copied = start;
        int i = start;
        while (i < text.Length)
        {
            char c = text[i];
            if (c is not ('{' or '}'))
            {
                i++;
                continue;
            }

            int run = RunAt(i);
            if (braces == 1 && run > 1)
            {
                // Of the two braces one counts.
                (unescaped ??= new StringBuilder()).Append(text, copied, i + 1 - copied);
                i += 2;
                copied = i;
                continue;
            }

            // Fewer braces are text, and so are those before the ones that open; more than one closes nothing but a block.
            if (run < braces || (c == '}' && braces > 1 && !isBlock))
            {
                i += run;
                continue;
            }

            if (c == '}' && isBlock)
            {
                Flush();
                end = i + braces;
                return segments;
            }

            i += c == '{' ? run - braces : 0;
            Flush();
            TemplateSegment segment = c == '{' ? Open(i, segments) : Brace(i);
            segments.Add(segment);
            i += segment.Length;
            literalStart = copied = i;
        }

        Flush();
        end = i;
        return isBlock ? null : segments;

        void Flush()
        {
            if (i > literalStart)
            {
                string literal = unescaped is null
                    ? text.Substring(literalStart, i - literalStart)
                    : unescaped.Append(text, copied, i - copied).ToString();
                segments.Add(new TemplateSegment(TemplateSegmentKind.Literal, literal, literalStart, i - literalStart));
                unescaped = null;
            }
        }
    }

    /// <summary>What begins with braces that open.</summary>
    private TemplateSegment Open(int position, List<TemplateSegment> before)
    {
        int content = position + braces;
        if (BlockHead(content, out string separator) is { } body)
        {
            return Block(position, body, separator, before);
        }

        int close = text.IndexOf(_close, content, StringComparison.Ordinal);
        return close < 0
            ? Brace(position)
            : new TemplateSegment(TemplateSegmentKind.Placeholder, text.Substring(content, close - content), position, close + braces - position);
    }

    private TemplateSegment Block(int position, int body, string separator, List<TemplateSegment> before)
    {
        int afterBlanks = SkipBlanks(body);
        int start = SkipBreak(afterBlanks);
        bool areLines = start > afterBlanks;
        if (Parse(areLines ? start : afterBlanks, isBlock: true, out int end) is not { } segments)
        {
            return Brace(position);
        }

        int length = end - position;
        if (areLines)
        {
            // Neither the line of the head nor that of the end is text.
            TrimLastLine(before);
            TrimLastLine(segments);
            length = SkipBreak(end) - position;
        }
        else if (segments.Count > 0 && segments[segments.Count - 1] is { Kind: TemplateSegmentKind.Literal } last)
        {
            // Blanks beside the braces are there to be read, as those after the colon.
            segments[segments.Count - 1] = last with { Text = last.Text.TrimEnd(' ', '\t') };
        }

        return new TemplateSegment(TemplateSegmentKind.Block, text.Substring(position + braces, end - position - (2 * braces)), position, length)
        {
            Block = new TemplateBlock(separator, areLines, segments),
        };
    }

    /// <summary>Where the text of a block begins: after <c>members:</c> or <c>members ', ':</c>; null where there is none.</summary>
    private int? BlockHead(int position, out string separator)
    {
        separator = string.Empty;
        int at = SkipBlanks(position);
        if (string.CompareOrdinal(text, at, TemplateBlock.Word, 0, TemplateBlock.Word.Length) != 0)
        {
            return null;
        }

        at = SkipBlanks(at + TemplateBlock.Word.Length);
        if (at < text.Length && text[at] is '\'' or '"')
        {
            int quote = text.IndexOf(text[at], at + 1);
            if (quote < 0)
            {
                return null;
            }

            separator = text.Substring(at + 1, quote - at - 1);
            at = SkipBlanks(quote + 1);
        }

        return at < text.Length && text[at] == ':' ? at + 1 : null;
    }

    private TemplateSegment Brace(int position) =>
        new(TemplateSegmentKind.Brace, text.Substring(position, braces), position, braces);

    private int RunAt(int position)
    {
        int end = position;
        while (end < text.Length && text[end] == text[position])
        {
            end++;
        }

        return end - position;
    }

    private int SkipBlanks(int position)
    {
        while (position < text.Length && text[position] is ' ' or '\t')
        {
            position++;
        }

        return position;
    }

    private int SkipBreak(int position) =>
        position < text.Length && text[position] == '\n' ? position + 1
        : position + 1 < text.Length && text[position] == '\r' && text[position + 1] == '\n' ? position + 2
        : position;

    /// <summary>Removes blanks after the last line break of what came last.</summary>
    private static void TrimLastLine(List<TemplateSegment> segments)
    {
        if (segments.Count == 0 || segments[segments.Count - 1] is not { Kind: TemplateSegmentKind.Literal } last)
        {
            return;
        }

        string trimmed = last.Text.TrimEnd(' ', '\t');
        if (trimmed.Length == 0 ? segments.Count == 1 : trimmed[trimmed.Length - 1] == '\n')
        {
            segments[segments.Count - 1] = last with { Text = trimmed };
        }
    }
}
