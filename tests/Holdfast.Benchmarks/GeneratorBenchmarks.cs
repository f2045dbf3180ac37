using Holdfast.Benchmarks.Workloads;

namespace Holdfast.Benchmarks;

/// <inheritdoc cref="GeneratorWorkloads"/>
public class GeneratorBenchmarks : WorkloadBenchmarks
{
    internal override IEnumerable<Workload> All => GeneratorWorkloads.All();
}
