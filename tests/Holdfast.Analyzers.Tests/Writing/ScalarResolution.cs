using System.Text.RegularExpressions;

namespace Holdfast.Analyzers.Tests.Writing;

/// <summary>
/// What a plain scalar is to those who read manifests: to the letter of YAML 1.1's type repository, to that of YAML 1.2's
/// core schema, and to go-yaml as kubectl and the API server use it. The writer has none of these rules.
/// </summary>
internal static class ScalarResolution
{
    private static readonly Regex Yaml11 = Create(
        // null, bool, merge, value
        "~|null|Null|NULL|",
        "y|Y|yes|Yes|YES|n|N|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF",
        "<<|=",
        // int; the draft took commas as well
        "[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?(0|[1-9][0-9_,]*)|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(:[0-5]?[0-9])+",
        // float
        @"[-+]?([0-9][0-9_]*)?\.[0-9.]*([eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+\.[0-9_]*",
        @"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)",
        // timestamp
        "[0-9]{4}-[0-9]{2}-[0-9]{2}",
        @"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(\.[0-9]*)?"
            + @"([ \t]*(Z|[-+][0-9]{1,2}(:?[0-9]{2})?))?");

    private static readonly Regex Core12 = Create(
        "null|Null|NULL|~|",
        "true|True|TRUE|false|False|FALSE",
        "[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+",
        @"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?",
        @"[-+]?(\.inf|\.Inf|\.INF)|\.nan|\.NaN|\.NAN");

    private static readonly Regex GoWord = Create("(?i:y|n|yes|no|on|off|true|false|null|~|<<|[-+]?\\.inf|\\.nan|)");

    // Looked for behind a sign, digit or point, and matched after underscores are dropped, as go-yaml does; hexadecimal
    // floats were numbers to it once.
    private static readonly Regex GoNumber = Create(
        "[-+]?0[xX][0-9a-fA-F]+|[-+]?0[oO]?[0-7]+|[-+]?0[bB][01]+|[-+]?[0-9]+",
        @"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?",
        @"[-+]?0[xX][0-9a-fA-F]*(\.[0-9a-fA-F]*)?[pP][-+]?[0-9]+",
        @"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ][0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}(\.[0-9]+)?.*)?");

    /// <summary>Whether all of them take it for a string.</summary>
    public static bool IsStringEverywhere(string plain) =>
        !Yaml11.IsMatch(plain)
        && !Core12.IsMatch(plain)
        && !GoWord.IsMatch(plain)
        && (plain[0] is not ('+' or '-' or '.' or (>= '0' and <= '9'))
            || !GoNumber.IsMatch(plain.Replace("_", "", StringComparison.Ordinal)));

    /// <summary>Whether the number formats of YAML 1.1 and 1.2 both take it for a number.</summary>
    public static bool IsNumberEverywhere(string plain) => Yaml11.IsMatch(plain) && Core12.IsMatch(plain);

    private static Regex Create(params string[] forms) =>
        new(@"\A(" + string.Join("|", forms) + @")\z", RegexOptions.CultureInvariant | RegexOptions.Compiled);
}
