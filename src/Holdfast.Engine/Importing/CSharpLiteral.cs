using System.Globalization;
using System.Text;

namespace Holdfast.Engine.Importing;

/// <summary>Texts as C# literals: several lines as a raw string, everything else in quotes.</summary>
internal static class CSharpLiteral
{
    private const int UsualQuotes = 3;

    /// <param name="text">The text.</param>
    /// <param name="indent">The column that the lines of a raw string begin at.</param>
    public static string Of(string text, int indent) => IsRaw(text) ? Raw(text, indent) : Quoted(text);

    /// <summary>In quotes, with escapes for what does not show.</summary>
    public static string Quoted(string text)
    {
        var literal = new StringBuilder("\"", text.Length + 2);
        foreach (char c in text)
        {
            switch (c)
            {
                case '"':
                    literal.Append("\\\"");
                    break;
                case '\\':
                    literal.Append("\\\\");
                    break;
                case '\n':
                    literal.Append("\\n");
                    break;
                case '\r':
                    literal.Append("\\r");
                    break;
                case '\t':
                    literal.Append("\\t");
                    break;
                default:
                    if (IsVisible(c))
                    {
                        literal.Append(c);
                    }
                    else
                    {
                        literal.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
                    }

                    break;
            }
        }

        return literal.Append('"').ToString();
    }

    /// <summary>Whether it reads better, and is the same text, line by line.</summary>
    public static bool IsRaw(string text) => text.IndexOf('\n') >= 0 && text.Length > 1 && text.All(static c => c is '\n' or '\t' || IsVisible(c));

    private static string Raw(string text, int indent)
    {
        string quotes = new('"', Math.Max(UsualQuotes, LongestRun(text) + 1));
        string margin = new(' ', indent);
        var literal = new StringBuilder(quotes).Append('\n');
        foreach (string line in text.Split('\n'))
        {
            literal.Append(line.Length == 0 ? string.Empty : margin).Append(line).Append('\n');
        }

        return literal.Append(margin).Append(quotes).ToString();
    }

    private static int LongestRun(string text)
    {
        int longest = 0;
        int run = 0;
        foreach (char c in text)
        {
            run = c == '"' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    /// <summary>Halves of characters and what changes lines or directions are escaped.</summary>
    private static bool IsVisible(char c) => char.GetUnicodeCategory(c) is not (
        UnicodeCategory.Control
        or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Surrogate
        or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned) && (c == ' ' || !char.IsWhiteSpace(c));
}
