using System.Text;

namespace Holdfast.Analyzers.Composing;

/// <summary>Takes a text with placeholders in braces apart; a doubled brace stands for itself.</summary>
internal static class TemplateText
{
    public static List<TemplateSegment> Parse(string text)
    {
        var segments = new List<TemplateSegment>();
        var literal = new StringBuilder();
        int literalStart = 0;
        int i = 0;
        while (i < text.Length)
        {
            char c = text[i];
            if (c is '{' or '}' && i + 1 < text.Length && text[i + 1] == c)
            {
                literal.Append(c);
                i += 2;
                continue;
            }

            if (c is not ('{' or '}'))
            {
                literal.Append(c);
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
            literalStart = i;
        }

        Flush();
        return segments;

        void Flush()
        {
            if (literal.Length > 0)
            {
                segments.Add(new TemplateSegment(TemplateSegmentKind.Literal, literal.ToString(), literalStart, i - literalStart));
                literal.Clear();
            }
        }
    }
}
