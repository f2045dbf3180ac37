using System.Text;

namespace Holdfast.Engine.Yaml;

/// <summary>
/// Writes a string on one line: plain where every reader finds that same string, else in double quotes.
/// </summary>
/// <remarks>
/// Only escapes are used that YAML 1.1, YAML 1.2 and go-yaml all know: <c>\" \\ \n \r \t \xNN \uNNNN</c>.
/// A lone surrogate is not a character and has no form in YAML (readers refuse <c>"\uD800"</c>): U+FFFD replaces it,
/// as it does when .NET encodes it in UTF-8.
/// </remarks>
internal static class YamlString
{
    private const string HexDigits = "0123456789ABCDEF";

    public static void Append(StringBuilder builder, string text)
    {
        if (PlainScalar.CanHold(text))
        {
            builder.Append(text);
        }
        else
        {
            AppendQuoted(builder, text);
        }
    }

    private static void AppendQuoted(StringBuilder builder, string text)
    {
        builder.Append('"');
        int copied = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c is not ('"' or '\\') && !YamlCharacter.NeedsEscape(c))
            {
                if (!char.IsSurrogate(c))
                {
                    continue;
                }

                if (YamlCharacter.IsPairAt(text, i))
                {
                    i++;
                    continue;
                }
            }

            builder.Append(text, copied, i - copied);
            AppendEscaped(builder, c);
            copied = i + 1;
        }

        builder.Append(text, copied, text.Length - copied).Append('"');
    }

    private static void AppendEscaped(StringBuilder builder, char c)
    {
        switch (c)
        {
            case '"':
                builder.Append("\\\"");
                break;
            case '\\':
                builder.Append("\\\\");
                break;
            case '\n':
                builder.Append("\\n");
                break;
            case '\r':
                builder.Append("\\r");
                break;
            case '\t':
                builder.Append("\\t");
                break;
            case <= '\xFF':
                builder.Append("\\x").Append(HexDigits[c >> 4]).Append(HexDigits[c & 15]);
                break;
            case >= '\uD800' and <= '\uDFFF':
                builder.Append('\uFFFD');
                break;
            default:
                builder.Append("\\u")
                    .Append(HexDigits[c >> 12])
                    .Append(HexDigits[(c >> 8) & 15])
                    .Append(HexDigits[(c >> 4) & 15])
                    .Append(HexDigits[c & 15]);
                break;
        }
    }
}
