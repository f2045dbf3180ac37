using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Benchmarks.Sources;

/// <summary>A manifest as the package's targets hand it over. What was read of it belongs to this very object.</summary>
internal sealed class ManifestText(string path, string text) : AdditionalText
{
    private readonly SourceText _text = SourceText.From(text, Encoding.UTF8);

    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;

    /// <summary>All manifests, none of which was read yet.</summary>
    public static ImmutableArray<ManifestText> Fresh() =>
        [.. Enumerable.Range(0, ManifestSources.Count).Select(static file => new ManifestText(ManifestSources.PathOf(file), ManifestSources.Text(file)))];

    public static AnalyzerOptions Options(ImmutableArray<ManifestText> files) => new(ImmutableArray<AdditionalText>.CastUp(files), new Provider());

    private sealed class Provider : AnalyzerConfigOptionsProvider
    {
        private static readonly Settings Manifest = new("build_metadata.AdditionalFiles.HoldfastManifest");

        public override AnalyzerConfigOptions GlobalOptions { get; } = new Settings(null);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => textFile is ManifestText ? Manifest : GlobalOptions;
    }

    private sealed class Settings(string? set) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
        {
            value = key == set ? "true" : null;
            return value is not null;
        }
    }
}
