using System.Text;

namespace Holdfast.Analyzers.Tests.Reading;

/// <summary>Texts of which some are YAML, in forms that manifests seldom have.</summary>
internal static class OddYaml
{
    /// <summary>The first pieces of each are in most manifests.</summary>
    private static readonly Pieces Ends = new(
        ["\n", "\n", "\n", "\n", "\n", "\n", " \n", "\n\n", "\r\n", "\n  \n", " # c\n", "  # c: d\n", "\n# c\n", "\n    # c\n"],
        ["#\n", "\t\n", "\r", "\u2028"]);

    private static readonly Pieces Starts = new(["", "", "", "", "- "], ["- - ", "-", "-  ", "? ", "---\n", "--- ", "--- # a\n", "...\n", "&a ", "!t ", "\t"]);

    private static readonly Pieces Keys = new(
        ["a", "b", "c", "d", "g", "h", "i", "j", "\"e\"", "'f'", "k l", "1", "true", "m.n/o"],
        ["<<", "-j", "k*", "k *l", "\"m\nn\"", "é", "x:y", "[]", "{}", "", ".", "..."]);

    private static readonly Pieces Values = new(
        ["v", "v", "v w", "1", "~", "", "", "", "", "'q'", "\"q\"", "'it''s'", "\"\\n\\\"\\\\\"", "http://x:80", "x#y", "-v", "|", ">", "|-", "|+", ">-", "| # c", "[]", "{}", "[a, b]", "[a,b,]", "[a, 'b', \"c\"]", "{a: b}", "{a: b, c: [d]}", "{\"a\":1}"],
        [
            "\"\\x41\"", "\"\\u00e9\"", "\"\\q\"", "x # y", "--", ":v", "?v", "*a", "&b v", "!t v", "@v", "`v", "%v", ">2", "|2-", "|2", "|0", "|#c", "|x",
            "{a:b}", "{a}", "[a: b]", "[,]", "[a, - b]", "[-a]", "[[a], {b: c}]", "[a", "a]", "{a: ", "[a # c", "[a, # c", "[#c", "{a: b}c", "[a] # c", "[a]#c", "[a: ]", "[a,\n", "[a\n", "{a: b,\n  ",
            "v: w", "v:w", "v :w", "v : w", "v: ", "'v': w", "\"v\":", "'v", "\"v", "v'", "v\tw", "* * *", "a *b: c", "\"a\nb\"", "'a\n  b'", "\"a\\\n  b\"", "\"a \n\n   b\"", "é", "\u00A0", "\U0001F600", "\uFEFF", "v\u0085w", "..", "...", "---", "0x1F", "on", "\"\"", "''",
        ]);

    /// <summary>A text; the same for the same random numbers.</summary>
    public static string Of(Random random)
    {
        var text = new StringBuilder(random.Next(30) == 0 ? "\uFEFF" : string.Empty);
        int depth = 0;
        for (int lines = random.Next(1, 9); lines > 0; lines--)
        {
            string key = random.Next(5) == 0 ? string.Empty : Keys.Any(random) + (random.Next(20) == 0 ? " :" : ":") + (random.Next(20) == 0 ? string.Empty : " ");
            text.Append(' ', depth).Append(Starts.Any(random)).Append(key).Append(Values.Any(random)).Append(Ends.Any(random));
            depth = random.Next(6) switch
            {
                0 => random.Next(4) == 0 ? random.Next(8) : 0,
                1 or 2 => depth,
                3 or 4 => depth + 2,
                _ => Math.Max(0, depth - 2),
            };
        }

        return text.ToString();
    }

    private sealed record Pieces(string[] Usual, string[] Odd)
    {
        public string Any(Random random) => random.Next(12) == 0 ? Odd[random.Next(Odd.Length)] : Usual[random.Next(Usual.Length)];
    }
}
