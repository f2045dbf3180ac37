using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Holdfast.Analyzers.Analysis;
using Holdfast.Analyzers.Reading;
using Holdfast.Analyzers.Reading.Files;
using Holdfast.Analyzers.Rules;
using Holdfast.Analyzers.Rules.Names;
using Holdfast.Tests.Shared;
using Holdfast.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Holdfast.Analyzers.Tests.Rules;

/// <summary>Every rule has a page, a release entry and a test, and the examples on its page do what the page says.</summary>
public partial class RulePageTests
{
    private static readonly string[] Headings =
        ["## Why it hurts", "## How to fix it", "## When to suppress it", "## Wrong", "## Right"];

    /// <summary>The files of the project that the examples are of.</summary>
    private static readonly ImmutableArray<ProjectText> Files =
    [
        new("conf/orders.conf", "mode=on\n"),
        new("conf/logo.png", "\u0089PNG\r\n\u001a\n\0"),
        new("conf/dictionary.txt", new string('x', KubernetesLimits.ConfigMapBytes + 1)),
    ];

    public static TheoryData<string> Ids => [.. All.Select(static descriptor => descriptor.Id)];

    private static ImmutableArray<DiagnosticDescriptor> All =>
        // Some ids are said of objects as well as of code.
        [.. RuleCatalog.Descriptors.Concat(ReadingProblems.All).Concat(ManifestProblems.All).Concat(NameRules.All).Append(ProjectSettingsAnalyzer.UnknownName).Distinct()];

    [Theory]
    [MemberData(nameof(Ids))]
    public void HasAPageWithItsTitleAndAllParts(string id)
    {
        DiagnosticDescriptor descriptor = All.Single(descriptor => descriptor.Id == id);
        string page = Page(id);
        Assert.StartsWith($"# {id}: {descriptor.Title}\n\nSeverity: {descriptor.DefaultSeverity.ToString().ToLowerInvariant()}", page, StringComparison.Ordinal);
        Assert.All(Headings, heading => Assert.Contains($"\n{heading}\n\n", page, StringComparison.Ordinal));
        Assert.Matches($"^https://.+/docs/rules/{id}\\.md$", descriptor.HelpLinkUri);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task TheExamplesDoWhatThePageSays(string id)
    {
        Assert.Equal([id], (await DiagnosticsOf(id, Example(id, "Wrong"))).Distinct());
        Assert.Empty(await DiagnosticsOf(id, Example(id, "Right")));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void HasAReleaseEntryAndATest(string id)
    {
        string releases = string.Concat(Directory
            .EnumerateFiles(Path.Combine(RepositoryPaths.Root, "src/Holdfast.Analyzers"), "AnalyzerReleases.*.md")
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
        Directory.EnumerateFiles(Path.Combine(RepositoryPaths.Root, "docs/rules"), "HF*.md").Select(Path.GetFileNameWithoutExtension).Order());

    /// <summary>HF91xx are said by the build: its task and its targets.</summary>
    private static IEnumerable<string> BuildIds() => new[] { "src/Holdfast.Build", "nuget/Holdfast/build" }
        .SelectMany(static folder => Directory.EnumerateFiles(Path.Combine(RepositoryPaths.Root, folder)))
        .SelectMany(static file => BuildId().Matches(File.ReadAllText(file)).Select(static match => match.Value))
        .Distinct();

    private static string Page(string id) => File.ReadAllText(Path.Combine(RepositoryPaths.Root, "docs/rules", id + ".md"));

    /// <summary>Of C#, or of YAML where no attribute can say what a rule is about.</summary>
    private static (string Language, string Text) Example(string id, string heading)
    {
        Match match = CodeBlock().Match(Page(id), Page(id).IndexOf($"## {heading}\n", StringComparison.Ordinal));
        Assert.True(match.Success, $"{id} has no example under '{heading}'.");
        return (match.Groups[1].Value, match.Groups[2].Value);
    }

    /// <summary>What is said of a source, without the suggestions of other rules.</summary>
    private static async Task<IEnumerable<string>> DiagnosticsOf(string id, (string Language, string Text) example) =>
        (example.Language == "yaml" ? await new ManifestRun().File("k8s/example.yaml", example.Text).RunAsync() : await DiagnosticsOf(example.Text))
            .Where(diagnostic => diagnostic.Id == id || diagnostic.Severity > DiagnosticSeverity.Info)
            .Select(static diagnostic => diagnostic.Id);

    private static async Task<ImmutableArray<Diagnostic>> DiagnosticsOf(string source)
    {
        Match version = LanguageVersionComment().Match(source);
        CSharpParseOptions options = version.Success && LanguageVersionFacts.TryParse(version.Groups[1].Value, out LanguageVersion language)
            ? Compilations.ParseOptions.WithLanguageVersion(language)
            : Compilations.ParseOptions;
        var properties = BuildPropertyComment().Matches(source).ToDictionary(static match => match.Groups[1].Value, static match => match.Groups[2].Value);
        GeneratorRun run = GeneratorRun.Of(Compilations.Create(options, NullableContextOptions.Enable, source), properties, Files);
        CompilationWithAnalyzers analysis = run.Compilation.WithAnalyzers(
            [.. RuleTest.Analyzers],
            new AnalyzerOptions([.. Files], new ProjectProperties(properties)));
        return await analysis.GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("```(csharp|yaml)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex("HF91[0-9]{2}")]
    private static partial Regex BuildId();

    [GeneratedRegex("<LangVersion>(.*?)</LangVersion>")]
    private static partial Regex LanguageVersionComment();

    [GeneratedRegex("-p:([A-Za-z]+)=([^\"\n ]+)")]
    private static partial Regex BuildPropertyComment();
}
