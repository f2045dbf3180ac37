using Holdfast.Benchmarks.Workloads;

namespace Holdfast.Benchmarks;

/// <inheritdoc cref="EditorWorkloads"/>
public class EditorBenchmarks : WorkloadBenchmarks
{
    internal override IEnumerable<Workload> All => EditorWorkloads.All();
}
