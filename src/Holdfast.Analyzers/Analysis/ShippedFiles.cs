using System.Collections.Immutable;
using Holdfast.Engine.Manifests;
using Holdfast.Engine.Manifests.Files;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Holdfast.Analyzers.Analysis;

/// <summary>The files that the build hands over as the manifests of the last release.</summary>
internal static class ShippedFiles
{
    /// <summary>Metadata that the package's targets put on each of them: its path below the folder of shipped manifests.</summary>
    public const string Metadata = "build_metadata.AdditionalFiles.HoldfastShippedPath";

    public static ImmutableArray<AdditionalText> Of(AnalyzerOptions options) =>
        [.. options.AdditionalFiles.Where(file => IsShipped(file, options.AnalyzerConfigOptionsProvider))];

    public static bool IsShipped(AdditionalText file, AnalyzerConfigOptionsProvider options) => PathOf(file, options) is not null;

    /// <summary>All of them, read when first asked for; most projects have none.</summary>
    public static Lazy<ShippedManifests> Lazily(AnalyzerOptions options) => new(() => Read(options, CancellationToken.None));

    public static ShippedManifests Read(AnalyzerOptions options, CancellationToken cancellationToken)
    {
        var read = new List<(ManifestFile, string)>();
        foreach (AdditionalText file in options.AdditionalFiles)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (PathOf(file, options.AnalyzerConfigOptionsProvider) is { } path && file.GetText(cancellationToken) is { } text)
            {
                read.Add((ManifestFileReader.Read(file.Path, text), path));
            }
        }

        return read.Count == 0 ? ShippedManifests.None : ShippedManifests.Of(read);
    }

    private static string? PathOf(AdditionalText file, AnalyzerConfigOptionsProvider options) =>
        options.GetOptions(file).TryGetValue(Metadata, out string? path) && path.Length > 0 ? path : null;
}
