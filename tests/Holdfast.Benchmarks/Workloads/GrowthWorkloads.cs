using Holdfast.Benchmarks.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Holdfast.Benchmarks.Workloads;

/// <summary>More and more of the same: what takes ten times as long for ten times as much grows with what there is to do.</summary>
internal static class GrowthWorkloads
{
    public const string Manifests = "manifests, ten in a folder";
    public const string OneFolder = "manifests in one folder";
    public const string Ungoverned = "manifests without their Service, one in a folder";
    public const string Types = "declared types: generator and rules";

    private static readonly int[] ManifestCounts = [1_000, 3_000, 10_000];

    private static readonly int[] TypeCounts = [1_000, 5_000];

    /// <summary>How much more each may take where there are more of them: what is in no cache of the processor any more takes longer.</summary>
    public const double MostTime = 1.3;

    /// <summary>The same of memory, which is exact.</summary>
    public const double MostMemory = 1.1;

    public static IEnumerable<Workload> All() =>
    [
        .. ManifestCounts.Select(static count => Of(Manifests, count, () => Manifest(count, ManifestSources.PathOf))),
        .. ManifestCounts.Select(static count => Of(OneFolder, count, () => Manifest(count, static file => $"/src/k8s/orders-{file}.yaml"))),
        .. ManifestCounts.Select(static count => Of(Ungoverned, count, () => Manifest(count, static file => $"/src/k8s/area-{file}/orders.yaml", static file => ManifestSources.Text(file).Replace("serviceName: ", "serviceName: lost-", StringComparison.Ordinal)))),
        .. TypeCounts.Select(static count => Of(Types, count, () => Declared(count))),
    ];

    private static Workload Of(string scenario, int count, Func<Action> prepare) =>
        new(scenario, FormattableString.Invariant($"{count:N0}"), prepare);

    private static Action Manifest(int count, Func<int, string> path, Func<int, string>? text = null)
    {
        CSharpCompilation compilation = Project.Create([CodeSources.Lines(1).First()]);
        ManifestText[] files = [.. Enumerable.Range(0, count).Select(file => new ManifestText(path(file), text?.Invoke(file) ?? ManifestSources.Text(file)))];
        return () => AnalyzerRun.Analyze(AnalyzerRun.Ours, compilation, ManifestText.Options([.. files]));
    }

    private static Action Declared(int count)
    {
        CSharpCompilation compilation = Project.Create(Enumerable.Range(0, count).Select(static type => TypeSources.Holdfast(type, 0)));
        return () => AnalyzerRun.Analyze(AnalyzerRun.Ours, OurGenerator.AddTo(compilation));
    }
}
