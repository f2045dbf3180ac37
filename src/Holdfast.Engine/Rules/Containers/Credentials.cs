using System.Text.RegularExpressions;

namespace Holdfast.Engine.Rules.Containers;

/// <summary>
/// Texts with a credential written out: the value of a variable, an argument of a command line, a connection string, a URL. A
/// sample such as <c>changeme</c> is one; a reference to a variable, or what a tool fills in, is none.
/// </summary>
internal static class Credentials
{
    /// <summary>Names and values in a text: of a connection string, of a command line, of a query.</summary>
    private static readonly Regex Pairs = new(
        @"(?:^|[;\s,?&])(?<name>(?:-D|--?|/)?[A-Za-z][\w.\-]*(?: (?:Key|Signature))?)\s*=\s*(?<value>""[^""]*""|'[^']*'|[^;\s,&]*)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    private static readonly Regex UserInfo = new(@"\b[a-zA-Z][a-zA-Z0-9+.\-]*://[^\s/:@]*:(?<value>[^\s/@]+)@", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    /// <summary>What is off or on, a small number, a path or a file, a reference to a variable, or what a tool fills in.</summary>
    private static readonly Regex Harmless = new(
        @"^(?:[^A-Za-z0-9]*|true|false|yes|no|on|off|none|null|enabled|disabled|[0-9]{1,3}|\.{0,2}/.*|[A-Za-z]:\\.*|[\w.\-]+\.(?:json|ya?ml|pem|key|crt|pfx|p12|txt|jks)|https?://[^@]*|\$.*|.*\$[({].*|`.*|%\w+%|__\w+__|@@?\w+@@?|<[^<>]*>|#?\{.*|ENC\[.*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline);

    /// <summary>Whether a variable is one, by its name and what it is set to.</summary>
    /// <param name="name">The variable's name.</param>
    /// <param name="value">Its literal value.</param>
    /// <param name="secrets">Names of Secrets that the workload refers to; one of them opens nothing.</param>
    public static bool IsVariable(string name, string value, ICollection<string> secrets) =>
        SecretNames.Is(name) && IsLiteral(value) && !secrets.Contains(value);

    /// <summary>What in a text has a credential for its value; null where nothing has.</summary>
    /// <param name="text">An argument, a script, or the value of a variable.</param>
    /// <param name="secrets">Names of Secrets that the workload refers to.</param>
    public static string? Find(string text, ICollection<string> secrets)
    {
        if (MayHavePair(text))
        {
            foreach (Match pair in Pairs.Matches(text))
            {
                string name = pair.Groups["name"].Value;
                string value = Unquoted(pair.Groups["value"].Value);
                if (SecretNames.Is(name.TrimStart('-', '/').Replace(' ', '_')) && IsLiteral(value) && !secrets.Contains(value))
                {
                    return name;
                }
            }
        }

        return text.IndexOf("://", StringComparison.Ordinal) >= 0 && UserInfo.Match(text) is { Success: true } url && IsLiteral(url.Groups["value"].Value)
            ? "the password in a URL"
            : null;
    }

    /// <summary>Whether what is before one of a text's equals signs may be the name of a secret; most texts need no closer look.</summary>
    private static bool MayHavePair(string text)
    {
        for (int sign = text.IndexOf('='); sign >= 0; sign = text.IndexOf('=', sign + 1))
        {
            int end = sign;
            while (end > 0 && char.IsWhiteSpace(text[end - 1]))
            {
                end--;
            }

            if (end > 0 && SecretNames.MayEndWith(text[end - 1]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether an argument takes the next one for a credential: <c>--password hunter2</c>.</summary>
    public static bool IsFlag(string argument) =>
        argument.Length > 2 && argument[0] == '-' && argument.IndexOf('=') < 0 && argument[argument.Length - 1] is var last && (last > '~' || SecretNames.MayEndWith(last)) && SecretNames.Is(argument.TrimStart('-'));

    /// <summary>Whether a value is written out, and is nothing that opens no door.</summary>
    public static bool IsLiteral(string value) => !Harmless.IsMatch(value);

    private static string Unquoted(string value) => value.Trim('"', '\'');
}
