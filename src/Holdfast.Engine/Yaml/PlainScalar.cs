namespace Holdfast.Engine.Yaml;

/// <summary>
/// Decides whether a string may be written without quotes. Readers disagree about what a plain text means: YAML 1.1
/// knows <c>yes</c>, <c>0644</c>, <c>12:30</c> and dates, YAML 1.2 knows <c>0o17</c>, go-yaml (kubectl, the API server) a
/// mixture. What is a number, a boolean, a date or null for any of them is quoted, and so is what merely resembles one.
/// </summary>
internal static class PlainScalar
{
    /// <summary>
    /// All that any reader's numbers and timestamps are made of, base 60, hexadecimal floats and <c>8_0</c> included. It
    /// takes in versions and addresses (<c>1.2.3</c> is a float to the letter of YAML 1.1) and digits of a commit id, but
    /// neither <c>10Gi</c> nor <c>500m</c>.
    /// </summary>
    private const string NumberAlphabet = "0123456789abcdefABCDEFxXoOpPtTzZ_,.:+- ";

    private static readonly bool[] InNumberAlphabet = CreateTable(NumberAlphabet);

    public static bool CanHold(string text) =>
        text.Length > 0 && BeginsPlainly(text) && IsPlainThroughout(text) && !IsKeyword(text);

    private static bool BeginsPlainly(string text)
    {
        char first = text[0];
        return first switch
        {
            _ when IsLetter(first) => true,
            >= '0' and <= '9' => true,
            '/' or '_' or '$' or '(' => true,
            '.' => !text.StartsWith("...", StringComparison.Ordinal),
            '-' => BeginsLikeAnOption(text),
            > '\x7F' => true,
            _ => false,
        };
    }

    /// <summary>Whether a text reads <c>-x</c> or <c>--x</c>: no number, no list item, no document marker.</summary>
    private static bool BeginsLikeAnOption(string text)
    {
        int name = text.Length > 1 && text[1] == '-' ? 2 : 1;
        return name < text.Length && IsLetter(text[name]);
    }

    private static bool IsPlainThroughout(string text)
    {
        bool mayBeNumber = text[0] is (>= '0' and <= '9') or '.';
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            mayBeNumber = mayBeNumber && c < InNumberAlphabet.Length && InNumberAlphabet[c];
            switch (c)
            {
                // A blank at the end gets lost; one before # begins a comment; a key with one before * misleads YamlDotNet.
                case ' ' when i + 1 == text.Length || text[i + 1] is '#' or '*':
                // A colon at the end or before a blank ends a key.
                case ':' when i + 1 == text.Length || text[i + 1] == ' ':
                    return false;
                case > ' ' and < '\x7F' or ' ':
                    break;
                case var _ when YamlCharacter.IsPairAt(text, i):
                    i++;
                    mayBeNumber = false;
                    break;
                // Quotes show where foreign blanks begin and end.
                case var _ when char.IsSurrogate(c) || char.IsWhiteSpace(c) || YamlCharacter.NeedsEscape(c):
                    return false;
            }
        }

        return !mayBeNumber;
    }

    private static bool IsKeyword(string text) => text.Length switch
    {
        1 => text[0] is 'y' or 'Y' or 'n' or 'N',
        2 => Is(text, "no") || Is(text, "on"),
        3 => Is(text, "yes") || Is(text, "off"),
        4 => Is(text, "true") || Is(text, "null") || Is(text, ".inf") || Is(text, ".nan"),
        5 => Is(text, "false"),
        _ => false,
    };

    private static bool Is(string text, string keyword) => string.Equals(text, keyword, StringComparison.OrdinalIgnoreCase);

    private static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    private static bool[] CreateTable(string members)
    {
        var table = new bool[128];
        foreach (char member in members)
        {
            table[member] = true;
        }

        return table;
    }
}
