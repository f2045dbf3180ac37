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

    /// <summary>What each analyzer took in the runs so far, at the least.</summary>
    public static Dictionary<string, SortedDictionary<string, double>> Times { get; } = [];

    public static IEnumerable<Workload> All()
    {
        var declared = new Lazy<string[]>(DeclaredFiles);
        var many = new Lazy<string[]>(static () => [.. CodeSources.Lines(ManyLines)]);
        return
        [
            Compiling(Declared, declared),
            new Workload(Declared, Contender.Idle, () =>
            {
                CSharpCompilation compilation = Project.Create(declared.Value);
                return () => AnalyzerRun.Analyze([new IdleAnalyzer()], compilation);
            }),
            Analyzing(Declared, () => (Project.Create(declared.Value), null)),
            Compiling(Nothing, many) with { IsLong = true },
            Analyzing(Nothing, () => (Project.Create(many.Value), null)),
        ];
    }

    public static Workload Analyzing(string scenario, Func<(CSharpCompilation Compilation, AnalyzerOptions? Options)> prepare) =>
        new(scenario, Contender.Holdfast, () =>
        {
            (CSharpCompilation compilation, AnalyzerOptions? options) = prepare();
            return () => Note(scenario, AnalyzerRun.Analyze(AnalyzerRun.Ours, compilation, options));
        });

    private static Workload Compiling(string scenario, Lazy<string[]> files) => new(scenario, Contender.Compiler, () =>
    {
        CSharpCompilation compilation = Project.Create(files.Value);
        return () => AnalyzerRun.Compile(compilation);
    });

    /// <summary>With what the generator makes of them, as the compiler has it.</summary>
    private static string[] DeclaredFiles()
    {
        string[] types = [.. Enumerable.Range(0, TypeSources.Count).Select(static type => TypeSources.Holdfast(type, 0))];
        GeneratorDriverRunResult generated = CSharpGeneratorDriver.Create([new StatefulAppGenerator().AsSourceGenerator()], parseOptions: Project.ParseOptions)
            .RunGenerators(Project.Create(types))
            .GetRunResult();
        return [.. types, .. generated.GeneratedTrees.Select(static tree => tree.ToString())];
    }

    private static void Note(string scenario, SortedDictionary<string, double> times)
    {
        if (!Times.TryGetValue(scenario, out SortedDictionary<string, double>? known) || known.Values.Sum() > times.Values.Sum())
        {
            Times[scenario] = times;
        }
    }
}
