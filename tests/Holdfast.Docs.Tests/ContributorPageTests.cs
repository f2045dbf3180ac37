using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Holdfast.Tests.Shared;

namespace Holdfast.Docs.Tests;

/// <summary>The files and folders that pages for contributors name exist, and each project has such a page.</summary>
public partial class ContributorPageTests
{
    public static TheoryData<string> Pages =>
    [
        "CONTRIBUTING.md",
        "SECURITY.md",
        .. Projects().Select(static project => $"src/{project}/README.md"),
    ];

    [Fact]
    public void EveryProjectHasAPageThatNamesItsFolders() => Assert.All(Projects(), static project =>
    {
        string folder = Path.Combine(RepositoryPaths.Root, "src", project);
        string page = File.ReadAllText(Path.Combine(folder, "README.md"));
        Assert.StartsWith($"# {project}\n", page, StringComparison.Ordinal);
        Assert.All(
            Directory.EnumerateDirectories(folder).Select(static path => Path.GetFileName(path)).Where(static name => name is not ("bin" or "obj")),
            name => Assert.Contains($"`{name}/`", page, StringComparison.Ordinal));
    });

    [Theory]
    [MemberData(nameof(Pages))]
    public void WhatPagesNameExists(string page) =>
        Assert.Empty(Missing(page, File.ReadAllText(Path.Combine(RepositoryPaths.Root, page))));

    [Theory]
    [InlineData("`src/Holdfast.Nothing/`")]
    [InlineData("`Nothing.cs`")]
    [InlineData("`docs/kubernetes/nothing.md`")]
    [InlineData("`NothingTests`")]
    public void FindsWhatIsMissing(string text) => Assert.Single(Missing("src/Holdfast/README.md", text));

    /// <summary>Words in code that are paths, from the root or from the page's folder; and names of test classes.</summary>
    private static ImmutableArray<string> Missing(string page, string text) =>
    [
        .. Code().Matches(Fence().Replace(text, ""))
            .Select(static match => match.Groups[1].Value)
            .Where(static word => !word.Contains(' ') && !word.Contains('*') && !word.Contains("nnnn", StringComparison.Ordinal))
            .Where(word => IsPath().IsMatch(word)
                ? !Path.Exists(Path.Combine(RepositoryPaths.Root, word)) && !Path.Exists(Path.Combine(RepositoryPaths.Root, Path.GetDirectoryName(page)!, word))
                : word.EndsWith("Tests", StringComparison.Ordinal) && !TestClasses.Value.Contains(word)),
    ];

    private static Lazy<ImmutableHashSet<string>> TestClasses { get; } = new(static () =>
    [
        .. Directory.EnumerateFiles(Path.Combine(RepositoryPaths.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories).Select(static file => Path.GetFileNameWithoutExtension(file)),
    ]);

    private static ImmutableArray<string> Projects() =>
    [
        .. Directory.EnumerateFiles(Path.Combine(RepositoryPaths.Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Select(static file => Path.GetFileNameWithoutExtension(file))
            .Order(StringComparer.Ordinal),
    ];

    [GeneratedRegex("`([^`\n]+)`")]
    private static partial Regex Code();

    [GeneratedRegex("^```.*?^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^[\w.-]+/|^[\w.-]+\.(cs|md|txt|props|targets|sln)$")]
    private static partial Regex IsPath();
}
