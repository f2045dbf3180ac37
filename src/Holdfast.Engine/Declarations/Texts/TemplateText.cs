using System.Text;

namespace Holdfast.Engine.Declarations.Texts;

/// <summary>Takes a text with placeholders in braces apart; a doubled brace stands for itself.</summary>
internal static class TemplateText
{
    public static List<TemplateSegment> Parse(string text)
    {
        var segments = new List<TemplateSegment>();
        StringBuilder? unescaped = null;
        int literalStart = 0;
        int copied = 0;
        int i = 0;
        while (i < text.Length)
        {
            char c = text[i];
            if (c is '{' or '}' && i + 1 < text.Length && text[i + 1] == c)
            {
                // Of the two braces one counts.
                (unescaped ??= new StringBuilder()).Append(text, copied, i + 1 - copied);
                i += 2;
                copied = i;
                continue;
            }

            if (c is not ('{' or '}'))
            {
                i++;
                continue;
            }

            Flush();
            int end = c == '{' ? text.IndexOf('}', i) : -1;
            int length = end < 0 ? 1 : end - i + 1;
            segments.Add(end < 0
                ? new TemplateSegment(TemplateSegmentKind.Brace, c.ToString(), i, length)
                : new TemplateSegment(TemplateSegmentKind.Placeholder, text.Substring(i + 1, length - 2), i, length));
            i += length;
            literalStart = copied = i;
        }

        Flush();
        return segments;

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
}
