using CsCheck;

namespace Holdfast.Analyzers.Tests.Writing;

/// <summary>Strings that writers get wrong.</summary>
internal static class NastyText
{
    private static readonly Gen<string> Fragment = Gen.OneOf<string>(
        Gen.Char["-?:,[]{}#&*!|>'\"%@`=<~\\/$()"].Select(c => c.ToString()),
        Gen.Char["0123456789abcdefxoXOBeE_.,:+-TZtz "].Select(c => c.ToString()),
        Gen.Char[" \t\n\n\n  "].Select(c => c.ToString()),
        Gen.Char["\r\u0085\u2028\u2029\uFEFF\0\a\u001B\u007F\u0080\u00A0\u200B\u202E\u3000\uFFFD\uFFFE\uFFFF"]
            .Select(c => c.ToString()),
        Gen.Int[0xD800, 0xDFFF].Select(c => ((char)c).ToString()),
        Gen.Int[0x10000, 0x10FFFF].Select(char.ConvertFromUtf32),
        Gen.Char.Select(c => c.ToString()),
        Gen.OneOf(
            "a", "key", "value", "word", "é", "日本", ": ", " #", "- ", "---", "...", "\n---\n", "\n...\n", "<<", "\r\n", "\n\n",
            "  ", "\n ", "\n\t", "${x}", "'x'"));

    private static readonly Gen<string> Keyword = Gen.OneOf(
        "y", "n", "yes", "no", "on", "off", "true", "false", "null", "~", "", "=", "<<", ".inf", "-.inf", "+.Inf", ".nan", "NaN");

    private static readonly Gen<string> Numeral = Gen.Char["0123456789abxoXBeE_.,:+-pn "].Array[1, 8].Select(c => new string(c));

    private static readonly Gen<string> Timestamp = Gen.Select(
        Gen.Int[0, 3000],
        Gen.Int[0, 13],
        Gen.Int[0, 32],
        Gen.OneOf("", "T10:11:12Z", "t1:02:03.45-05:00", " 10:11:12", "  10:11:12 +1", "T10:11"),
        (year, month, day, time) => $"{year:0000}-{month:00}-{day:00}{time}");

    private static readonly Gen<string> RandomCase = Gen.Select(
        Keyword, Gen.Int, (word, bits) => string.Concat(word.Select((c, i) => (bits >> i & 1) == 0 ? c : char.ToUpperInvariant(c))));

    /// <summary>Lines as scripts and configuration files have them, with whatever may be at their ends.</summary>
    private static readonly Gen<string> Lines = Gen.Select(
        Gen.OneOf("", " ", "  ", "\t", " \t"),
        Gen.OneOf("", "", "a", "a: b", "- a", "# a", "---", "...", "%a", "|", "{}", "é", "\U0001F600"),
        Gen.OneOf("", "", " ", "\t"),
        (indent, content, end) => indent + content + end)
        .Array[1, 6].Select(lines => string.Join('\n', lines));

    public static Gen<string> Any { get; } = Gen.Frequency<string>(
        (6, Fragment.Array[0, 10].Select(string.Concat)),
        (2, Gen.String),
        (1, RandomCase),
        (3, Numeral),
        (1, Timestamp),
        (3, Lines));
}
