using Holdfast.Analyzers.Analysis;
using Holdfast.Benchmarks.Peers;
using Holdfast.Benchmarks.Sources;
using k8s.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Holdfast.Benchmarks.Workloads;

/// <summary>The analyzer of KubernetesClient code in a project of usual code with an operator in it.</summary>
internal static class ClientCodeWorkloads
{
    public const string Scenario = "20,000 lines, 1,500 of them with KubernetesClient";

    private const int Lines = 20_000;

    private const int ClientLines = 1_500;

    public static IEnumerable<Workload> All()
    {
        var files = new Lazy<string[]>(static () => [.. ClientCodeSources.Lines(ClientLines), .. CodeSources.Lines(Lines - ClientLines)]);
        return
        [
            new Workload(Scenario, Contender.Compiler, () =>
            {
                CSharpCompilation compilation = Create(files.Value);
                return () => AnalyzerRun.Compile(compilation);
            }),
            new Workload(Scenario, Contender.Idle, () =>
            {
                CSharpCompilation compilation = Create(files.Value);
                return () => AnalyzerRun.Analyze([new IdleAnalyzer()], compilation);
            }),
            new Workload(Scenario, Contender.Holdfast, () =>
            {
                CSharpCompilation compilation = Create(files.Value);
                return () => AnalyzerRun.Analyze([new IdleAnalyzer(), new ObjectCodeAnalyzer()], compilation);
            }),
        ];
    }

    private static CSharpCompilation Create(string[] files) =>
        Project.Create(files).AddReferences(MetadataReference.CreateFromFile(typeof(V1StatefulSet).Assembly.Location));
}
