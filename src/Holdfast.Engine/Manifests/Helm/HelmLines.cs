using System.Text.RegularExpressions;

namespace Holdfast.Engine.Manifests.Helm;

/// <summary>The lines of a template: what is on them beside actions, and which of them are lines of a block of text.</summary>
internal sealed class HelmLines
{
    private static readonly Regex BlockHeader = new(@"^\s*((?:- +)*).*?(?:^|[:-] +|- )[|>][-+0-9]{0,2}\s*(?:#.*)?$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private static readonly char[] BlockMarks = ['|', '>'];

    private readonly int[] _starts;

    private readonly string[] _contents;

    /// <summary>How deep the text of a block is; -1 for lines of none.</summary>
    private readonly int[] _blockIndents;

    public HelmLines(string text, IReadOnlyList<HelmAction> actions)
    {
        List<int> starts = [0];
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                starts.Add(i + 1);
            }
        }

        _starts = [.. starts];
        char[] without = text.ToCharArray();
        foreach (HelmAction action in actions)
        {
            for (int i = action.Span.Start; i < action.Span.End; i++)
            {
                without[i] = without[i] is '\n' or '\r' ? without[i] : '\uE001';
            }
        }

        string all = new(without);
        _contents = [.. _starts.Select((start, line) => all.Substring(start, (line + 1 < _starts.Length ? _starts[line + 1] : all.Length) - start).TrimEnd('\n', '\r'))];
        _blockIndents = FindBlocks();
    }

    public int LineAt(int position)
    {
        int index = Array.BinarySearch(_starts, position);
        return index >= 0 ? index : ~index - 1;
    }

    public int StartOf(int line) => _starts[line];

    /// <summary>How deep the text of a line must be that is in a block of text; -1 where it is in none.</summary>
    public int BlockIndent(int line) => _blockIndents[line];

    /// <summary>Whether something else than actions and blanks is on a line.</summary>
    public bool HasContent(int line) => HasContent(_contents[line]);

    /// <summary>Whether something else than actions and blanks is on a line before a position.</summary>
    public bool HasContentBefore(int position) => HasContent(_contents[LineAt(position)].Substring(0, position - _starts[LineAt(position)]));

    /// <summary>Whether something else than actions and blanks is on a line behind a position.</summary>
    public bool HasContentAfter(int position) => HasContent(_contents[LineAt(position)].Substring(Math.Min(position - _starts[LineAt(position)], _contents[LineAt(position)].Length)));

    /// <summary>The next line with content, going up or down, outside of comments; null where there is none.</summary>
    /// <param name="line">Where to begin.</param>
    /// <param name="step">1 or -1.</param>
    /// <param name="depth">Deeper lines are passed over.</param>
    public int? Near(int line, int step, int depth = int.MaxValue)
    {
        for (int i = line + step; i >= 0 && i < _contents.Length; i += step)
        {
            if (HasContent(i) && IndentOf(i) <= depth && !_contents[i].TrimStart().StartsWith("#", StringComparison.Ordinal))
            {
                return i;
            }
        }

        return null;
    }

    /// <summary>How deep a line's text is.</summary>
    public int IndentOf(int line) => _contents[line].Length - _contents[line].TrimStart(' ').Length;

    /// <summary>Whether a line begins an item of a list.</summary>
    public bool IsItem(int line) => _contents[line].TrimStart() is "-" || _contents[line].TrimStart().StartsWith("- ", StringComparison.Ordinal);

    /// <summary>Whether a line ends with a key whose value is below.</summary>
    public bool EndsWithKey(int line) => _contents[line].TrimEnd(' ', '\t').EndsWith(":", StringComparison.Ordinal);

    /// <summary>Whether a key is before a position, and nothing between the two.</summary>
    public bool IsBehindKey(int position) =>
        _contents[LineAt(position)].Substring(0, position - _starts[LineAt(position)]).TrimEnd(' ', '\t').EndsWith(":", StringComparison.Ordinal);

    private static bool HasContent(string text)
    {
        foreach (char c in text)
        {
            if (c is not (' ' or '\t' or '\uE001' or '\r'))
            {
                return true;
            }
        }

        return false;
    }

    private int[] FindBlocks()
    {
        int[] indents = new int[_contents.Length];
        int header = -1;
        int depth = -1;
        for (int i = 0; i < _contents.Length; i++)
        {
            indents[i] = -1;
            if (header >= 0 && (!HasContent(i) || IndentOf(i) > header))
            {
                depth = HasContent(i) && depth < 0 ? IndentOf(i) : depth;
                indents[i] = depth < 0 ? header + 1 : depth;
                continue;
            }

            header = -1;
            depth = -1;

            // Nearly no line has one of the two, and the pattern tries each place of those that have none.
            if (HasContent(i) && _contents[i].IndexOfAny(BlockMarks) >= 0 && BlockHeader.Match(_contents[i].Replace('\uE001', 'x')) is { Success: true } match)
            {
                header = IndentOf(i) + match.Groups[1].Length;
            }
        }

        return indents;
    }
}
