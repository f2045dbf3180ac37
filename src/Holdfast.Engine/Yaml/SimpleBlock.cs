using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Engine.Yaml;

/// <summary>Texts of several lines of simple YAML, behind <c>|</c> and <c>&gt;</c>.</summary>
/// <param name="at">Where such a text begins.</param>
/// <param name="indent">How deep what it belongs to is indented.</param>
internal sealed class SimpleBlock(SimpleCursor at, int indent)
{
    private readonly string _text = at.Text;
    private readonly StringBuilder _value = new();
    private readonly bool _isLiteral = at.Text[at.Position] == '|';

    /// <summary>How many ends of empty lines are not written yet.</summary>
    private int _breaks;

    /// <summary>Where the line begins that is read next, and how many blanks of it were taken for indentation.</summary>
    private int _line;
    private int _column;

    /// <summary>Reads the text; the cursor stops at the line behind it.</summary>
    /// <returns>False where it is not simple.</returns>
    public bool Read(ref YamlEvent scalar)
    {
        int start = at.Position;
        if (!ReadHeader(start + 1, out char chomping, out int depth) || !ReadFirstBreaks(ref depth))
        {
            return false;
        }

        bool hasBreak = false;
        bool wasBlank = false;
        int length = _text.Length;
        while (_column == depth && _line + depth < length)
        {
            int from = _line + depth;
            bool isBlank = _text[from] is ' ' or '\t';
            if (hasBreak && (_isLiteral || wasBlank || isBlank))
            {
                _value.Append('\n');
            }
            else if (hasBreak && _breaks == 0)
            {
                _value.Append(' ');
            }

            _value.Append('\n', _breaks);
            _breaks = 0;
            wasBlank = isBlank;
            int end = _text.IndexOf('\n', from);
            hasBreak = end >= 0;
            end = hasBreak ? end : length;
            _value.Append(_text, from, (end > from && _text[end - 1] == '\r' && hasBreak ? end - 1 : end) - from);
            _line = hasBreak ? end + 1 : end;
            ReadBreaks(depth);
        }

        _value.Append('\n', hasBreak && chomping != '-' ? 1 : 0).Append('\n', chomping == '+' ? _breaks : 0);
        scalar = new YamlEvent(YamlEventKind.Scalar, TextSpan.FromBounds(start, _line), _value.ToString());
        at.StartLine(_line);
        return true;
    }

    /// <summary>Reads what is behind the sign, up to the end of the line.</summary>
    private bool ReadHeader(int i, out char chomping, out int depth)
    {
        chomping = ' ';
        depth = 0;
        for (; i < _text.Length && _text[i] is not (' ' or '\r' or '\n'); i++)
        {
            char c = _text[i];
            if (c is '+' or '-' && chomping == ' ')
            {
                chomping = c;
            }
            else if (c is >= '1' and <= '9' && depth == 0)
            {
                depth = indent + (c - '0');
            }
            else
            {
                return false;
            }
        }

        while (i < _text.Length && _text[i] == ' ')
        {
            i++;
        }

        if (i < _text.Length && _text[i] == '#')
        {
            i = _text.IndexOf('\n', i) is var end and >= 0 ? end : _text.Length;
        }

        if (i < _text.Length && _text[i] is not ('\r' or '\n'))
        {
            return false;
        }

        // Where the file ends here, the library sees no first line.
        _line = i == _text.Length ? -1 : _text.IndexOf('\n', i) + 1;
        return _line >= 0;
    }

    /// <summary>
    /// Reads the empty lines at the start, and finds out how deep the text is indented where the header does not say it. The library
    /// refuses some blanks in such lines, which is left to it.
    /// </summary>
    private bool ReadFirstBreaks(ref int depth)
    {
        int deepest = 0;
        bool hasBreaks = false;
        while (true)
        {
            _column = 0;
            while ((depth == 0 || _column < depth) && _line + _column < _text.Length && _text[_line + _column] == ' ')
            {
                _column++;
            }

            int i = _line + _column;
            if (i < _text.Length && _text[i] is ' ' or '\t' && depth > 0)
            {
                return false;
            }

            deepest = Math.Max(deepest, _column);
            if (i == _text.Length || _text[i] is not ('\r' or '\n'))
            {
                break;
            }

            hasBreaks |= _column > 0;
            _breaks++;
            _line = _text.IndexOf('\n', i) + 1;
        }

        if (hasBreaks)
        {
            return false;
        }

        depth = depth == 0 ? Math.Max(deepest, indent + 1) : depth;
        return true;
    }

    /// <summary>Reads empty lines, and the indentation of the line behind them.</summary>
    private void ReadBreaks(int depth)
    {
        while (true)
        {
            _column = 0;
            while (_column < depth && _line + _column < _text.Length && _text[_line + _column] == ' ')
            {
                _column++;
            }

            int i = _line + _column;
            if (i == _text.Length || _text[i] is not ('\r' or '\n'))
            {
                return;
            }

            _breaks++;
            _line = _text.IndexOf('\n', i) + 1;
        }
    }
}
