using Holdfast.Tests.Shared;
using Holdfast.Tools.SitePages;

namespace Holdfast.Docs.Tests;

/// <summary>What is around docfx: its input, and the check of the links of its output. The gate builds the site itself.</summary>
public sealed class SiteTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("holdfast site ");

    [Theory]
    [InlineData("nothing.html", "a file")]
    [InlineData("../nothing.png", "a file")]
    [InlineData("inner", "a file")]
    [InlineData("other.html#nothing", "a heading")]
    [InlineData("#nothing", "a heading")]
    public void FindsALinkToNothing(string link, string expected)
    {
        string found = Assert.Single(Broken($"<a class=\"x\" href=\"{link}\">text</a>"));

        Assert.StartsWith($"page.html: error SITE: the link '{link}' leads to {expected}", found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<a href=\"other.html#a-heading\">text</a>")]
    [InlineData("<h2 id=\"here\">title</h2><a href=\"#here\">text</a>")]
    [InlineData("<a href=\"inner/page%20two.html?x=1\">text</a>")]
    [InlineData("<a href=\"https://example.com/nothing.html\">text</a>")]
    [InlineData("<a href=\"mailto:a@example.com\">text</a>")]
    [InlineData("<!-- <a href=\"nothing.html\"> -->")]
    [InlineData("<script>let a = '<a href=\"nothing.html\">'</script>")]
    public void LeavesTheRestAlone(string html) => Assert.Empty(Broken(html));

    [Theory]
    [InlineData("docs/a.md", "[a](b.md#c) [d](../README.md) [e](#f) [g](https://example.com)", null)]
    [InlineData("docs/a.md", "[a](../tests/Verdicts/README.md)", "[a](https://github.com/holdfast-dotnet/holdfast/blob/main/tests/Verdicts/README.md)")]
    [InlineData("README.md", "[a](LICENSE)", "[a](https://github.com/holdfast-dotnet/holdfast/blob/main/LICENSE)")]
    public void WhatIsNoPageIsLinkedToItsSource(string page, string text, string? expected) =>
        Assert.Equal(expected ?? text, PageFolder.LinkToSources(page, text));

    [Fact]
    public void EveryPageIsInAContents()
    {
        string docs = Path.Combine(RepositoryPaths.Root, "docs");
        string pages = Contents.OfPages(docs);
        string rules = Contents.OfRules(docs);

        foreach (string page in Directory.EnumerateFiles(docs, "*.md", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(docs, file).Replace('\\', '/')))
        {
            // The page of the table itself is where "Documentation" leads to.
            if (page != "README.md")
            {
                bool isRule = page.StartsWith("rules/", StringComparison.Ordinal);
                Assert.Contains($"href: {(isRule ? page["rules/".Length..] : page)}\n", isRule ? rules : pages, StringComparison.Ordinal);
            }
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private IReadOnlyList<string> Broken(string html)
    {
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "inner"));
        File.WriteAllText(Path.Combine(_folder.FullName, "page.html"), html);
        File.WriteAllText(Path.Combine(_folder.FullName, "other.html"), "<h2 id=\"a-heading\">title</h2>");
        File.WriteAllText(Path.Combine(_folder.FullName, "inner", "page two.html"), "");
        return SiteLinks.Broken(_folder.FullName, out _);
    }
}
