using Holdfast.Analyzers.Generation;
using Holdfast.Benchmarks.Peers;
using Holdfast.Benchmarks.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Holdfast.Benchmarks.Workloads;

/// <summary>All analyzers beside the compiler's own work.</summary>
internal static class AnalyzerWorkloads
{
    public const string Declared = "1,000 declared types";
    public const string Nothing = "100,000 lines, nothing declared";

    private const int ManyLines = 100_000;

    public static IEnumerable<Workload> All()
    {
        string[] declared = [.. Enumerable.Range(0, TypeSources.Count).Select(static type => TypeSources.Holdfast(type, 0))];
        string[] many = [.. CodeSources.Lines(ManyLines)];
        return
        [
            Compiling(Declared, () => Generated(declared)),
            new Workload(Declared, Contender.Idle, () =>
            {
                CSharpCompilation compilation = Generated(declared);
                return () => AnalyzerRun.Analyze([new IdleAnalyzer()], compilation);
            }),
            Analyzing(Declared, () => (Generated(declared), null)),
            Compiling(Nothing, () => Project.Create(many)) with { IsLong = true },
            Analyzing(Nothing, () => (Project.Create(many), null)),
        ];
    }

    public static Workload Analyzing(string scenario, Func<(CSharpCompilation Compilation, AnalyzerOptions? Options)> prepare) =>
        new(scenario, Contender.Holdfast, () =>
        {
            (CSharpCompilation compilation, AnalyzerOptions? options) = prepare();
            return () => AnalyzerRun.Analyze(AnalyzerRun.Ours, compilation, options);
        });

    private static Workload Compiling(string scenario, Func<CSharpCompilation> prepare) => new(scenario, Contender.Compiler, () =>
    {
        CSharpCompilation compilation = prepare();
        return () => AnalyzerRun.Compile(compilation);
    });

    /// <summary>With what the generator makes of them, as the compiler has it: nothing of it is bound yet.</summary>
    private static CSharpCompilation Generated(string[] types)
    {
        CSharpGeneratorDriver.Create([new StatefulAppGenerator().AsSourceGenerator()], parseOptions: Project.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(Project.Create(types), out Compilation updated, out _);
        return (CSharpCompilation)updated;
    }
}
