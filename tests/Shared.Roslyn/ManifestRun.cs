using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Holdfast.Analyzers.Analysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Tests.Shared;

/// <summary>Manifests in, diagnostics out: all analyzers as the compiler runs them over a project with such files.</summary>
internal sealed class ManifestRun
{
    private const string Root = "/project/";

    private const string ShippedFolder = "kubernetes.shipped/";

    /// <summary>Looks at what is found where a project has manifests alone: the files, what settings say for them, and the findings.</summary>
    public static Action<IReadOnlyList<AdditionalText>, Func<string, string, string?>, ImmutableArray<Diagnostic>>? Found { get; set; }

    private readonly List<Text> _files = [];
    private readonly List<string> _sources = [];
    private readonly List<MetadataReference> _references = [];
    private readonly Dictionary<string, Dictionary<string, string>> _settings = new(StringComparer.Ordinal);

    /// <summary>A file of manifests, by its path in the project.</summary>
    public ManifestRun File(string path, string content) => File(path, SourceText.From(content));

    /// <inheritdoc cref="File(string, string)"/>
    public ManifestRun File(string path, SourceText content)
    {
        _files.RemoveAll(file => file.Path == Root + path);
        _files.Add(new Text(Root + path, content));
        return this;
    }

    /// <summary>A manifest of the last release, by its path below the folder of those.</summary>
    public ManifestRun Shipped(string path, string content)
    {
        _files.Add(new Text(Root + ShippedFolder + path, SourceText.From(content)));
        return this;
    }

    /// <summary>A library that the project references.</summary>
    public ManifestRun Reference(MetadataReference reference)
    {
        _references.Add(reference);
        return this;
    }

    public ManifestRun Source(string source)
    {
        _sources.Add(source);
        return this;
    }

    /// <summary>What an <c>.editorconfig</c> section says about a file.</summary>
    public ManifestRun Setting(string path, string key, string value)
    {
        if (!_settings.TryGetValue(Root + path, out Dictionary<string, string>? settings))
        {
            _settings.Add(Root + path, settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase));
        }

        settings[key] = value;
        return this;
    }

    /// <summary>
    /// Runs, and compares with what is marked in the files as <c>{|HF1002:place|}</c>; suggestions count where they are
    /// marked.
    /// </summary>
    public async Task VerifyAsync()
    {
        var expected = new List<string>();
        string all = string.Concat(_files.Select(static file => file.Content.ToString()));
        for (int i = 0; i < _files.Count; i++)
        {
            TestFileMarkupParser.GetPositionsAndSpans(_files[i].Content.ToString(), out string content, out _, out ImmutableDictionary<string, ImmutableArray<TextSpan>> spans);
            expected.AddRange(spans.SelectMany(id => id.Value.Select(span => Describe(id.Key, _files[i].Path, content.Substring(span.Start, span.Length), span.Start))));
            _files[i] = new Text(_files[i].Path, SourceText.From(content));
        }

        Dictionary<string, SourceText> texts = _files.ToDictionary(static file => file.Path, static file => file.Content, StringComparer.Ordinal);
        IEnumerable<string> actual = (await RunAsync())
            .Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Info || Suggestions.Marks(all, diagnostic.Id))
            .Select(diagnostic => texts.TryGetValue(diagnostic.Location.GetLineSpan().Path, out SourceText? text)
                ? Describe(diagnostic.Id, diagnostic.Location.GetLineSpan().Path, text.ToString(diagnostic.Location.SourceSpan), diagnostic.Location.SourceSpan.Start)
                : diagnostic.ToString());
        Xunit.Assert.Equal(expected.Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));
        if (_sources.Count == 0 && _files.Exists(static file => IsShipped(file.Path)))
        {
            PlanLaw.AssertOfFiles(
                _files.Where(static file => IsShipped(file.Path)).Select(static file => (file.Path[(Root + ShippedFolder).Length..], file.Content.ToString())),
                _files.Where(static file => !IsShipped(file.Path)).Select(static file => (file.Path, file.Content.ToString())),
                [.. expected.Select(static line => line[.."HF0000".Length]).Distinct(StringComparer.Ordinal)]);
        }

        static string Describe(string id, string path, string text, int start) => string.Create(CultureInfo.InvariantCulture, $"{id} in {path} at {start}: '{text}'");
    }

    /// <summary>As a build shows them: <c>k8s/orders.yaml(3,9): warning HF1002: …</c>, in the order of files and places.</summary>
    /// <param name="least">What is less grave is left out.</param>
    public async Task<ImmutableArray<string>> ShowAsync(DiagnosticSeverity least = DiagnosticSeverity.Warning) =>
    [
        .. (await RunAsync())
            .Where(diagnostic => diagnostic.Severity >= least)
            .Select(diagnostic => (Diagnostic: diagnostic, Span: diagnostic.Location.GetLineSpan()))
            .OrderBy(static item => item.Span.Path, StringComparer.Ordinal)
            .ThenBy(static item => item.Span.StartLinePosition)
            .ThenBy(static item => item.Diagnostic.Id, StringComparer.Ordinal)
            .Select(static item => string.Create(
                CultureInfo.InvariantCulture,
                $"{item.Span.Path.Replace(Root, string.Empty, StringComparison.Ordinal)}({item.Span.StartLinePosition.Line + 1},{item.Span.StartLinePosition.Character + 1}): {item.Diagnostic.Severity.ToString().ToLowerInvariant()} {item.Diagnostic.Id}: {item.Diagnostic.GetMessage(CultureInfo.InvariantCulture)}")),
    ];

    /// <summary>The ids alone, with their files and lines: <c>k8s/orders.yaml(3) HF1002</c>.</summary>
    /// <param name="least">What is less grave is left out.</param>
    public async Task<ImmutableArray<string>> IdsAsync(DiagnosticSeverity least = DiagnosticSeverity.Warning) =>
    [
        .. (await ShowAsync(least)).Select(static line =>
            line[..line.IndexOf(',', StringComparison.Ordinal)] + ") " + line.Substring(line.IndexOf(" HF", StringComparison.Ordinal) + 1, 6)),
    ];

    public async Task<ImmutableArray<Diagnostic>> RunAsync()
    {
        CSharpCompilation compilation = Compilations.Create([.. _sources]).AddReferences(_references);
        CSharpGeneratorDriver.Create([.. RuleTest.Generators.Select(static type => ((IIncrementalGenerator)Activator.CreateInstance(type)!).AsSourceGenerator())], parseOptions: Compilations.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation updated, out _);
        var exceptions = new ConcurrentQueue<Exception>();
        var analyzers = updated.WithAnalyzers(
            [.. RuleTest.Analyzers],
            new CompilationWithAnalyzersOptions(
                new AnalyzerOptions([.. _files], new Provider(this)),
                (exception, _, _) => exceptions.Enqueue(exception),
                concurrentAnalysis: true,
                logAnalyzerExecutionTime: false));
        ImmutableArray<Diagnostic> found = await analyzers.GetAnalyzerDiagnosticsAsync();
        // First of all: an analyzer that has thrown has found nothing, and the comparison below would show that alone.
        if (!exceptions.IsEmpty)
        {
            throw new AggregateException(exceptions);
        }

        if (_sources.Count == 0)
        {
            Words.AssertAreYaml(found);
            Found?.Invoke(_files, (path, key) => _settings.GetValueOrDefault(path)?.GetValueOrDefault(key), found);
        }

        return found;
    }

    private static bool IsShipped(string path) => path.StartsWith(Root + ShippedFolder, StringComparison.Ordinal);

    private sealed class Text(string path, SourceText content) : AdditionalText
    {
        public override string Path => path;

        public SourceText Content => content;

        public override SourceText GetText(CancellationToken cancellationToken = default) => content;
    }

    private sealed class Provider(ManifestRun run) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(null);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile)
        {
            const string Shipped = Root + ShippedFolder;
            var settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
            {
                [textFile.Path.StartsWith(Shipped, StringComparison.Ordinal) ? ShippedFiles.Metadata : "build_metadata.AdditionalFiles.HoldfastManifest"] =
                    textFile.Path.StartsWith(Shipped, StringComparison.Ordinal) ? textFile.Path[Shipped.Length..] : "true",
            };
            foreach ((string key, string value) in run._settings.GetValueOrDefault(textFile.Path) ?? [])
            {
                settings[key] = value;
            }

            return new Options(settings);
        }
    }

    private sealed class Options(Dictionary<string, string>? settings) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
        {
            value = null;
            return settings is not null && settings.TryGetValue(key, out value);
        }
    }
}
