using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Engine.Yaml;

/// <summary>Texts of simple YAML, with quotes or without.</summary>
/// <param name="at">The place in the text.</param>
internal sealed class SimpleScalar(SimpleCursor at)
{
    /// <summary>A longer text is not a key.</summary>
    private const int LongestKey = 1000;

    /// <summary>What begins something else than a text, or begins one only where it depends on what is around it.</summary>
    private const string Indicators = "?:,[]{}#&*!|>'\"%@` \t\r\n";

    private StringBuilder? _value;

    /// <summary>Whether what was read is a key, with its colon at the cursor.</summary>
    public bool IsKey { get; private set; }

    /// <summary>Reads the text at the cursor, which stops behind it.</summary>
    /// <param name="scalar">The text.</param>
    /// <param name="indent">How deep that is indented which the text belongs to.</param>
    /// <param name="isFlow">Whether it is in <c>[]</c> or <c>{}</c>.</param>
    /// <returns>False where it is not simple.</returns>
    public bool Read(ref YamlEvent scalar, int indent, bool isFlow)
    {
        IsKey = false;
        if (at.IsAtEnd)
        {
            return false;
        }

        return at.Text[at.Position] is '"' or '\'' ? Quoted(ref scalar, indent, isFlow) : isFlow ? PlainInFlow(ref scalar, indent) : Plain(ref scalar, indent);
    }

    private bool Plain(ref YamlEvent scalar, int indent)
    {
        int start = at.Position;
        if (!Begins(start) || !PlainLine(start, out int end))
        {
            return false;
        }

        if (IsKey)
        {
            scalar = Of(start, end);
            return at.Position - start <= LongestKey;
        }

        bool isLong = false;
        int breaks;
        while ((breaks = at.SkipBreaks(indent)) > 0 && at.Text[at.Position] != '#')
        {
            if (!isLong)
            {
                isLong = true;
                Start().Append(at.Text, start, end - start);
            }

            int line = at.Position;
            if (!PlainLine(line, out end) || IsKey)
            {
                return false;
            }

            AppendBreaks(breaks);
            _value!.Append(at.Text, line, end - line);
        }

        scalar = isLong ? new YamlEvent(YamlEventKind.Scalar, TextSpan.FromBounds(start, end), _value!.ToString(), IsPlain: true) : Of(start, end);
        return breaks >= 0;
    }

    private bool Begins(int start) => at.Text[start] switch
    {
        '-' => !at.IsBlank(start + 1),
        '.' => at.Column > 0 || string.CompareOrdinal(at.Text, start, "...", 0, 3) != 0,
        var first => Indicators.IndexOf(first) < 0,
    };

    private YamlEvent Of(int start, int end) => new(YamlEventKind.Scalar, TextSpan.FromBounds(start, end), SharedTexts.Of(at.Text, start, end), IsPlain: true);

    /// <summary>Goes to what ends a text without quotes on its line: a colon, a comment or the end of the line.</summary>
    private bool PlainLine(int start, out int end)
    {
        string text = at.Text;
        bool hasStar = false;
        int i = start;
        end = start;
        for (; i < text.Length; i++)
        {
            char c = text[i];
            if (c == ' ')
            {
                continue;
            }

            if (c is '\n' or '\r' || (c == '#' && end < i))
            {
                break;
            }

            if (c == ':' && at.IsBlank(i + 1))
            {
                IsKey = true;
                break;
            }

            if (c == '\t')
            {
                return false;
            }

            // Behind a star the library reads a colon as a part of the text.
            hasStar |= c == '*' && end < i;
            end = i + 1;
        }

        at.Position = i;
        return !(IsKey && hasStar);
    }

    private bool PlainInFlow(ref YamlEvent scalar, int indent)
    {
        string text = at.Text;
        int start = at.Position;
        if (at.Column <= indent || !Begins(start) || (text[start] == '-' && text[start + 1] is ',' or '[' or ']' or '{' or '}'))
        {
            return false;
        }

        int i = start;
        int end = start;
        for (; i < text.Length; i++)
        {
            char c = text[i];
            if (c == ' ')
            {
                continue;
            }

            if (c is '\n' or '\r' or ',' or ']' or '}')
            {
                break;
            }

            if (c == ':')
            {
                IsKey = at.IsBlank(i + 1);
                if (IsKey)
                {
                    break;
                }

                if (text[i + 1] is ',' or '[' or ']' or '{' or '}')
                {
                    return false;
                }
            }

            if (c is '\t' or '[' or '{' || (end < i && c is '#' or '*'))
            {
                return false;
            }

            end = i + 1;
        }

        scalar = Of(start, end);
        at.Position = i;
        return !IsKey || i - start <= LongestKey;
    }

    private bool Quoted(ref YamlEvent scalar, int indent, bool isFlow)
    {
        int start = at.Position;
        if (Unquoted(indent, out bool isLong) is not { } value)
        {
            return false;
        }

        int end = at.Position;
        scalar = new YamlEvent(YamlEventKind.Scalar, TextSpan.FromBounds(start, end), value);
        if (end == at.Text.Length)
        {
            return true;
        }

        // In a flow, JSON has no blank behind the colon.
        char next = at.Text[end];
        IsKey = next == ':' && (at.IsBlank(end + 1) || (isFlow && at.Text[end + 1] != ':'));
        return IsKey ? !isLong && end - start <= LongestKey : next is ' ' or '\r' or '\n' || (isFlow && next is ',' or ']' or '}');
    }

    /// <summary>What is between quotes; null where it is not simple.</summary>
    /// <param name="indent">How deep that is indented which the text belongs to.</param>
    /// <param name="isLong">Whether it has several lines.</param>
    private string? Unquoted(int indent, out bool isLong)
    {
        string text = at.Text;
        char quote = text[at.Position];
        isLong = false;
        bool isChanged = false;
        int copied = at.Position + 1;
        for (int i = copied; i < text.Length; i++)
        {
            char c = text[i];
            if (c == quote && (c == '"' || i + 1 == text.Length || text[i + 1] != quote))
            {
                at.Position = i + 1;
                return isChanged ? _value!.Append(text, copied, i - copied).ToString() : SharedTexts.Of(text, copied, i);
            }

            bool isEscape = c == quote || (c == '\\' && quote == '"');
            if (!isEscape && c != '\n')
            {
                continue;
            }

            if (!isChanged)
            {
                isChanged = true;
                Start();
            }

            // Blanks at the end of a line count only before an escape.
            int end = i;
            while (!isEscape && end > copied && text[end - 1] is ' ' or '\t' or '\r')
            {
                end--;
            }

            _value!.Append(text, copied, end - copied);
            bool isJoined = isEscape && i + 1 < text.Length && text[i + 1] is '\r' or '\n';
            if (isEscape && !isJoined)
            {
                if ((c == quote ? c : Escaped(i + 1 < text.Length ? text[i + 1] : '\n')) is not { } meant)
                {
                    return null;
                }

                _value!.Append(meant);
                i++;
                copied = i + 1;
                continue;
            }

            isLong = true;
            at.Position = isJoined ? i + 1 : i;
            int breaks = at.SkipBreaks(Math.Max(indent, 0));
            if (breaks <= 0)
            {
                return null;
            }

            if (isJoined)
            {
                _value!.Append('\n', breaks - 1);
            }
            else
            {
                AppendBreaks(breaks);
            }

            copied = at.Position;
            i = copied - 1;
        }

        return null;
    }

    /// <summary>Begins a text that is not written as it reads.</summary>
    private StringBuilder Start() => _value = _value?.Clear() ?? new StringBuilder();

    /// <summary>One end of a line is a blank, and of several the first means nothing.</summary>
    private void AppendBreaks(int breaks) => _value!.Append(breaks == 1 ? ' ' : '\n', Math.Max(breaks - 1, 1));

    /// <summary>What an escape of one character means; null for those that are seldom.</summary>
    private static char? Escaped(char escaped) => escaped switch
    {
        '"' or '\\' or '/' or ' ' => escaped,
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        _ => null,
    };
}
