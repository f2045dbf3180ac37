using System.Text;

namespace Holdfast.Analyzers.Generation;

/// <summary>Writes C#, indented by tabs, with <c>\n</c> on every machine.</summary>
internal sealed class SourceWriter
{
    /// <summary>Room for a usual application, so that its text is not copied while it grows.</summary>
    private const int UsualLength = 16 * 1024;

    /// <summary>A longer text's room is not kept.</summary>
    private const int LongestKept = 256 * 1024;

    [ThreadStatic]
    private static StringBuilder? Kept;

    private readonly StringBuilder _text;
    private int _depth;

    public SourceWriter()
    {
        _text = Kept ?? new StringBuilder(UsualLength);
        Kept = null;
    }

    /// <summary>A writer for what is put in later with <see cref="Raw"/>, at the depth that this one has now.</summary>
    public SourceWriter Part() => new() { _depth = _depth };

    public SourceWriter Line(string line = "") => Line(line, string.Empty);

    /// <summary>A line of several texts, which are not put together before.</summary>
    public SourceWriter Line(string first, string second, string third = "", string fourth = "")
    {
        if (first.Length > 0)
        {
            _text.Append('\t', _depth).Append(first).Append(second).Append(third).Append(fourth);
        }

        _text.Append('\n');
        return this;
    }

    public SourceWriter Open(string header)
    {
        Line(header).Line("{");
        _depth++;
        return this;
    }

    public SourceWriter Close()
    {
        _depth--;
        return Line("}");
    }

    /// <summary>Closes an initialiser.</summary>
    public SourceWriter CloseStatement() => Close(";");

    /// <summary>Closes an initialiser.</summary>
    /// <param name="end">What is behind the brace.</param>
    public SourceWriter Close(string end)
    {
        _depth--;
        return Line("}" + end);
    }

    /// <summary>Lines that were written elsewhere, each at the present depth.</summary>
    public SourceWriter Lines(string lines)
    {
        foreach (string line in lines.Split('\n'))
        {
            if (line.Length > 0)
            {
                Line(line);
            }
        }

        return this;
    }

    /// <summary>Text that must stand as it is, without indentation: the inside of a verbatim string.</summary>
    public SourceWriter Raw(string text)
    {
        _text.Append(text);
        return this;
    }

    /// <summary>The beginning of a line that something else continues.</summary>
    public SourceWriter Begin(string text)
    {
        _text.Append('\t', _depth).Append(text);
        return this;
    }

    /// <summary>The inside of a verbatim string literal.</summary>
    /// <param name="append">Appends the text that the literal stands for.</param>
    public SourceWriter Verbatim(Action<StringBuilder> append)
    {
        int start = _text.Length;
        append(_text);
        _text.Replace("\"", "\"\"", start, _text.Length - start);
        return this;
    }

    public override string ToString() => _text.ToString();

    /// <summary>The whole text; the writer must not be used any more.</summary>
    public string Finish()
    {
        string text = _text.ToString();
        if (_text.Capacity <= LongestKept)
        {
            Kept = _text.Clear();
        }

        return text;
    }
}
