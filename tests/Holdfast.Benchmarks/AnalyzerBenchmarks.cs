using Holdfast.Benchmarks.Workloads;

namespace Holdfast.Benchmarks;

/// <inheritdoc cref="AnalyzerWorkloads"/>
public class AnalyzerBenchmarks : WorkloadBenchmarks
{
    internal override IEnumerable<Workload> All => AnalyzerWorkloads.All();
}
