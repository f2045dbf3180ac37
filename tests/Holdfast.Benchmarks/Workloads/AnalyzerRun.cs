using System.Collections.Immutable;
using System.Reflection;
using Holdfast.Analyzers.Analysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Holdfast.Benchmarks.Workloads;

/// <summary>The compiler's work on a project, without analyzers and with all that the package brings.</summary>
internal static class AnalyzerRun
{
    private static readonly ImmutableArray<Type> Types =
    [
        .. typeof(ManifestAnalyzer).Assembly.GetTypes()
            .Where(static type => type.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is not null)
            .OrderBy(static type => type.Name, StringComparer.Ordinal),
    ];

    /// <summary>What the compiler itself does: it binds all, says what is wrong, and emits.</summary>
    public static void Compile(CSharpCompilation compilation) => Emit(compilation);

    /// <summary>The same with analyzers looking on; the order of things is that of the compiler's own driver.</summary>
    public static CompilationWithAnalyzers Analyze(CSharpCompilation compilation, AnalyzerOptions? options = null)
    {
        var failed = new List<Exception>();
        var analyzers = compilation.WithAnalyzers(
            [.. Types.Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)],
            new CompilationWithAnalyzersOptions(options ?? new AnalyzerOptions([]), (exception, _, _) => failed.Add(exception), concurrentAnalysis: false, logAnalyzerExecutionTime: true));
        analyzers.GetAllDiagnosticsAsync().GetAwaiter().GetResult();
        if (failed.Count > 0)
        {
            throw new AggregateException(failed);
        }

        Emit((CSharpCompilation)analyzers.Compilation);
        return analyzers;
    }

    /// <summary>Milliseconds in each analyzer's own code, as the compiler's switch <c>/reportanalyzer</c> counts them.</summary>
    public static SortedDictionary<string, double> Times(CompilationWithAnalyzers run)
    {
        var times = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (DiagnosticAnalyzer analyzer in run.Analyzers)
        {
            times[analyzer.GetType().Name] = run.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None).GetAwaiter().GetResult().ExecutionTime.TotalMilliseconds;
        }

        return times;
    }

    private static void Emit(CSharpCompilation compilation)
    {
        using var stream = new MemoryStream();
        Microsoft.CodeAnalysis.Emit.EmitResult result = compilation.Emit(stream);
        if (!result.Success)
        {
            throw new InvalidOperationException(result.Diagnostics.First(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToString());
        }
    }
}
