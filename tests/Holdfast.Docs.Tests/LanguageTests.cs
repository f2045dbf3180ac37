using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Holdfast.Tests.Shared;

namespace Holdfast.Docs.Tests;

/// <summary>
/// The part of the language guide (CONTRIBUTING.md) that a machine can check: in pages, in documentation comments of the two
/// libraries, and in the titles of rules.
/// </summary>
public partial class LanguageTests
{
    private const int MostWordsOfAFirstSentence = 20;

    /// <summary>What has not been swept yet; a line less here is a folder more in the test.</summary>
    private static readonly string[] NotYetSwept =
    [
        RulePages,
        "docs/kubernetes/",
        "docs/constraints.md",
        "samples/",
    ];

    private const string RulePages = "docs/rules/";

    /// <summary>What to write instead is behind each.</summary>
    private static readonly (string Pattern, string Instead)[] Banned =
    [
        (@"\b(nobody|somebody|everybody|whoever)\b", "the thing itself, or a passive: 'deleted by hand', 'all other connections'"),
        (@"\bstrangers?\b", "'foreign pod', 'a process outside the set'"),
        (@"\b(tell|tells|told|say|says|said)( [a-z]+)? of\b", "'report', 'mention', 'describe'"),
        (@"\banew\b", "'again', 'recreate'"),
        (@"(?<!here )(?<!here)\b(is|are) no (?!longer|more|such|other)", "'is not a'"),
        (@"\bfor good\b", "'permanently'"),
        (@"\bof (its|their|your|his) own\b", "'its own value'"),
        (@"\bat night\b", "'at 3 a.m.'"),
        (@"\b(while|as|than) one (types?|thinks?|builds?|likes?|wants?|says?)\b", "'you'"),
        (@"\bmend(s|ed|ing)?\b", "'fix'"),
        (@"\bfor ever\b", "'forever'"),
        (@"\bops people\b", "'operators'"),
        (@"\bsayable\b", "'can be expressed'"),
    ];

    public static TheoryData<string> Pages => [.. AllPages()];

    public static TheoryData<string> Sources =>
    [
        .. new[] { "src/Holdfast", "src/Holdfast.Discovery" }
            .SelectMany(static folder => Directory.EnumerateFiles(Path.Combine(RepositoryPaths.Root, folder), "*.cs", SearchOption.AllDirectories))
            .Select(Relative)
            .Where(IsOurs)
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void PagesAreInPlainEnglish(string page) => AssertNone(Problems(page, Prose(Text(page))));

    [Theory]
    [MemberData(nameof(Pages))]
    public void PagesBeginWithAShortSentence(string page) =>
        Assert.InRange(FirstSentence(Text(page)).Split(' ', StringSplitOptions.RemoveEmptyEntries).Length, 3, MostWordsOfAFirstSentence);

    [Theory]
    [MemberData(nameof(Sources))]
    public void DocumentationCommentsAreInPlainEnglish(string source) => AssertNone(Problems(source, Comments(Text(source))));

    /// <summary>Titles are swept together with the pages that have them as headings.</summary>
    [Fact]
    public void TitlesOfRulesAreInPlainEnglish() => Assert.All(
        NotYetSwept.Contains(RulePages) ? [] : Catalogue.All,
        static descriptor => AssertNone(Problems(descriptor.Id, descriptor.Title.ToString(System.Globalization.CultureInfo.InvariantCulture))));

    [Fact]
    public void WhatIsNotYetSweptExists() =>
        Assert.All(NotYetSwept, static place => Assert.True(Path.Exists(Path.Combine(RepositoryPaths.Root, place)), place));

    [Theory]
    [InlineData("The Service leads to nobody.")]
    [InlineData("Make the set anew around its pods.")]
    [InlineData("A name that is no label.")]
    [InlineData("Each has an address of its own.")]
    [InlineData("The changelog tells of it.")]
    [InlineData("first line\nand, while one\ntypes, more")]
    public void FindsWhatIsBanned(string text) => Assert.Single(Problems("page.md", Prose(text)));

    [Theory]
    [InlineData("There is no such name, and where there is no Service it is no longer used.")]
    [InlineData("`nobody` in code")]
    [InlineData("```text\nfor somebody\n```\n")]
    [InlineData("Its own address.")]
    public void LeavesTheRestAlone(string text) => Assert.Empty(Problems("page.md", Prose(text)));

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

    /// <summary>The lines of documentation comments, each at its line.</summary>
    private static string Comments(string text) => string.Join('\n', text.Split('\n')
        .Select(static line => line.TrimStart() is var trimmed && trimmed.StartsWith("///", StringComparison.Ordinal) ? Tag().Replace(trimmed[3..], "") : ""));

    private static string FirstSentence(string text)
    {
        string paragraph = Prose(text).Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(static part => part.Trim())
            .First(static part => part.Length > 0 && !part.StartsWith('#') && !part.StartsWith('|') && !part.StartsWith('<') && !part.StartsWith('-'));
        string line = paragraph.ReplaceLineEndings(" ").TrimEnd('.');
        return Regex.Split(line, @"\. ")[0];
    }

    private static string Text(string file) => File.ReadAllText(Path.Combine(RepositoryPaths.Root, file)).ReplaceLineEndings("\n");

    private static IEnumerable<string> AllPages() => Directory.EnumerateFiles(RepositoryPaths.Root, "*.md")
        .Concat(new[] { "docs", "nuget", "src", "samples" }.SelectMany(static folder => Directory.EnumerateFiles(Path.Combine(RepositoryPaths.Root, folder), "*.md", SearchOption.AllDirectories)))
        .Select(Relative)
        .Where(IsOurs)
        .Where(static page => !page.Contains("AnalyzerReleases", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    private static bool IsOurs(string file) =>
        !file.Split('/').Any(static part => part is "bin" or "obj") && !NotYetSwept.Any(place => file.StartsWith(place, StringComparison.Ordinal));

    private static string Relative(string file) => Path.GetRelativePath(RepositoryPaths.Root, file).Replace('\\', '/');

    [GeneratedRegex("^```.*?^```$|`[^`\n]*`", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Code();

    [GeneratedRegex("<c>.*?</c>|<[^>]*>")]
    private static partial Regex Tag();
}
