using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Engine.Model.Tree;

/// <summary>From a part of a file's text to a place that can be shown.</summary>
/// <param name="path">The file.</param>
/// <param name="text">Its text.</param>
internal sealed class FileLocations(string path, SourceText text)
{
    /// <summary>Longer texts are in pieces, in which looking for a character takes long.</summary>
    private const int MostInOnePiece = 32_000;

    /// <summary>Where lines begin. The table that a text has of itself takes four times as much, until it is made.</summary>
    private int[]? _starts;

    public string Path => path;

    public Location At(TextSpan span) => Location.Create(path, span, LinesOf(span));

    private LinePositionSpan LinesOf(TextSpan span)
    {
        if (text.Length > MostInOnePiece)
        {
            return text.Lines.GetLinePositionSpan(span);
        }

        int[] starts = _starts ??= Starts();
        return new LinePositionSpan(At(starts, span.Start), At(starts, span.End));
    }

    private static LinePosition At(int[] starts, int position)
    {
        int line = Array.BinarySearch(starts, position);
        line = line < 0 ? ~line - 1 : line;
        return new LinePosition(line, position - starts[line]);
    }

    private int[] Starts()
    {
        var starts = new int[Starts(null)];
        _ = Starts(starts);
        return starts;
    }

    /// <summary>How many lines there are, each of which is written down where there is room.</summary>
    private int Starts(int[]? starts)
    {
        int count = 1;
        int length = text.Length;
        for (int i = 0; i < length; i++)
        {
            char c = text[i];
            if (c is '\n' or '\u0085' or '\u2028' or '\u2029' || (c == '\r' && (i + 1 == length || text[i + 1] != '\n')))
            {
                if (starts is not null)
                {
                    starts[count] = i + 1;
                }

                count++;
            }
        }

        return count;
    }
}
