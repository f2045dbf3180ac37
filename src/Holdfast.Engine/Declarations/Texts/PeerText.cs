using System.Globalization;

namespace Holdfast.Engine.Declarations.Texts;

/// <summary>What the placeholders of a peer list's text are: <c>server.{ordinal+1}={host}:{Peer}</c>.</summary>
internal static class PeerText
{
    private static readonly char[] Signs = ['+', '-'];

    public static List<PeerTextSegment> Parse(string text) => TemplateText.Parse(text).ConvertAll(static segment => segment.Kind switch
    {
        TemplateSegmentKind.Literal => new PeerTextSegment(PeerTextSegmentKind.Literal, segment.Text, 0, segment.Position, segment.Length),
        TemplateSegmentKind.Placeholder => Placeholder(segment.Text, segment.Position, segment.Length),
        _ => new PeerTextSegment(PeerTextSegmentKind.Invalid, segment.Text, 0, segment.Position, segment.Length),
    });

    /// <summary>What is between two braces.</summary>
    public static PeerTextSegment Placeholder(string content, int position, int length)
    {
        string name = content.Trim();
        int offset = 0;
        int sign = name.IndexOfAny(Signs);
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
