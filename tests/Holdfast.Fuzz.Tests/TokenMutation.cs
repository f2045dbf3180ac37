namespace Holdfast.Fuzz.Tests;

/// <summary>Changes sources as a hand, a merge or a tool does: token by token.</summary>
internal static class TokenMutation
{
    private static readonly string[] Values =
    [
        "0", "1", "-1", "2147483647", "-2147483648", "4294967296", "9223372036854775807", "1.5", "null", "true", "default", "'x'",
        "\"\"", "\" \"", "\"a\"", "\"A_b\"", "\"-\"", "\"a.b\"", "\"\\n\"", "\"\\0\"", "\"\\uD800\"", "\"é\"", "\"{\"", "\"{ordinal\"", "\"{ordinal+99999999999}\"",
        "\"$(\"", "\"..\"", "\"/\"", "\"://\"", "\"10Gi\"", "\"1e999\"", "\"-1\"", "\"0\"", "\"65536\"", "\"a=b\"", "\"a:b:c\"", "\"---\\n...\"", "\"kind: [\"",
        "new[] { \"a\" }", "new string[0]", "new string?[] { null }", "(string[])null", "[\"a\"]", "typeof(int)", "typeof()", "typeof(List<>)", "nameof(X)", "(PodManagementPolicy)99",
        "\"" + new string('a', 300) + "\"", "new[] { 1 }", "$\"{1}\"", "\"\"\"\n  a\n  \"\"\"", "\"a\" + X",
    ];

    private static readonly string[] Pieces =
    [
        "static ", "partial ", "abstract ", "file ", "record ", "struct ", "interface ", "class ", "<T>", "?", "unsafe ", "ref ", "readonly ", "required ", "this ",
        "#if X\n", "\n#endif\n", "/*", "//", "\"", "\"\"\"", "{", "}", "[", "]", "(", ")", "global::", "@", ";", "using X = ", "namespace N;", ", ", "...", "\0",
    ];

    /// <summary>One to four changes of a source.</summary>
    public static Mutant Of(int index)
    {
        Random random = FuzzSettings.RandomOf(index);
        RealSource source = RealSource.All[random.Next(RealSource.All.Length)];
        List<string> tokens = [.. source.Tokens];
        for (int changes = random.Next(1, 5); changes > 0 && tokens.Count > 1; changes--)
        {
            Change(tokens, random);
        }

        string text = string.Concat(tokens);
        return new Mutant(index, source, random.Next(12) == 0 ? text[..random.Next(text.Length + 1)] : text);
    }

    private static void Change(List<string> tokens, Random random)
    {
        int at = random.Next(tokens.Count);
        int other = random.Next(tokens.Count);
        int length = Math.Min(random.Next(4) == 0 ? random.Next(1, 30) : 1, tokens.Count - at);
        switch (random.Next(10))
        {
            case 0:
            case 1:
                tokens.RemoveRange(at, length);
                break;
            case 2:
                tokens.InsertRange(at, tokens.GetRange(at, length));
                break;
            case 3:
                (tokens[at], tokens[other]) = (tokens[other], tokens[at]);
                break;
            case 4 when at + 1 < tokens.Count:
                (tokens[at], tokens[at + 1]) = (tokens[at + 1], tokens[at]);
                break;
            case 5:
                tokens.InsertRange(other, tokens.GetRange(at, length));
                break;
            case 6:
                RealSource donor = RealSource.All[random.Next(RealSource.All.Length)];
                int start = random.Next(donor.Tokens.Length);
                tokens.InsertRange(at, donor.Tokens.Skip(start).Take(length));
                break;
            case 7:
                tokens.Insert(at, Pieces[random.Next(Pieces.Length)]);
                break;
            default:
                Replace(tokens, random);
                break;
        }
    }

    /// <summary>Another value where one stands.</summary>
    private static void Replace(List<string> tokens, Random random)
    {
        int[] literals = [.. Enumerable.Range(0, tokens.Count).Where(i => tokens[i].TrimStart() is [var first, ..] && (first is '"' || char.IsAsciiDigit(first)))];
        int at = literals.Length > 0 ? literals[random.Next(literals.Length)] : random.Next(tokens.Count);
        tokens[at] = Values[random.Next(Values.Length)];
    }
}
