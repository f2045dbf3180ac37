using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Holdfast.Tests.Shared;

namespace Holdfast.Docs.Tests;

/// <summary>Links of pages lead to files and headings that exist, and the table of all pages has each of them.</summary>
public partial class LinkTests
{
    public static TheoryData<string> Pages => [.. AllPages()];

    [Theory]
    [MemberData(nameof(Pages))]
    public void EveryLinkLeadsSomewhere(string page) => Assert.Empty(Broken(page, File.ReadAllText(Path.Combine(RepositoryPaths.Root, page))));

    [Theory]
    [InlineData("[a](nothing.md)")]
    [InlineData("[a](getting-started.md#no-such-heading)")]
    [InlineData("[a](#no-such-heading)")]
    [InlineData("![a](images/nothing.svg)")]
    [InlineData("[a](https://github.com/holdfast-dotnet/holdfast/blob/main/docs/nothing.md)")]
    public void FindsALinkToNothing(string text) => Assert.NotEmpty(Broken("docs/page.md", text));

    [Fact]
    public void TheTableHasEveryPage()
    {
        string table = File.ReadAllText(Path.Combine(RepositoryPaths.Root, "docs/README.md"));
        string[] pages =
        [
            .. Directory.EnumerateFiles(Path.Combine(RepositoryPaths.Root, "docs"), "*.md").Select(static file => Path.GetFileName(file)).Where(static file => file != "README.md"),
            .. Directory.EnumerateDirectories(Path.Combine(RepositoryPaths.Root, "docs")).Where(static folder => File.Exists(Path.Combine(folder, "README.md"))).Select(static folder => Path.GetFileName(folder) + "/README.md"),
        ];
        Assert.All(pages, page => Assert.Contains($"]({page})", table, StringComparison.Ordinal));
    }

    /// <summary>The packages' pages are read on a site that has nothing of the repository.</summary>
    [Theory]
    [InlineData("nuget/Holdfast/README.md")]
    [InlineData("nuget/Holdfast.Discovery/README.md")]
    [InlineData("nuget/Holdfast.Templates/README.md")]
    [InlineData("nuget/Holdfast.Tool/README.md")]
    public void PagesOfPackagesHaveAbsoluteLinksOnly(string page) =>
        Assert.All(Targets(File.ReadAllText(Path.Combine(RepositoryPaths.Root, page))), static target => Assert.StartsWith("https://", target, StringComparison.Ordinal));

    private static IEnumerable<string> AllPages() => Directory.EnumerateFiles(RepositoryPaths.Root, "*.md")
        .Concat(new[] { "docs", "nuget", "samples", "src", ".github" }
            .Select(static folder => Path.Combine(RepositoryPaths.Root, folder))
            .Where(Directory.Exists)
            .SelectMany(static folder => Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories)))
        .Select(static file => Path.GetRelativePath(RepositoryPaths.Root, file).Replace('\\', '/'))
        .Where(static page => !page.Split('/').Any(static part => part is "bin" or "obj"))
        .Order(StringComparer.Ordinal);

    private static ImmutableArray<string> Broken(string page, string text) => [.. Targets(text).Where(target => !Exists(page, text, target))];

    private static IEnumerable<string> Targets(string text) => Link().Matches(Code().Replace(text, "")).Select(static match => match.Groups[1].Value);

    private static bool Exists(string page, string text, string target)
    {
        const string Own = "https://github.com/holdfast-dotnet/holdfast/blob/main/";
        bool isOwn = target.StartsWith(Own, StringComparison.Ordinal);
        if (!isOwn && target.Contains("://", StringComparison.Ordinal))
        {
            return true;
        }

        string[] parts = (isOwn ? target[Own.Length..] : target).Split('#');
        string path = parts[0].Length == 0
            ? Path.Combine(RepositoryPaths.Root, page)
            : Path.GetFullPath(Path.Combine(RepositoryPaths.Root, isOwn ? "" : Path.GetDirectoryName(page)!, parts[0]));
        return (parts[0].Length == 0 || File.Exists(path) || Directory.Exists(path))
            && (parts.Length == 1 || Headings(parts[0].Length == 0 ? text : File.ReadAllText(path)).Contains(parts[1]));
    }

    /// <summary>Headings as sites make addresses of them.</summary>
    private static IEnumerable<string> Headings(string text) => Heading().Matches(Code().Replace(text, ""))
        .Select(static match => NoLetter().Replace(match.Groups[1].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^```.*?^```|`[^`\n]*\\]\\([^`\n]*`", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Code();

    [GeneratedRegex("^#+ (.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NoLetter();
}
