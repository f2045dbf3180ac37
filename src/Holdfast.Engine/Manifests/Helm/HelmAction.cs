using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Engine.Manifests.Helm;

/// <summary>One pair of braces in a template with what is between them.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Span">Where it stands, braces included.</param>
/// <param name="Body">What is between the braces and their dashes.</param>
internal sealed record HelmAction(HelmActionKind Kind, TextSpan Span, string Body)
{
    private static readonly Regex Indented = new(@"\bn?indent\s+(?:\(int\s+)?([0-9]{1,2})\b", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private static readonly Regex Assigned = new(@"^\$[A-Za-z0-9_]*(\s*,\s*\$[A-Za-z0-9_]*)?\s*:?=", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>How deep the text is that it writes; null where it does not say.</summary>
    public int? Indent => Indented.Match(Body) is { Success: true } match ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : null;

    /// <summary>Whether what it writes begins on its own line.</summary>
    public bool BeginsLine => Body.IndexOf("nindent", StringComparison.Ordinal) >= 0;

    /// <summary>All of them in the order of a text; null where the text is not a template.</summary>
    public static List<HelmAction>? In(string text)
    {
        var actions = new List<HelmAction>();
        for (int start = text.IndexOf("{{", StringComparison.Ordinal); start >= 0; start = text.IndexOf("{{", start, StringComparison.Ordinal))
        {
            if (EndOf(text, start + 2) is not { } end)
            {
                return null;
            }

            string body = text.Substring(start + 2, end - start - 2);
            body = body.StartsWith("-", StringComparison.Ordinal) ? body.Substring(1) : body;
            body = (body.EndsWith("-", StringComparison.Ordinal) ? body.Substring(0, body.Length - 1) : body).Trim();
            actions.Add(new HelmAction(KindOf(body), TextSpan.FromBounds(start, end + 2), body));
            start = end + 2;
        }

        return actions;
    }

    /// <summary>Where the closing braces stand; those in texts and comments close nothing.</summary>
    private static int? EndOf(string text, int start)
    {
        char quote = '\0';
        for (int i = start; i < text.Length; i++)
        {
            char c = text[i];
            if (quote != '\0')
            {
                i += c == '\\' && quote != '`' ? 1 : 0;
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '"' or '`' or '\'')
            {
                quote = c;
            }
            else if (c == '/' && i + 1 < text.Length && text[i + 1] == '*')
            {
                i = text.IndexOf("*/", i + 2, StringComparison.Ordinal) + 1;
                if (i == 0)
                {
                    return null;
                }
            }
            else if (c == '}' && i + 1 < text.Length && text[i + 1] == '}')
            {
                return i;
            }
        }

        return null;
    }

    private static HelmActionKind KindOf(string body)
    {
        int end = 0;
        while (end < body.Length && body[end] is >= 'a' and <= 'z')
        {
            end++;
        }

        return body.Substring(0, end) switch
        {
            "if" or "with" or "range" or "block" => HelmActionKind.Open,
            "define" => HelmActionKind.Define,
            "else" => HelmActionKind.Else,
            "end" => HelmActionKind.End,
            "break" or "continue" or "fail" => HelmActionKind.Silent,
            _ => body.StartsWith("/*", StringComparison.Ordinal) || Assigned.IsMatch(body) ? HelmActionKind.Silent : HelmActionKind.Expression,
        };
    }
}
