using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Holdfast.Benchmarks.Workloads;

/// <summary>
/// Compiles as <c>csc</c> does: analyzers and the compiler work on one compilation, so that what one of them binds is bound for the other, and findings
/// below a warning are asked of no analyzer. What an IDE uses, <see cref="CompilationWithAnalyzers"/>, copies the compilation and binds all of it again.
/// The compiler has no public way to its driver of analyzers; the names below are the same in Roslyn 4.14 and 5.9.
/// </summary>
internal static class CompilerDriver
{
    private const BindingFlags Inside = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private const string Namespace = "Microsoft.CodeAnalysis.Diagnostics.";

    /// <returns>What each analyzer took in its own code, by the clock.</returns>
    public static IEnumerable<(DiagnosticAnalyzer Analyzer, TimeSpan Time)> Compile(ImmutableArray<DiagnosticAnalyzer> analyzers, CSharpCompilation compilation)
    {
        Assembly roslyn = typeof(Compilation).Assembly;
        Type type = roslyn.GetType(Namespace + "AnalyzerDriver", throwOnError: true)!;
        object manager = Activator.CreateInstance(roslyn.GetType(Namespace + "AnalyzerManager", throwOnError: true)!, Inside, binder: null, [analyzers], culture: null)!;
        var failures = new List<Diagnostic>();
        object?[] arguments =
        [
            compilation,
            analyzers,
            new AnalyzerOptions([]),
            manager,
            (Action<Diagnostic>)failures.Add,
            true,
            Enum.Parse(roslyn.GetType(Namespace + "SeverityFilter", throwOnError: true)!, "Hidden, Info"),
            false,
            null,
            CancellationToken.None,
        ];
        MethodInfo create = type.GetMethods(Inside).Single(method => method.Name == "CreateAndAttachToCompilation" && method.GetParameters().Length == arguments.Length);
        using var driver = (IDisposable)create.Invoke(null, arguments)!;
        var attached = (CSharpCompilation)arguments[8]!;

        AnalyzerRun.Compile(attached);
        ((Task<ImmutableArray<Diagnostic>>)type.GetMethod("GetDiagnosticsAsync", Inside)!.Invoke(driver, [attached, CancellationToken.None])!).GetAwaiter().GetResult();
        if (failures.Count > 0)
        {
            throw new InvalidOperationException(failures[0].ToString());
        }

        var times = (ImmutableDictionary<DiagnosticAnalyzer, TimeSpan>)type.GetProperty("AnalyzerExecutionTimes", Inside)!.GetValue(driver)!;
        return times.Select(static one => (one.Key, one.Value));
    }
}
