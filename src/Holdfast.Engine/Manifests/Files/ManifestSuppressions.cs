using System.Collections.Immutable;
using Holdfast.Engine.Model.Tree;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Engine.Manifests.Files;

/// <summary>
/// Comments that suppress a finding: <c># holdfast:ignore HF3001 reason</c>. Behind a value it is for its
/// line. On its own line it is for the next line and all that is indented below it; before the first line of an object
/// it is for the object.
/// </summary>
internal sealed class ManifestSuppressions
{
    private const string Marker = "holdfast:ignore";

    private readonly ImmutableArray<(string Id, int First, int Last)> _ranges;

    public static ManifestSuppressions None { get; } = new([], []);

    private ManifestSuppressions(ImmutableArray<(string Id, int First, int Last)> ranges, ImmutableArray<(Location? Location, string Text)> unreadable)
    {
        _ranges = ranges;
        Unreadable = unreadable;
    }

    /// <summary>Comments that name no rule.</summary>
    public ImmutableArray<(Location? Location, string Text)> Unreadable { get; }

    /// <summary>Whether a finding at a line, counted from 0, is not wanted.</summary>
    public bool Covers(string id, int line)
    {
        foreach ((string ignored, int first, int last) in _ranges)
        {
            if (line >= first && line <= last && string.Equals(ignored, id, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    public static ManifestSuppressions Read(SourceText text, FileLocations places)
    {
        string all = text.ToString();
        if (all.IndexOf(Marker, StringComparison.Ordinal) < 0)
        {
            return None;
        }

        string[] lines = [.. text.Lines.Select(static line => line.ToString())];
        ImmutableArray<(string, int, int)>.Builder ranges = ImmutableArray.CreateBuilder<(string, int, int)>();
        ImmutableArray<(Location?, string)>.Builder unreadable = ImmutableArray.CreateBuilder<(Location?, string)>();
        for (int i = 0; i < lines.Length; i++)
        {
            int comment = CommentWithMarker(lines[i]);
            if (comment < 0)
            {
                continue;
            }

            string[] ids = IdsOf(lines[i].Substring(lines[i].IndexOf(Marker, comment, StringComparison.Ordinal) + Marker.Length));
            if (ids.Length == 0)
            {
                unreadable.Add((places.At(TextSpan.FromBounds(text.Lines[i].Start + comment, text.Lines[i].End)), lines[i].Substring(comment).Trim()));
            }

            (int first, int last) = lines[i].Substring(0, comment).Trim().Length > 0 ? (i, i) : Block(lines, i + 1);
            foreach (string id in ids)
            {
                ranges.Add((id, first, last));
            }
        }

        return new ManifestSuppressions(ranges.ToImmutable(), unreadable.ToImmutable());
    }

    /// <summary>Where the comment begins that carries the marker; -1 where there is none.</summary>
    private static int CommentWithMarker(string line)
    {
        int marker = line.IndexOf(Marker, StringComparison.Ordinal);
        if (marker < 0)
        {
            return -1;
        }

        // A comment begins at the line's start or after a blank; anything else is part of a value.
        int hash = line.LastIndexOf('#', marker);
        return hash >= 0
            && (hash == 0 || line[hash - 1] is ' ' or '\t')
            && line.Substring(hash + 1, marker - hash - 1).Trim().Length == 0
                ? hash
                : -1;
    }

    /// <summary>The ids at the start; what follows them is the reason.</summary>
    private static string[] IdsOf(string text) =>
    [
        .. text.Split([' ', '\t', ','], StringSplitOptions.RemoveEmptyEntries)
            .TakeWhile(static word => word.Length == 6
                && word.StartsWith("HF", StringComparison.OrdinalIgnoreCase)
                && word.Skip(2).All(static c => c is >= '0' and <= '9')),
    ];

    /// <summary>From the next line with content to the end of what belongs to it.</summary>
    private static (int First, int Last) Block(string[] lines, int from)
    {
        int first = from;
        while (first < lines.Length && (IsEmpty(lines[first]) || IsSeparator(lines[first])))
        {
            first++;
        }

        if (first >= lines.Length)
        {
            return (from, from);
        }

        bool startsObject = StartsObject(lines, from, first);
        int indent = Indent(lines[first]);
        int last = first;
        for (int i = first + 1; i < lines.Length && !IsSeparator(lines[i]); i++)
        {
            if (IsEmpty(lines[i]))
            {
                continue;
            }

            // The items of a list may stand as deep as its key.
            bool isItemOfKey = Indent(lines[i]) == indent && lines[i].TrimStart().StartsWith("- ", StringComparison.Ordinal) && !lines[first].TrimStart().StartsWith("- ", StringComparison.Ordinal);
            if (!startsObject && Indent(lines[i]) <= indent && !isItemOfKey)
            {
                break;
            }

            last = i;
        }

        return (first, last);
    }

    /// <summary>Whether nothing but comments is between the start of the object and its first line.</summary>
    private static bool StartsObject(string[] lines, int comment, int first)
    {
        for (int i = comment; i < first; i++)
        {
            if (IsSeparator(lines[i]))
            {
                return true;
            }
        }

        for (int i = comment - 1; i >= 0; i--)
        {
            if (IsSeparator(lines[i]))
            {
                return true;
            }

            if (!IsEmpty(lines[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsEmpty(string line)
    {
        string content = line.Trim('\uFEFF', ' ', '\t', '\r');
        return content.Length == 0 || content[0] == '#';
    }

    private static bool IsSeparator(string line) => line.StartsWith("---", StringComparison.Ordinal);

    private static int Indent(string line) => line.Length - line.TrimStart(' ').Length;
}
