using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Fuzz.Tests;

/// <summary>The analyzers on a project with such files, each in its own folder, and with an app that its names can be compared with: none may throw.</summary>
internal static class YamlCheck
{
    private static readonly Compilation Project = GeneratorRun.Of(Compilations.Create(
        """
        using Holdfast;

        [StatefulApp("zookeeper", Replicas = 3)]
        [Container("zookeeper:3.9.4")]
        public sealed partial class ZooKeeper
        {
            [Port(2181)]
            public static partial ServicePort Client { get; }

            [VolumeClaim("10Gi", MountPath = "/data")]
            public static partial ClaimTemplate Data { get; }
        }
        """)).Compilation;

    private static int FindingCount;

    /// <summary>How much was found.</summary>
    public static int Findings => FindingCount;

    public static async Task RunAsync(IReadOnlyList<YamlBytes> files, CancellationToken cancellationToken)
    {
        Dictionary<string, Manifest> texts = files
            .Select(static (file, index) => new Manifest($"/src/k8s/{index}/{file.Path}", SourceText.From([.. file.Bytes], file.Bytes.Length, Encoding.UTF8)))
            .ToDictionary(static text => text.Path, StringComparer.Ordinal);
        var exceptions = new ConcurrentQueue<Exception>();
        CompilationWithAnalyzers analysis = Project.WithAnalyzers(
            Catalogue.Analyzers,
            new CompilationWithAnalyzersOptions(
                new AnalyzerOptions([.. texts.Values], Settings.Instance),
                (thrown, _, _) => exceptions.Enqueue(thrown),
                concurrentAnalysis: false,
                logAnalyzerExecutionTime: false));
        ImmutableArray<Diagnostic> found = await analysis.GetAnalyzerDiagnosticsAsync(cancellationToken);
        if (exceptions.TryPeek(out Exception? first))
        {
            throw new InvalidOperationException("AD0001: an analyzer threw.", first);
        }

        foreach (Diagnostic diagnostic in found)
        {
            Assert.False(diagnostic.Id == "AD0001", diagnostic.ToString());
            if (texts.TryGetValue(diagnostic.Location.GetLineSpan().Path, out Manifest? text))
            {
                Assert.InRange(diagnostic.Location.SourceSpan.End, 0, text.Content.Length);
                Interlocked.Increment(ref FindingCount);
            }
        }
    }

    private sealed class Manifest(string path, SourceText content) : AdditionalText
    {
        public override string Path => path;

        public SourceText Content => content;

        public override SourceText GetText(CancellationToken cancellationToken = default) => content;
    }

    private sealed class Settings : AnalyzerConfigOptionsProvider
    {
        public static Settings Instance { get; } = new();

        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(isManifest: false);

        private static Options OfManifest { get; } = new(isManifest: true);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => OfManifest;
    }

    private sealed class Options(bool isManifest) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = isManifest && KeyComparer.Equals(key, "build_metadata.AdditionalFiles.HoldfastManifest") ? "true" : null;
            return value is not null;
        }
    }
}
