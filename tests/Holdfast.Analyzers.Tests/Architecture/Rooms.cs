using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Holdfast.Analyzers.Tests.Architecture;

/// <summary>The table of rooms in a page: which folder may use which.</summary>
internal sealed partial class Rooms
{
    /// <summary>The folders whose rooms are named without them.</summary>
    private static readonly string[] Projects = ["src/Holdfast.Engine/", "src/Holdfast.Analyzers/", "src/Holdfast/", "src/"];

    private readonly ImmutableArray<string> _names;

    private readonly ImmutableDictionary<string, ImmutableArray<string>> _rows;

    /// <param name="page">A page with rows "| `room` | what it is for | `rooms` |".</param>
    public Rooms(string page)
    {
        MatchCollection rows = Row().Matches(page);
        _names = [.. rows.Select(static row => row.Groups[1].Value)];
        _rows = rows.ToImmutableDictionary(
            static row => row.Groups[1].Value,
            static row => Name().Matches(row.Groups[2].Value).Select(static name => name.Groups[1].Value).ToImmutableArray(),
            StringComparer.Ordinal);
    }

    /// <summary>Arrows of the table that do not lead to a row above; what has none of them has no circle.</summary>
    public ImmutableArray<string> OutOfOrder =>
    [
        .. from row in _rows
           from to in row.Value
           where _names.IndexOf(to) is var at && (at < 0 || at >= _names.IndexOf(row.Key))
           select $"{row.Key} → {to}",
    ];

    /// <summary>The room of a folder: its own row, or the row of a folder around it; null where there is none.</summary>
    public string? Of(string folder)
    {
        string room = folder;
        foreach (string project in Projects)
        {
            if (folder.StartsWith(project, StringComparison.Ordinal))
            {
                room = folder[project.Length..];
                break;
            }
        }

        while (!_rows.ContainsKey(room))
        {
            if (!room.Contains('/'))
            {
                return null;
            }

            room = SourceGraph.Folder(room);
        }

        return room;
    }

    /// <summary>Arrows that no row allows, with an example of each.</summary>
    public ImmutableArray<string> Forbidden(IEnumerable<Arrow> arrows) =>
    [
        .. from arrow in arrows
           let @from = Of(arrow.From)
           let to = Of(arrow.To)
           where @from is null || to is null || (@from != to && !_rows[@from].Contains(to))
           select $"{@from ?? arrow.From} may not use {to ?? arrow.To}: {arrow.Example}",
    ];

    /// <summary>Arrows of the table from rooms that there are, which no code needs.</summary>
    public ImmutableArray<string> Unused(IReadOnlyCollection<Arrow> arrows)
    {
        HashSet<(string?, string?)> used = [.. arrows.Select(arrow => (Of(arrow.From), Of(arrow.To)))];
        HashSet<string?> rooms = [.. used.Select(static arrow => arrow.Item1)];
        return
        [
            .. from row in _rows
               where rooms.Contains(row.Key)
               from to in row.Value
               where !used.Contains((row.Key, to))
               select $"{row.Key} → {to}",
        ];
    }

    [GeneratedRegex(@"^\| `([^`]+)` \|[^|\n]*\|([^|\n]*)\|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Name();
}
