using System.Collections.Immutable;
using System.Reflection;
using Holdfast.Analyzers.Analysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Holdfast.Benchmarks.Workloads;

/// <summary>The compiler's work on a project, without analyzers and with some.</summary>
internal static class AnalyzerRun
{
    /// <summary>All that the package brings.</summary>
    public static IEnumerable<DiagnosticAnalyzer> Ours =>
        typeof(ManifestAnalyzer).Assembly.GetTypes()
            .Where(static type => type.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is not null)
            .OrderBy(static type => type.Name, StringComparer.Ordinal)
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!);

    /// <summary>What the compiler itself does: it binds all, says what is wrong, and emits.</summary>
    public static void Compile(CSharpCompilation compilation)
    {
        using var stream = new MemoryStream();
        Microsoft.CodeAnalysis.Emit.EmitResult result = compilation.Emit(stream);
        if (!result.Success)
        {
            throw new InvalidOperationException(result.Diagnostics.First(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToString());
        }
    }

    /// <summary>Binds all, with analyzers looking on.</summary>
    /// <returns>Milliseconds in each analyzer's own code, as the compiler's switch <c>/reportanalyzer</c> counts them.</returns>
    public static SortedDictionary<string, double> Analyze(IEnumerable<DiagnosticAnalyzer> analyzers, CSharpCompilation compilation, AnalyzerOptions? options = null)
    {
        var failed = new List<Exception>();
        AnalysisResult result = compilation
            .WithAnalyzers(
                [.. analyzers],
                new CompilationWithAnalyzersOptions(options ?? new AnalyzerOptions([]), (exception, _, _) => failed.Add(exception), concurrentAnalysis: false, logAnalyzerExecutionTime: true))
            .GetAnalysisResultAsync(CancellationToken.None)
            .GetAwaiter()
            .GetResult();
        if (failed.Count > 0)
        {
            throw new AggregateException(failed);
        }

        return new SortedDictionary<string, double>(
            result.AnalyzerTelemetryInfo.ToDictionary(static one => one.Key.GetType().Name, static one => one.Value.ExecutionTime.TotalMilliseconds),
            StringComparer.Ordinal);
    }
}
