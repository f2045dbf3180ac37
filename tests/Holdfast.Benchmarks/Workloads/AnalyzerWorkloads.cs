using Holdfast.Benchmarks.Peers;
using Holdfast.Benchmarks.Sources;
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
            Compiling(Declared, () => OurGenerator.AddTo(Project.Create(declared))),
            new Workload(Declared, Contender.Idle, () =>
            {
                CSharpCompilation compilation = OurGenerator.AddTo(Project.Create(declared));
                return () => AnalyzerRun.CompileWith([new IdleAnalyzer()], compilation);
            }),
            CompilingWithOurs(Declared, () => OurGenerator.AddTo(Project.Create(declared))),
            Compiling(Nothing, () => Project.Create(many)) with { IsLong = true },
            CompilingWithOurs(Nothing, () => Project.Create(many)),
        ];
    }

    public static Workload Analyzing(string scenario, Func<(CSharpCompilation Compilation, AnalyzerOptions? Options)> prepare) =>
        new(scenario, Contender.Holdfast, () =>
        {
            (CSharpCompilation compilation, AnalyzerOptions? options) = prepare();
            return () => AnalyzerRun.Analyze(AnalyzerRun.Ours, compilation, options);
        });

    private static Workload CompilingWithOurs(string scenario, Func<CSharpCompilation> prepare) => new(scenario, Contender.Holdfast, () =>
    {
        CSharpCompilation compilation = prepare();
        return () => AnalyzerRun.CompileWith(AnalyzerRun.Ours, compilation);
    });

    private static Workload Compiling(string scenario, Func<CSharpCompilation> prepare) => new(scenario, Contender.Compiler, () =>
    {
        CSharpCompilation compilation = prepare();
        return () => AnalyzerRun.Compile(compilation);
    });
}
