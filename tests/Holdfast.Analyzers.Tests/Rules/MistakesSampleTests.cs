using System.Collections.Immutable;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Analyzers.Tests.Rules;

/// <summary><c>samples/Mistakes</c> makes every mistake there is a rule for, and its README shows what the build says about them.</summary>
public partial class MistakesSampleTests
{
    private static readonly string Folder = Path.Combine(RepositoryPaths.Root, "samples/Mistakes");

    private static string Readme => Path.Combine(Folder, "README.md");

    [Fact]
    public async Task TheReadmeShowsWhatTheBuildSays()
    {
        string said = string.Concat((await DiagnosticsAsync()).Select(static diagnostic => Line(diagnostic) + "\n"));
        string readme = await File.ReadAllTextAsync(Readme, TestContext.Current.CancellationToken);
        Match block = Output().Match(readme);
        Assert.True(block.Success, "The README has no block with the output.");
        if (Environment.GetEnvironmentVariable("HOLDFAST_ACCEPT_SNAPSHOTS") == "true")
        {
            await File.WriteAllTextAsync(
                Readme,
                string.Concat(readme.AsSpan(0, block.Groups[1].Index), said, readme.AsSpan(block.Groups[1].Index + block.Groups[1].Length)),
                TestContext.Current.CancellationToken);
        }
        else
        {
            Assert.Equal(said, block.Groups[1].Value);
        }
    }

    /// <summary>Once more beside the output, so that accepting it cannot lose a rule.</summary>
    [Fact]
    public async Task EveryRuleIsBrokenOrAnExceptionWithAReason()
    {
        string[] broken = [.. (await DiagnosticsAsync()).Select(static diagnostic => diagnostic.Id).Distinct()];
        string[] exceptions = [.. Exception().Matches(await File.ReadAllTextAsync(Readme, TestContext.Current.CancellationToken)).Select(static match => match.Groups[1].Value)];
        Assert.Empty(broken.Intersect(exceptions));
        Assert.Equal(Catalogue.All.Select(static descriptor => descriptor.Id).Order(), broken.Concat(exceptions).Order());
    }

    /// <summary>The comment above a declaration names the mistake that it shows.</summary>
    [Fact]
    public async Task EachDeclarationShowsWhatItsCommentSays()
    {
        ILookup<string, string> said = (await DiagnosticsAsync()).ToLookup(
            static diagnostic => diagnostic.Location.SourceTree is { } tree ? Section(tree, diagnostic.Location.SourceSpan.Start) : "HF9019",
            static diagnostic => diagnostic.Id);
        string[] announced = [.. Sources().SelectMany(static tree => Comment().Matches(tree.ToString())).Select(static match => match.Groups[1].Value)];
        Assert.NotEmpty(announced);
        Assert.All(announced, id => Assert.Contains(id, said[id]));
    }

    [Fact]
    public void EveryRuleWarns() => Assert.Equal(
        Catalogue.All.Select(static descriptor => descriptor.Id).Order(),
        Severities().Where(static severity => severity.Value == ReportDiagnostic.Warn).Select(static severity => severity.Key).Order());

    private static string Line(Diagnostic diagnostic)
    {
        FileLinePositionSpan place = diagnostic.Location.GetLineSpan();
        string at = diagnostic.Location.IsInSource
            ? $"{Path.GetFileName(place.Path)}({place.StartLinePosition.Line + 1},{place.StartLinePosition.Character + 1})"
            : "CSC";
        return $"{at}: {diagnostic.Severity.ToString().ToLowerInvariant()} {diagnostic.Id}: {diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}".Replace("CSC:", "CSC :", StringComparison.Ordinal);
    }

    private static string Section(SyntaxTree tree, int position) =>
        Comment().Matches(tree.ToString()).LastOrDefault(match => match.Index < position)?.Groups[1].Value ?? "";

    private static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync()
    {
        ProjectText[] files =
        [
            .. Directory.EnumerateFiles(Path.Combine(Folder, "conf")).Order(StringComparer.Ordinal)
                .Select(static file => new ProjectText("conf/" + Path.GetFileName(file), File.ReadAllText(file))),
            ProjectText.Shipped("upgrades.yaml", await File.ReadAllTextAsync(Path.Combine(Folder, "kubernetes.shipped/upgrades.yaml"), TestContext.Current.CancellationToken)),
        ];
        Dictionary<string, string> properties = XDocument.Load(Path.Combine(Folder, "Mistakes.csproj")).Descendants()
            .Where(static element => element.Parent?.Name.LocalName == "PropertyGroup")
            .ToDictionary(static element => element.Name.LocalName, static element => element.Value);
        var compilation = CSharpCompilation.Create(
            "Mistakes",
            Sources(),
            Compilations.References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, specificDiagnosticOptions: Severities()));
        GeneratorRun run = GeneratorRun.Of(compilation, properties, [.. files]);
        Assert.Empty(run.Problems);
        CompilationWithAnalyzers analysis = run.Compilation.WithAnalyzers([.. RuleTest.Analyzers], new AnalyzerOptions([.. files], new ProjectProperties(properties)));
        return
        [
            .. (await analysis.GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken))
                .DistinctBy(static diagnostic => (diagnostic.Id, diagnostic.Location, diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)))
                .OrderBy(static diagnostic => diagnostic.Location.GetLineSpan().Path, StringComparer.Ordinal)
                .ThenBy(static diagnostic => diagnostic.Location.SourceSpan)
                .ThenBy(static diagnostic => diagnostic.Id, StringComparer.Ordinal)
                .ThenBy(static diagnostic => diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal),
        ];
    }

    private static SyntaxTree[] Sources() =>
    [
        .. Directory.EnumerateFiles(Folder, "*.cs").Order(StringComparer.Ordinal)
            .Select(static file => CSharpSyntaxTree.ParseText(SourceText.From(File.ReadAllText(file)), Compilations.ParseOptions, "/src/" + Path.GetFileName(file))),
    ];

    private static ImmutableDictionary<string, ReportDiagnostic> Severities()
    {
        var config = AnalyzerConfig.Parse(File.ReadAllText(Path.Combine(Folder, "Mistakes.globalconfig")), "/src/Mistakes.globalconfig");
        return AnalyzerConfigSet.Create(new[] { config }).GlobalConfigOptions.TreeOptions
            .ToImmutableDictionary(static severity => severity.Key.ToUpperInvariant(), static severity => severity.Value);
    }

    [GeneratedRegex("```text\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Output();

    [GeneratedRegex(@"^\| \[(HF\d{4})\]", RegexOptions.Multiline)]
    private static partial Regex Exception();

    [GeneratedRegex(@"^// (HF\d{4}): ", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
