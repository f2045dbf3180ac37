using Holdfast.Engine.Manifests.Files;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Engine.Manifests.Helm;

/// <summary>
/// A template as YAML: a mark for each value, nothing where parts begin and end, and each character of the rest keeps
/// its place. All branches are in it; <see cref="PartAt"/> says what may not be there.
/// </summary>
internal sealed class HelmText
{
    /// <summary>What asks for the cluster's version, or for what it serves.</summary>
    private static readonly string[] VersionMarks = [".Capabilities", "semverCompare", "apiVersion"];

    private readonly string _raw;

    private readonly char[] _text;

    private readonly HelmLines _lines;

    private readonly List<TextSpan> _parts = [];

    private readonly List<TextSpan> _partsOfVersions = [];

    private readonly HashSet<int> _filledLines = [];

    private bool _isReadable = true;

    private HelmText(string raw, IReadOnlyList<HelmAction> actions, IReadOnlyList<HelmBlock> blocks)
    {
        _raw = raw;
        _text = raw.ToCharArray();
        _lines = new HelmLines(raw, actions);
        var done = new HashSet<HelmAction>();
        foreach (HelmBlock block in Enumerable.Reverse(blocks))
        {
            if (!done.Contains(block.Open))
            {
                Write(block, actions, done);
            }
        }

        foreach (HelmAction action in actions.Where(action => !done.Contains(action)))
        {
            Write(action);
        }
    }

    /// <summary>What a parser of YAML reads.</summary>
    public string Yaml => new(_text);

    /// <summary>Null where the text is not a template, or not one that is a YAML text with parts.</summary>
    public static HelmText? Of(string text) =>
        HelmAction.In(text) is { } actions && HelmBlock.Of(actions) is { } blocks && new HelmText(text, actions, blocks) is { _isReadable: true } read ? read : null;

    /// <summary>The innermost part that may not be there around a position; null for what is always there.</summary>
    public TextSpan? PartAt(int position)
    {
        TextSpan? innermost = null;
        foreach (TextSpan part in _parts)
        {
            if (position >= part.Start && position < part.End && (innermost is null || part.Length < innermost.Value.Length))
            {
                innermost = part;
            }
        }

        return innermost;
    }

    /// <summary>Whether what is at a position is for clusters of some versions only.</summary>
    public bool IsOfVersions(int position) => _partsOfVersions.Any(part => position >= part.Start && position < part.End);

    /// <summary>Whether something is written below the key at a position that is not known.</summary>
    public bool IsFilled(int position) => _filledLines.Contains(_lines.LineAt(position));

    /// <summary>The text of the template.</summary>
    public string RawAt(TextSpan span) => _raw.Substring(span.Start, span.Length);

    private void Write(HelmBlock block, IReadOnlyList<HelmAction> actions, HashSet<HelmAction> done)
    {
        bool isOneLine = _lines.LineAt(block.Span.Start) == _lines.LineAt(block.Span.End - 1);
        bool isDefinition = block.Open.Kind == HelmActionKind.Define;
        if (isOneLine || isDefinition)
        {
            done.UnionWith(actions.Where(action => block.Span.Contains(action.Span)));
            if (isDefinition)
            {
                Fill(block.Span, ' ', keepsLines: true);
            }
            else if (_lines.HasContentBefore(block.Span.Start) || _lines.HasContentAfter(block.Span.End))
            {
                Fill(block.Span, Placeholders.Mark, keepsLines: false);
            }
            else
            {
                WriteAlone(block.Span, actions.Where(action => block.Span.Contains(action.Span)).Select(static action => action.Indent).FirstOrDefault(static indent => indent is not null));
            }

            return;
        }

        _parts.AddRange(block.Branches);
        if (block.Elses.Append(block.Open).Any(static action => VersionMarks.Any(mark => action.Body.IndexOf(mark, StringComparison.Ordinal) >= 0)))
        {
            _partsOfVersions.Add(block.Span);
        }

        foreach (HelmAction action in block.Elses.Append(block.Open).Append(block.End))
        {
            done.Add(action);
            WriteNothing(action);
        }
    }

    private void Write(HelmAction action)
    {
        int line = _lines.LineAt(action.Span.Start);
        int last = _lines.LineAt(action.Span.End - 1);
        bool isAlone = !_lines.HasContentBefore(action.Span.Start) && !_lines.HasContentAfter(action.Span.End);
        if (action.Kind != HelmActionKind.Expression)
        {
            WriteNothing(action);
        }
        else if (isAlone)
        {
            WriteAlone(action.Span, action.Indent);
        }
        else if (action.BeginsLine && line == last && !_lines.HasContentAfter(action.Span.End) && _lines.IsBehindKey(action.Span.Start))
        {
            // The value begins on the next line, and what is there belongs to it as well.
            Fill(action.Span, ' ', keepsLines: true);
            _filledLines.Add(line);
        }
        else
        {
            Fill(action.Span, Placeholders.Mark, keepsLines: false);
        }
    }

    /// <summary>In a block of text, what may not be there makes all of the text unknown.</summary>
    private void WriteNothing(HelmAction action)
    {
        int line = _lines.LineAt(action.Span.Start);
        if (_lines.BlockIndent(line) < 0)
        {
            Fill(action.Span, ' ', keepsLines: true);
        }
        else if (_lines.HasContent(line))
        {
            Fill(action.Span, Placeholders.Mark, keepsLines: false);
        }
        else
        {
            WriteAt(action.Span, _lines.BlockIndent(line), Placeholders.Mark.ToString());
        }
    }

    /// <summary>What is written on its own lines: an item, or a field, of what is around it.</summary>
    private void WriteAlone(TextSpan span, int? indent)
    {
        int line = _lines.LineAt(span.Start);
        if (_lines.BlockIndent(line) >= 0)
        {
            WriteAt(span, _lines.BlockIndent(line), Placeholders.Mark.ToString());
            return;
        }

        // A second one on the same line adds nothing.
        int start = _lines.StartOf(line);
        if (new string(_text, start, span.Start - start).Trim().Length > 0)
        {
            Fill(span, ' ', keepsLines: true);
            return;
        }

        int depth = indent ?? span.Start - start;
        int? before = _lines.Near(line, -1);
        int? after = _lines.Near(_lines.LineAt(span.End - 1), 1);
        bool isBelowKey = before is { } above && _lines.EndsWithKey(above);
        if (isBelowKey)
        {
            _filledLines.Add(before!.Value);
        }

        int? sibling = _lines.Near(line, -1, depth);
        if (IsItem(sibling) && !IsItem(after) && KeyOfItems(sibling!.Value, depth) is { } key)
        {
            // Items may stand as deep as the key of their list, so it is one of these or a field beside the list.
            _filledLines.Add(key);
            WriteAt(span, depth, Placeholders.Mark + ":");
            return;
        }

        bool isItem = IsItem(sibling) || (isBelowKey && (_lines.IndentOf(before!.Value) == depth || IsItem(after)));
        WriteAt(span, depth, isItem ? "- " + Placeholders.Mark : Placeholders.Mark + ":");

        bool IsItem(int? near) => near is { } other && _lines.IndentOf(other) == depth && _lines.IsItem(other);
    }

    /// <summary>The line with the key of the items above, where it is as deep as they are.</summary>
    private int? KeyOfItems(int line, int depth)
    {
        int? above = line;
        while (above is { } item && _lines.IndentOf(item) == depth && _lines.IsItem(item))
        {
            above = _lines.Near(item, -1, depth);
        }

        return above is { } key && _lines.IndentOf(key) == depth ? key : null;
    }

    /// <summary>Writes at a depth of the span's first line. What does not fit into it cannot be written without moving the rest.</summary>
    private void WriteAt(TextSpan span, int depth, string written)
    {
        int start = _lines.StartOf(_lines.LineAt(span.Start));
        Fill(span, ' ', keepsLines: false);
        if (start + depth + written.Length > span.End)
        {
            _isReadable = false;
            return;
        }

        for (int i = 0; i < written.Length; i++)
        {
            _text[start + depth + i] = written[i];
        }
    }

    private void Fill(TextSpan span, char with, bool keepsLines)
    {
        for (int i = span.Start; i < span.End; i++)
        {
            _text[i] = keepsLines && _text[i] is '\n' or '\r' ? _text[i] : with;
        }
    }
}
