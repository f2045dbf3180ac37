using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Docs.Tests;

/// <summary>
/// The part of the language guide (CONTRIBUTING.md) that a machine can check: in pages, in all comments, in the texts of the
/// projects that ship, and in the titles and messages of rules.
/// </summary>
public partial class LanguageTests
{
    private const int MostWordsOfAFirstSentence = 20;

    /// <summary>What Constraints.txt quotes is a part of messages; the rest of it is a language.</summary>
    private const string Constraints = "src/Holdfast.Engine/Constraints/Constraints.txt";

    /// <summary>This file quotes what is banned.</summary>
    private const string ThisFile = "tests/Holdfast.Docs.Tests/LanguageTests.cs";

    /// <summary>What to write instead is behind each.</summary>
    private static readonly (string Pattern, string Instead)[] Banned =
    [
        (@"\b(nobody|somebody|someone|everybody|whoever)\b", "the thing itself, or a passive: 'deleted by hand', 'all other connections'"),
        (@"\bstrangers?\b", "'foreign pod', 'a process outside the set'"),
        (@"\b(tell|tells|told|say|says|said)( (?!which|what|how)[a-z]+)? of\b", "'report', 'mention', 'describe'"),
        (@"\banew\b", "'again', 'recreate'"),
        (@"(?<!there )\b(is|are) no (?!longer|more|such|other)", "'is not a'"),
        (@"\bfor good\b", "'permanently'"),
        (@"\bof (its|their|your|his) own\b", "'its own value'"),
        (@"\bat night\b", "'at 3 a.m.'"),
        (@"\b(while|as|than) one (types?|thinks?|builds?|likes?|wants?|says?)\b", "'you'"),
        (@"\bmend(s|ed|ing)?\b", "'fix'"),
        (@"\bfor ever\b", "'forever'"),
        (@"\bwithout a word\b", "'without a warning'"),
        (@"\bmembers? of (a |the )?(StatefulSet|set)\b", "'replica of the StatefulSet'"),
        (@"\bops people\b", "'operators'"),
        (@"\bsayable\b", "'can be expressed'"),
    ];

    private static readonly SyntaxKind[] Silent = [SyntaxKind.WhitespaceTrivia, SyntaxKind.EndOfLineTrivia, SyntaxKind.DisabledTextTrivia];

    public static TheoryData<string> Pages => [.. AllPages()];

    public static TheoryData<string> Sources => [.. AllSources("nuget", "samples", "src", "tests", "tools")];

    public static TheoryData<string> ShippedSources => [.. AllSources("src")];

    [Theory]
    [MemberData(nameof(Pages))]
    public void PagesAreInPlainEnglish(string page) => AssertNone(Problems(page, Prose(Text(page))));

    [Theory]
    [MemberData(nameof(Pages))]
    public void PagesBeginWithAShortSentence(string page) =>
        Assert.InRange(FirstSentence(Text(page)).Split(' ', StringSplitOptions.RemoveEmptyEntries).Length, 3, MostWordsOfAFirstSentence);

    [Theory]
    [MemberData(nameof(Sources))]
    public void CommentsAreInPlainEnglish(string source) => AssertNone(Problems(source, Comments(Text(source))));

    /// <summary>Messages, exceptions, logs, offers of fixes and what is generated.</summary>
    [Theory]
    [MemberData(nameof(ShippedSources))]
    public void TextsAreInPlainEnglish(string source) => AssertNone(Problems(source, Literals(Text(source))));

    [Fact]
    public void TextsOfConstraintsAreInPlainEnglish() => AssertNone(Problems(Constraints, Quoted(Text(Constraints))));

    [Fact]
    public void RulesAreInPlainEnglish() => Assert.All(
        Catalogue.All,
        static descriptor => AssertNone(
        [
            .. new[] { descriptor.Title, descriptor.MessageFormat, descriptor.Description }
                .SelectMany(text => Problems(descriptor.Id, text.ToString(CultureInfo.InvariantCulture))),
        ]));

    [Theory]
    [InlineData("The Service leads to nobody.")]
    [InlineData("Make the set anew around its pods.")]
    [InlineData("A name that is no label.")]
    [InlineData("Each has an address of its own.")]
    [InlineData("The changelog tells of it.")]
    [InlineData("It is deleted without a word.")]
    [InlineData("Each member of the set has a claim.")]
    [InlineData("first line\nand, while one\ntypes, more")]
    public void FindsWhatIsBanned(string text) => Assert.Single(Problems("page.md", Prose(text)));

    [Theory]
    [InlineData("There is no such name, and where there is no Service it is no longer used.")]
    [InlineData("`nobody` in code")]
    [InlineData("```text\nfor somebody\n```\n")]
    [InlineData("Its own address.")]
    public void LeavesTheRestAlone(string text) => Assert.Empty(Problems("page.md", Prose(text)));

    [Theory]
    [InlineData("var nobody = 1; // Nobody.")]
    [InlineData("/// <summary>For <c>nobody</c> and\n/// somebody.</summary>\nclass C;")]
    [InlineData("/* A name\n * for nobody. */")]
    [InlineData("var text = \"nobody\"; // is\n// no list")]
    public void FindsWhatIsBannedInComments(string source) => Assert.Single(Problems("File.cs", Comments(source)));

    [Theory]
    [InlineData("var nobody = \"for nobody\"; // nothing")]
    [InlineData("var text = $\"{nobody} is \"\n    + \"no list\";")]
    [InlineData("var text = $\"\"\"\n    A text for nobody.\n    \"\"\";")]
    public void FindsWhatIsBannedInTexts(string source) => Assert.Single(Problems("File.cs", Literals(source)));

    [Fact]
    public void FindsWhatIsBannedInQuotes() => Assert.Single(Problems("File.txt", Quoted("# nobody\nA.b \"for nobody\" \"else\"\nnobody\n")));

    [Theory]
    [InlineData("# Title\n\nOne two three: four. Five six.\n", "One two three: four")]
    [InlineData("# Title\n\nOne two\nthree.\n\nFour.\n", "One two three")]
    public void FindsTheFirstSentence(string text, string expected) => Assert.Equal(expected, FirstSentence(text));

    private static void AssertNone(ImmutableArray<string> problems) => Assert.True(problems.IsEmpty, string.Join("\n", problems));

    /// <summary>File, line, what is there and what to write instead.</summary>
    private static ImmutableArray<string> Problems(string file, string text) =>
    [
        .. Banned.SelectMany(banned => Regex.Matches(text, banned.Pattern.Replace(" ", @"\s+", StringComparison.Ordinal), RegexOptions.IgnoreCase)
            .Select(match => $"{file}({text.AsSpan(0, match.Index).Count('\n') + 1}): '{match.Value}'; write {banned.Instead}")),
    ];

    /// <summary>The text without code, each character of the rest at its line.</summary>
    private static string Prose(string text) => Code().Replace(text, static match => new string('\n', match.Value.Count(static c => c == '\n')));

    /// <summary>The comments of C#, each at its line, without tags and code.</summary>
    private static string Comments(string source) =>
        Code().Replace(
            Tag().Replace(
                Comment().Replace(
                    Only(source, static node => node.DescendantTrivia().Where(static trivia => !Silent.Contains(trivia.Kind()) && !trivia.IsDirective).Select(static trivia => trivia.FullSpan)),
                    Blank),
                Blank),
            Blank);

    /// <summary>The texts of C#, each at its line; what is between two parts of one sentence is blank.</summary>
    private static string Literals(string source) => Only(source, static node => node.DescendantTokens()
        .Where(static token => token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken
            or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken)
        .Select(static token => token.IsKind(SyntaxKind.StringLiteralToken) && token.Text.StartsWith('"') && token.Text.Length > 1
            ? TextSpan.FromBounds(token.SpanStart + 1, token.Span.End - 1)
            : token.Span));

    /// <summary>What is between double quotes, each line for itself; not what follows a number sign at the beginning.</summary>
    private static string Quoted(string text) => string.Join('\n', text.Split('\n')
        .Select(static line => line.StartsWith('#') ? "" : string.Join(' ', line.Split('"').Where(static (_, index) => index % 2 == 1))));

    /// <summary>The text with all else blank, so that everything keeps its line.</summary>
    private static string Only(string source, Func<SyntaxNode, IEnumerable<TextSpan>> parts)
    {
        char[] rest = [.. source.Select(static c => c == '\n' ? c : ' ')];
        foreach (TextSpan part in parts(CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Preview), cancellationToken: TestContext.Current.CancellationToken).GetRoot()))
        {
            source.CopyTo(part.Start, rest, part.Start, part.Length);
        }

        return new string(rest);
    }

    private static string Blank(Match match) => new([.. match.Value.Select(static c => c == '\n' ? c : ' ')]);

    private static string FirstSentence(string text)
    {
        string paragraph = Prose(text).Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(static part => part.Trim())
            .First(static part => part.Length > 0
                && !part.StartsWith('#') && !part.StartsWith('|') && !part.StartsWith('<') && !part.StartsWith('-')
                && !part.StartsWith("Severity:", StringComparison.Ordinal));
        string line = paragraph.ReplaceLineEndings(" ").TrimEnd('.');
        return Regex.Split(line, @"\. ")[0];
    }

    private static string Text(string file) => File.ReadAllText(Path.Combine(RepositoryPaths.Root, file)).ReplaceLineEndings("\n");

    private static IEnumerable<string> AllPages() => Directory.EnumerateFiles(RepositoryPaths.Root, "*.md")
        .Concat(Below("*.md", "docs", "nuget", "samples", "src", "tests"))
        .Select(Relative)
        .Where(static page => IsOurs(page) && !page.Contains("AnalyzerReleases", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    /// <summary>Not what tests expect a compiler to write, which repeats what is checked at its origin.</summary>
    private static IEnumerable<string> AllSources(params string[] folders) => Below("*.cs", folders)
        .Select(Relative)
        .Where(static file => IsOurs(file) && file != ThisFile && !file.Contains(".verified.", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Below(string pattern, params string[] folders) => folders
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(RepositoryPaths.Root, folder), pattern, SearchOption.AllDirectories));

    private static bool IsOurs(string file) => !file.Split('/').Any(static part => part is "bin" or "obj");

    private static string Relative(string file) => Path.GetRelativePath(RepositoryPaths.Root, file).Replace('\\', '/');

    [GeneratedRegex("^```.*?^```$|`[^`\n]*`", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Code();

    [GeneratedRegex("<c>.*?</c>|<code>.*?</code>|<[^<>]*>", RegexOptions.Singleline)]
    private static partial Regex Tag();

    /// <summary>The signs of comments, so that a sentence may run over lines.</summary>
    [GeneratedRegex(@"^[ ]*(///?|/?\*+/?)|\*/", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
