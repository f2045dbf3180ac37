namespace Holdfast.Engine.Yaml;

/// <summary>A place in a text of simple YAML, and the way to the next thing in it.</summary>
internal sealed class SimpleCursor
{
    private const char ByteOrderMark = '\uFEFF';

    private int _lineStart;

    public SimpleCursor(string text)
    {
        Text = text;
        StartLine(text.Length > 0 && text[0] == ByteOrderMark ? 1 : 0);
    }

    public string Text { get; }

    public int Position { get; set; }

    /// <summary>How far the place is from the start of its line.</summary>
    public int Column => Position - _lineStart;

    public bool IsAtEnd => Position == Text.Length;

    /// <summary>Whether <c>---</c> is here, between two documents.</summary>
    public bool IsAtMarker =>
        Position == _lineStart
        && Position + 2 < Text.Length
        && Text[Position] == '-'
        && Text[Position + 1] == '-'
        && Text[Position + 2] == '-'
        && IsBlank(Position + 3);

    /// <summary>Whether an item of a list begins here.</summary>
    public bool IsAtDash => Position < Text.Length && Text[Position] == '-' && IsBlank(Position + 1);

    /// <summary>Whether no text is at a place.</summary>
    public bool IsBlank(int position) => position >= Text.Length || Text[position] is ' ' or '\n' or '\r' or '\t';

    /// <summary>Goes on to the next thing, over blanks, comments and the ends of lines.</summary>
    /// <param name="isNewLine">Set where a line has ended.</param>
    /// <returns>False where there is a tab, which may indent, and where a comment has no blank before it.</returns>
    public bool SkipBlanks(ref bool isNewLine)
    {
        string text = Text;
        int i = Position;
        for (; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '#')
            {
                if (i > _lineStart && text[i - 1] != ' ')
                {
                    return false;
                }

                i = text.IndexOf('\n', i);
                if (i < 0)
                {
                    i = text.Length;
                    break;
                }

                c = '\n';
            }

            if (c == '\n')
            {
                isNewLine = true;
                _lineStart = i + 1;
            }
            else if (c is not (' ' or '\r'))
            {
                break;
            }
        }

        Position = i;
        return i == text.Length || text[i] != '\t';
    }

    /// <summary>Goes on from the end of a line to the next text of a value of several lines, which is deeper than something.</summary>
    /// <returns>How many lines have ended; 0 where the next text is not deeper, and -1 where there is a tab, which may indent.</returns>
    public int SkipBreaks(int indent)
    {
        string text = Text;
        int breaks = 0;
        int start = _lineStart;
        int i = Position;
        for (; i < text.Length && text[i] is ' ' or '\r' or '\n'; i++)
        {
            if (text[i] == '\n')
            {
                breaks++;
                start = i + 1;
            }
        }

        if (i < text.Length && text[i] == '\t')
        {
            return -1;
        }

        if (i == text.Length || i - start <= indent)
        {
            return 0;
        }

        Position = i;
        _lineStart = start;
        return breaks;
    }

    /// <summary>Goes to the start of another line.</summary>
    public void StartLine(int position)
    {
        Position = position;
        _lineStart = position;
    }
}
