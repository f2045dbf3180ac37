namespace Holdfast.Engine.Yaml;

/// <summary>
/// Writes collections in <c>[]</c> and <c>{}</c> on one line, where a line's end means no more than a blank. YamlDotNet fails on
/// some that begin a line further left than what they are in, which go-yaml reads.
/// </summary>
internal static class FlowLines
{
    /// <summary>The text with blanks in place of line ends and comments within such collections; all else keeps its place.</summary>
    public static string Join(string text)
    {
        char[] joined = text.ToCharArray();
        int depth = 0;
        char quote = '\0';
        char before = '\n';
        for (int i = 0; i < joined.Length; i++)
        {
            char c = joined[i];
            if (quote != '\0')
            {
                i += quote == '"' && c == '\\' ? 1 : 0;
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '[' or '{' && (depth > 0 || before is ':' or '-' or '\n'))
            {
                depth++;
            }
            else if (c is ']' or '}' && depth > 0)
            {
                depth--;
            }
            else if (c is '"' or '\'' && before is ':' or '-' or ',' or '[' or '{' or '\n')
            {
                quote = c;
            }
            else if (c is '\n' or '\r' && depth > 0)
            {
                joined[i] = ' ';
            }
            else if (c == '#' && (i == 0 || joined[i - 1] is ' ' or '\t' or '\n'))
            {
                for (; i < joined.Length && joined[i] is not ('\n' or '\r'); i++)
                {
                    joined[i] = ' ';
                }

                i--;
                continue;
            }

            before = c is ' ' or '\t' || (c is '\n' or '\r' && depth > 0) ? before : c;
        }

        return new string(joined);
    }
}
