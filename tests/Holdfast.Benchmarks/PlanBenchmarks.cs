using Holdfast.Benchmarks.Workloads;

namespace Holdfast.Benchmarks;

/// <inheritdoc cref="PlanWorkloads"/>
public class PlanBenchmarks : WorkloadBenchmarks
{
    internal override IEnumerable<Workload> All => PlanWorkloads.All();
}
