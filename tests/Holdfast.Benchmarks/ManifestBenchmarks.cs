using Holdfast.Benchmarks.Workloads;

namespace Holdfast.Benchmarks;

/// <inheritdoc cref="ManifestWorkloads"/>
public class ManifestBenchmarks : WorkloadBenchmarks
{
    internal override IEnumerable<Workload> All => ManifestWorkloads.All();
}
