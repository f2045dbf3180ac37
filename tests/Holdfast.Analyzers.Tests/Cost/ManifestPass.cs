using System.Collections.Immutable;
using Holdfast.Analyzers.Analysis;
using Holdfast.Engine.Judging;
using Holdfast.Engine.Manifests;
using Holdfast.Engine.Naming;
using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using ManifestText = Holdfast.Benchmarks.Sources.ManifestText;

namespace Holdfast.Analyzers.Tests.Cost;

/// <summary>
/// A pass over manifests as <see cref="ManifestAnalyzer"/> does it, on the thread that asks: the compiler would hand it to another
/// one, whose allocations are counted apart.
/// </summary>
internal static class ManifestPass
{
    /// <returns>How much is found.</returns>
    public static int Run(ImmutableArray<ManifestText> texts)
    {
        AnalyzerOptions options = ManifestText.Options(texts);
        CSharpCompilation compilation = Compilations.Create();
        ImmutableArray<AdditionalText> files = ManifestFiles.Of(options);
        ProjectManifests manifests = ManifestFiles.Read(options);
        ManifestOptions wishes = ManifestFiles.OptionsOf(options);
        return new ManifestFindings(
            manifests,
            ShippedFiles.Read(options, CancellationToken.None),
            [],
            manifests.IsOpen,
            new ManifestVersions(new KubernetesTargets(options).Project, wishes).Of,
            new ManifestSeverities(ManifestFiles.ByPath(files, manifests.Files), wishes).At,
            new ManifestNames(new Lazy<KnownSets>(() => KnownSetsReader.Read(compilation, options)), ManifestFiles.TextsOf(files)))
            .All(CancellationToken.None)
            .Sum(static file => file.Count());
    }
}
