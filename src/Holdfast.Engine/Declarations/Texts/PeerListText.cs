using System.Globalization;
using System.Text;
using Holdfast.Engine.Declarations.Facts;

namespace Holdfast.Engine.Declarations.Texts;

/// <summary>The whole text of a peer list, replica after replica.</summary>
internal static class PeerListText
{
    /// <summary>The text; placeholders that lead nowhere stay as they are, a diagnostic says so.</summary>
    public static string Expand(AppDeclaration app, PeerListDeclaration list)
    {
        string each = list.Each.OrDefault(string.Empty);
        string separator = list.Separator.OrDefault(string.Empty);
        List<PeerTextSegment> segments = PeerText.Parse(each);
        int start = DeclaredReplicas.Start(app);
        int count = DeclaredReplicas.Listed(app);
        var text = new StringBuilder();
        for (int index = 0; index < count; index++)
        {
            if (index > 0)
            {
                text.Append(separator);
            }

            foreach (PeerTextSegment segment in segments)
            {
                text.Append(Expand(app, each, segment, start + index, index));
            }
        }

        return text.ToString();
    }

    /// <summary>Whether the text has names in it that only a governing headless Service makes resolve.</summary>
    public static bool NamesPods(PeerListDeclaration list) =>
        list.Each.TryGet(out string? text)
        && PeerText.Parse(text).Any(static segment => segment.Kind is PeerTextSegmentKind.Host or PeerTextSegmentKind.Service);

    private static string Expand(AppDeclaration app, string each, PeerTextSegment segment, int ordinal, int index) => segment.Kind switch
    {
        PeerTextSegmentKind.Literal => segment.Text,
        PeerTextSegmentKind.Ordinal => Number((long)ordinal + segment.Offset),
        PeerTextSegmentKind.Index => Number((long)index + segment.Offset),
        PeerTextSegmentKind.Name => DeclaredReplicas.Pod(app, ordinal),
        PeerTextSegmentKind.Host => DeclaredReplicas.Host(app, ordinal),
        PeerTextSegmentKind.Service => GoverningService.KnownName(app),
        PeerTextSegmentKind.Port when Port(app, segment.Text) is { } port => Number(port),
        _ => each.Substring(segment.Position, segment.Length),
    };

    private static int? Port(AppDeclaration app, string member)
    {
        foreach (PortDeclaration port in app.Ports)
        {
            if (port.Member.Name == member && port.Number.TryGet(out int number))
            {
                return number;
            }
        }

        return null;
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
