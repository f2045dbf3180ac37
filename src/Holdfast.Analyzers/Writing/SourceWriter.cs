using System.Text;

namespace Holdfast.Analyzers.Writing;

/// <summary>Writes indented C# with <c>\n</c> on every machine.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new(4096);
    private int _depth;

    /// <summary>A writer for what is put in later with <see cref="Raw"/>, at the depth that this one has now.</summary>
    public SourceWriter Part() => new() { _depth = _depth };

    public SourceWriter Line(string line = "")
    {
        if (line.Length > 0)
        {
            _text.Append(' ', _depth * 4).Append(line);
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
    /// <param name="end">What stands behind the brace.</param>
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

    public override string ToString() => _text.ToString();
}
