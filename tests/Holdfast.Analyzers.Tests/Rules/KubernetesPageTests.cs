using System.Text.RegularExpressions;
using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Rules;

/// <summary>The pages of facts about Kubernetes lead where they say, and the overview has each of them.</summary>
public partial class KubernetesPageTests
{
    private static readonly string Folder = Path.Combine(RepositoryPaths.Root, "docs/kubernetes");

    public static TheoryData<string> Pages => [.. Directory.EnumerateFiles(Folder, "*.md").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void RelativeLinksResolve(string page) =>
        Assert.DoesNotContain(Links(page), link => !Resolves(page, link));

    [Fact]
    public void TheOverviewHasEveryPage() =>
        Assert.Equal(
            Pages.Select(row => row.Data).Where(page => page != "README.md"),
            Links("README.md").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Links(string page) =>
        Link().Matches(File.ReadAllText(Path.Combine(Folder, page)))
            .Select(match => match.Groups["target"].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal));

    private static bool Resolves(string page, string link)
    {
        string[] parts = link.Split('#', 2);
        string target = Path.Combine(Folder, parts[0].Length == 0 ? page : parts[0]);
        return File.Exists(target)
            ? parts.Length == 1 || File.ReadLines(target).Where(line => line.StartsWith('#')).Select(Anchor).Contains(parts[1], StringComparer.Ordinal)
            : Directory.Exists(target) && parts.Length == 1;
    }

    /// <summary>The anchor that GitHub gives a heading.</summary>
    private static string Anchor(string heading) =>
        NotInAnchors().Replace(heading.TrimStart('#').Trim().ToLowerInvariant(), string.Empty).Replace(' ', '-');

    [GeneratedRegex(@"\]\((?<target>[^()\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"[^\p{L}\p{N}_ -]")]
    private static partial Regex NotInAnchors();
}
