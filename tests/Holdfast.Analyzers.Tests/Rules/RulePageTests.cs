using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Holdfast.Analyzers.Analysis;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Rules;
using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Holdfast.Analyzers.Tests.Rules;

/// <summary>Every rule has a page, a release entry and a test, and the examples on its page do what the page says.</summary>
public partial class RulePageTests
{
    private static readonly string[] Headings =
        ["## Why it hurts", "## How to fix it", "## When to suppress it", "## Wrong", "## Right"];

    /// <summary>
    /// What takes several types to know, and so the end of a compilation: rules that compare them, and names in the project's
    /// properties that no declaration has. All else shows while you type.
    /// </summary>
    private static readonly string[] AtTheEnd = ["HF1007", "HF3004", "HF4002", "HF4009", "HF9019"];

    public static TheoryData<string> Ids => [.. All.Select(static descriptor => descriptor.Id)];

    public static TheoryData<string> PageIds => [.. Pages().Select(static page => Path.GetFileNameWithoutExtension(page))];

    public static TheoryData<string> AttributeIds => [.. All.Select(static descriptor => descriptor.Id).Where(static id => RulePage.Example(id, "Wrong").Language == "csharp")];

    private static ImmutableArray<DiagnosticDescriptor> All => Catalogue.All;

    [Theory]
    [MemberData(nameof(Ids))]
    public void HasAPageWithItsTitleAndAllParts(string id)
    {
        DiagnosticDescriptor descriptor = All.Single(descriptor => descriptor.Id == id);
        string page = RulePage.Text(id);
        Assert.StartsWith($"# {id}: {descriptor.Title}\n\nSeverity: {descriptor.DefaultSeverity.ToString().ToLowerInvariant()}", page, StringComparison.Ordinal);
        Assert.All(Headings, heading => Assert.Contains($"\n{heading}\n\n", page, StringComparison.Ordinal));
        Assert.Matches($"^https://.+/docs/rules/{id}\\.md$", descriptor.HelpLinkUri);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task TheExamplesDoWhatThePageSays(string id)
    {
        Assert.Equal([id], (await DiagnosticsOf(id, RulePage.Example(id, "Wrong"))).Distinct());
        Assert.Empty(await DiagnosticsOf(id, RulePage.Example(id, "Right")));
    }

    [Theory]
    [MemberData(nameof(AttributeIds))]
    public async Task ShowsWhileYouType(string id)
    {
        (Compilation compilation, CompilationWithAnalyzers analysis) = RulePage.Analyze(RulePage.Example(id, "Wrong").Text, RulePage.Shipped(id));
        SemanticModel model = compilation.GetSemanticModel(compilation.SyntaxTrees.First());
        IEnumerable<string> shown = (await analysis.GetAnalyzerSemanticDiagnosticsAsync(model, null, TestContext.Current.CancellationToken)).Select(static diagnostic => diagnostic.Id);
        if (AtTheEnd.Contains(id))
        {
            Assert.DoesNotContain(id, shown);
        }
        else
        {
            Assert.Contains(id, shown);
        }
    }

    [Fact]
    public void OnlyWhatComparesTypesWaitsForTheEnd() => Assert.Equal(
        AtTheEnd,
        RuleCatalog.All.Where(static rule => rule.LooksAcross).Select(static rule => rule.Descriptor).Append(ReadingProblems.UnknownSetting).Select(static descriptor => descriptor.Id));

    [Fact]
    public void EveryAnalyzerIsTested() => Assert.Equal(
        Catalogue.Analyzers.Select(static analyzer => analyzer.GetType().Name),
        RuleTest.Analyzers.Select(static analyzer => analyzer.GetType().Name).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Ids))]
    public void HasAReleaseEntryAndATest(string id)
    {
        string releases = string.Concat(Directory
            .EnumerateFiles(Path.Combine(RepositoryPaths.Root, "src/Holdfast.Engine"), "AnalyzerReleases.*.md")
            .Select(File.ReadAllText));
        Assert.Contains($"\n{id} | ", releases, StringComparison.Ordinal);
        Assert.Contains(
            Directory.EnumerateFiles(Path.Combine(RepositoryPaths.Root, "tests/Holdfast.Analyzers.Tests"), "*.cs", SearchOption.AllDirectories),
            file => File.ReadAllText(file) is var text
                && (text.Contains("{|" + id + ":", StringComparison.Ordinal)

                    // What has no place in the source has no mark in it either.
                    || text.Contains("new DiagnosticResult(\"" + id + "\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void NoPageIsLeftOver() => Assert.Equal(
        All.Select(static descriptor => descriptor.Id).Concat(BuildIds()).Order(),
        Pages().Select(Path.GetFileNameWithoutExtension).Order());

    /// <summary>The last line of a page leads to the one file that defines its rule and to the home of its tests. Accepting snapshots writes it.</summary>
    [Theory]
    [MemberData(nameof(PageIds))]
    public void NamesItsSourceAndItsTests(string id)
    {
        string source = Assert.Single(Sources.Value, file => file.Text.Contains($"\"{id}\"", StringComparison.Ordinal)).Path;
        string line = $"Source: {Link(source)}. Tests: {Link(Home(id).Path)}.";
        if (Snapshot.Accepts)
        {
            string without = SourceLine().Replace(RulePage.Text(id), "").TrimEnd('\n');
            File.WriteAllText(Path.Combine(RepositoryPaths.Root, "docs/rules", id + ".md"), $"{without}\n\n{line}\n");
        }

        Assert.EndsWith($"\n\n{line}\n", RulePage.Text(id), StringComparison.Ordinal);
    }

    /// <summary>A file says that it is the home of a rule, and asserts the rule's id beside that.</summary>
    [Theory]
    [MemberData(nameof(PageIds))]
    public void HasOneHomeThatAssertsIt(string id) => Assert.Matches($"({{\\||\"|error |warning ){id}[:\"]", HomeOf().Replace(Home(id).Text, ""));

    [Fact]
    public void HomesAreOfRulesThatExist() => Assert.Equal(
        Pages().Select(Path.GetFileNameWithoutExtension),
        Tests.Value.SelectMany(static file => HomeOf().Matches(file.Text)).SelectMany(static home => RuleId().Matches(home.Value)).Select(static id => id.Value).Order(StringComparer.Ordinal));

    private static (string Path, string Text) Home(string id) =>
        Assert.Single(Tests.Value, file => HomeOf().Matches(file.Text).Any(home => home.Value.Contains($"\"{id}\"", StringComparison.Ordinal)));

    private static string Link(string path) => $"[{Path.GetFileName(path)}](https://github.com/holdfast-dotnet/holdfast/blob/main/{path})";

    /// <summary>Where rules and the build's messages are defined. The tables of constraints only refer to rules, as fixes do.</summary>
    private static Lazy<ImmutableArray<(string Path, string Text)>> Sources { get; } = new(static () =>
    [
        .. FilesIn("src/Holdfast.Engine", "src/Holdfast.Analyzers", "src/Holdfast.Build", "nuget/Holdfast/build", "nuget/Holdfast/buildTransitive")
            .Where(static file => file.Path.EndsWith(".cs", StringComparison.Ordinal) || file.Path.StartsWith("nuget/", StringComparison.Ordinal))
            .Where(static file => !file.Path.StartsWith("src/Holdfast.Engine/Model/", StringComparison.Ordinal) && !file.Path.StartsWith("src/Holdfast.Engine/Constraints/", StringComparison.Ordinal)),
    ]);

    private static Lazy<ImmutableArray<(string Path, string Text)>> Tests { get; } = new(static () =>
        [.. FilesIn("tests").Where(static file => file.Path.EndsWith("Tests.cs", StringComparison.Ordinal))]);

    private static IEnumerable<(string Path, string Text)> FilesIn(params string[] folders) => folders
        .SelectMany(static folder => Directory.EnumerateFiles(Path.Combine(RepositoryPaths.Root, folder), "*", SearchOption.AllDirectories))
        .Select(static file => Path.GetRelativePath(RepositoryPaths.Root, file).Replace('\\', '/'))
        .Where(static path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal))
        .Select(static path => (path, File.ReadAllText(Path.Combine(RepositoryPaths.Root, path))));

    private static IEnumerable<string> Pages() => Directory.EnumerateFiles(Path.Combine(RepositoryPaths.Root, "docs/rules"), "HF*.md").Order(StringComparer.Ordinal);

    /// <summary>HF91xx are reported by the build: its task and its targets.</summary>
    private static IEnumerable<string> BuildIds() => new[] { "src/Holdfast.Build", "nuget/Holdfast/build", "nuget/Holdfast/buildTransitive" }
        .SelectMany(static folder => Directory.EnumerateFiles(Path.Combine(RepositoryPaths.Root, folder)))
        .SelectMany(static file => BuildId().Matches(File.ReadAllText(file)).Select(static match => match.Value))
        .Distinct();

    /// <summary>What is said about a source, without the suggestions of other rules.</summary>
    private static async Task<IEnumerable<string>> DiagnosticsOf(string id, (string Language, string Text) example) =>
        (example.Language == "yaml" ? await new ManifestRun().File("k8s/example.yaml", example.Text).RunAsync() : await DiagnosticsOf(example.Text, RulePage.Shipped(id)))
            .Where(diagnostic => diagnostic.Id == id || diagnostic.Severity > DiagnosticSeverity.Info)
            .Select(static diagnostic => diagnostic.Id);

    private static async Task<ImmutableArray<Diagnostic>> DiagnosticsOf(string source, string? shipped) =>
        await RulePage.Analyze(source, shipped).Analysis.GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);

    [GeneratedRegex("\nSource: .*\n")]
    private static partial Regex SourceLine();

    [GeneratedRegex(@"^\[HomeOf\(.*\)\]$", RegexOptions.Multiline)]
    private static partial Regex HomeOf();

    [GeneratedRegex("HF[0-9]{4}")]
    private static partial Regex RuleId();

    [GeneratedRegex("HF91[0-9]{2}")]
    private static partial Regex BuildId();
}
