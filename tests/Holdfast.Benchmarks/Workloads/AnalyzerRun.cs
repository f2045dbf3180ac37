using System.Collections.Immutable;
using System.Reflection;
using Holdfast.Analyzers.Analysis;
using Holdfast.Benchmarks.Peers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Diagnostics.Telemetry;

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

    /// <summary>Milliseconds in each analyzer's own code in the last run, as the compiler's switch <c>/reportanalyzer</c> counts them.</summary>
    public static SortedDictionary<string, double> Times { get; set; } = [];

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

    /// <summary>Has analyzers look on, and nothing else.</summary>
    public static void Analyze(IEnumerable<DiagnosticAnalyzer> analyzers, CSharpCompilation compilation, AnalyzerOptions? options = null) =>
        Run(analyzers, compilation, options, static async running =>
        {
            AnalysisResult result = await running.GetAnalysisResultAsync(CancellationToken.None);
            return result.AnalyzerTelemetryInfo.Select(static one => (one.Key, one.Value));
        });

    /// <summary>Does the compiler's own work with analyzers looking on, as <c>csc</c> does.</summary>
    public static void CompileWith(IEnumerable<DiagnosticAnalyzer> analyzers, CSharpCompilation compilation) => Count(CompilerDriver.Compile([.. analyzers], compilation));

    /// <summary>Asks analyzers about one document, as an IDE does after an edit: those that wait for the end of the compilation do not run.</summary>
    public static void AnalyzeDocument(DiagnosticAnalyzer[] analyzers, CSharpCompilation compilation, SyntaxTree document) =>
        Run(analyzers, compilation, options: null, async running =>
        {
            await running.GetAnalyzerSyntaxDiagnosticsAsync(document, CancellationToken.None);
            await running.GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(document), filterSpan: null, CancellationToken.None);
            var times = new List<(DiagnosticAnalyzer, AnalyzerTelemetryInfo)>();
            foreach (DiagnosticAnalyzer analyzer in analyzers)
            {
                times.Add((analyzer, await running.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None)));
            }

            return times;
        });

    private static void Run(
        IEnumerable<DiagnosticAnalyzer> analyzers,
        CSharpCompilation compilation,
        AnalyzerOptions? options,
        Func<CompilationWithAnalyzers, Task<IEnumerable<(DiagnosticAnalyzer Analyzer, AnalyzerTelemetryInfo Telemetry)>>> ask)
    {
        var failed = new List<Exception>();
        CompilationWithAnalyzers running = compilation.WithAnalyzers(
            [.. analyzers],
            new CompilationWithAnalyzersOptions(options ?? new AnalyzerOptions([]), (exception, _, _) => failed.Add(exception), concurrentAnalysis: false, logAnalyzerExecutionTime: true));
        IEnumerable<(DiagnosticAnalyzer Analyzer, AnalyzerTelemetryInfo Telemetry)> times = ask(running).GetAwaiter().GetResult();
        if (failed.Count > 0)
        {
            throw new AggregateException(failed);
        }

        Count(times.Select(static one => (one.Analyzer, one.Telemetry.ExecutionTime)));
    }

    private static void Count(IEnumerable<(DiagnosticAnalyzer Analyzer, TimeSpan Time)> times) => Times = new SortedDictionary<string, double>(
        times.Where(static one => one.Analyzer is not IdleAnalyzer).ToDictionary(static one => one.Analyzer.GetType().Name, static one => one.Time.TotalMilliseconds),
        StringComparer.Ordinal);
}
