using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Packaging.Tests.Hosts;

/// <summary>A project of the samples as a compiler sees it that has the package's own files. Runs inside a <see cref="CompilerHost"/>.</summary>
internal static partial class HostedProject
{
    private const string ImplicitUsings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    private static FolderLoader? Loader;

    /// <summary>Compiles with generator and analyzers.</summary>
    /// <param name="package">The package's files, unpacked.</param>
    /// <param name="project">The project's folder.</param>
    /// <returns>Each generated file and each diagnostic, in their own order.</returns>
    public static async Task<string[]> CompileAsync(string package, string project)
    {
        var reference = new AnalyzerFileReference(Path.Combine(package, "analyzers/dotnet/cs/Holdfast.Analyzers.dll"), Loader ??= new FolderLoader());
        var result = new List<string>();
        reference.AnalyzerLoadFailed += (_, failure) => result.Add($"not loaded: {failure.Message}");

        XDocument projectFile = XDocument.Load(Directory.GetFiles(project, "*.csproj").Single());
        var settings = new Settings(projectFile, project);

        // The newest language that the compiler has: 13 in the oldest, and what is generated has to be the same in all.
        var options = new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.Parse);
        CSharpCompilation compilation = CSharpCompilation.Create(
            Path.GetFileName(project),
            [.. Files(project, ".cs").Select(file => Parse(file, options)), CSharpSyntaxTree.ParseText(ImplicitUsings, options, "ImplicitUsings.cs")],
            References(Path.Combine(package, "lib/net8.0/Holdfast.dll")),
            new CSharpCompilationOptions(
                projectFile.Descendants("OutputType").Any() ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable,
                specificDiagnosticOptions: Severities(project)));
        ImmutableArray<AdditionalText> texts =
        [
            .. Files(project, ".yaml").Where(static file => !file.Contains("overlays", StringComparison.Ordinal) || file.Contains("k8s", StringComparison.Ordinal))
                .Concat(Files(project, ".conf")).Select(static file => new Text(file)),
        ];

        GeneratorDriver driver = CSharpGeneratorDriver
            .Create(reference.GetGenerators(LanguageNames.CSharp), texts, options, settings)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation updated, out ImmutableArray<Diagnostic> problems);
        result.AddRange(problems.Select(static problem => $"generator: {problem}"));
        result.AddRange(driver.GetRunResult().Results.SelectMany(static run => run.GeneratedSources).Select(static source => $"generated: {source.HintName}\n{source.SourceText}"));

        ImmutableArray<Diagnostic> diagnostics = await updated
            .WithAnalyzers(reference.GetAnalyzers(LanguageNames.CSharp), new AnalyzerOptions(texts, settings))
            .GetAllDiagnosticsAsync();
        result.AddRange(diagnostics.Where(static diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden).Select(static diagnostic => $"diagnostic: {diagnostic}"));
        result.Sort(StringComparer.Ordinal);
        return [.. result];
    }

    private static SyntaxTree Parse(string file, CSharpParseOptions options) => CSharpSyntaxTree.ParseText(File.ReadAllText(file), options, file, Encoding.UTF8);

    private static IEnumerable<string> Files(string project, string extension) => Directory
        .EnumerateFiles(project, "*" + extension, SearchOption.AllDirectories)
        .Where(file => !Path.GetRelativePath(project, file).StartsWith("obj", StringComparison.Ordinal) && !Path.GetRelativePath(project, file).StartsWith("bin", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    private static IEnumerable<MetadataReference> References(string library) => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(static path => Path.GetFileName(path) is var file && (file.StartsWith("System.", StringComparison.Ordinal) || file.StartsWith("KubernetesClient", StringComparison.Ordinal)))
        .Append(library)
        .Select(static path => MetadataReference.CreateFromFile(path));

    /// <summary>What the project's configuration says about rules.</summary>
    private static IEnumerable<KeyValuePair<string, ReportDiagnostic>> Severities(string project) => Directory
        .EnumerateFiles(project, "*.globalconfig")
        .SelectMany(static file => Severity().Matches(File.ReadAllText(file)))
        .Select(static match => KeyValuePair.Create(match.Groups[1].Value, ReportDiagnostic.Warn));

    [GeneratedRegex(@"^dotnet_diagnostic\.(HF\d+)\.severity = warning$", RegexOptions.Multiline)]
    private static partial Regex Severity();

    private sealed class Text(string file) : AdditionalText
    {
        public override string Path => file;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(File.ReadAllText(file), Encoding.UTF8);
    }

    /// <summary>The project's properties, and what the package's targets say about its files.</summary>
    private sealed class Settings(XDocument project, string folder) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(project
            .Descendants("PropertyGroup").Elements()
            .ToDictionary(static property => "build_property." + property.Name.LocalName, static property => property.Value));

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Options(textFile.Path.EndsWith(".yaml", StringComparison.Ordinal)
            ? new() { ["build_metadata.AdditionalFiles.HoldfastManifest"] = "true" }
            : new() { ["build_metadata.AdditionalFiles.HoldfastConfigPath"] = Path.GetRelativePath(folder, textFile.Path).Replace('\\', '/') });
    }

    private sealed class Options(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        private readonly Dictionary<string, string> _values = new(values, KeyComparer);

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => _values.TryGetValue(key, out value);
    }
}
