using System.Globalization;
using System.Text;

namespace Holdfast.Analyzers.Composing;

/// <summary>Takes a peer list's text apart: <c>server.{ordinal+1}={host}:{Peer}</c>.</summary>
internal static class PeerText
{
    public static List<PeerTextSegment> Parse(string text)
    {
        var segments = new List<PeerTextSegment>();
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
                ? new PeerTextSegment(PeerTextSegmentKind.Invalid, c.ToString(), 0, i, length)
                : Placeholder(text.Substring(i + 1, length - 2), i, length));
            i += length;
            literalStart = i;
        }

        Flush();
        return segments;

        void Flush()
        {
            if (literal.Length > 0)
            {
                segments.Add(new PeerTextSegment(PeerTextSegmentKind.Literal, literal.ToString(), 0, literalStart, i - literalStart));
                literal.Clear();
            }
        }
    }

    private static PeerTextSegment Placeholder(string content, int position, int length)
    {
        string name = content.Trim();
        int offset = 0;
        int sign = name.IndexOfAny(['+', '-']);
        if (sign > 0)
        {
            string digits = name.Substring(sign + 1).Trim();
            if (digits.Length == 0
                || !digits.All(static c => c is >= '0' and <= '9')
                || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out offset))
            {
                return new PeerTextSegment(PeerTextSegmentKind.Invalid, content, 0, position, length);
            }

            offset = name[sign] == '-' ? -offset : offset;
            name = name.Substring(0, sign).TrimEnd();
        }

        PeerTextSegmentKind kind = name switch
        {
            "ordinal" => PeerTextSegmentKind.Ordinal,
            "index" => PeerTextSegmentKind.Index,
            "name" => PeerTextSegmentKind.Name,
            "host" => PeerTextSegmentKind.Host,
            "service" => PeerTextSegmentKind.Service,
            "" => PeerTextSegmentKind.Invalid,
            _ => PeerTextSegmentKind.Port,
        };

        // Only numbers that count can be moved.
        if (sign > 0 && kind is not (PeerTextSegmentKind.Ordinal or PeerTextSegmentKind.Index))
        {
            kind = PeerTextSegmentKind.Invalid;
        }

        return new PeerTextSegment(kind, kind == PeerTextSegmentKind.Invalid ? content : name, offset, position, length);
    }
}
