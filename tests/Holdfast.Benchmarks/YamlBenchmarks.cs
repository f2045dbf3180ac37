using Holdfast.Benchmarks.Workloads;

namespace Holdfast.Benchmarks;

/// <inheritdoc cref="YamlWorkloads"/>
public class YamlBenchmarks : WorkloadBenchmarks
{
    internal override IEnumerable<Workload> All => YamlWorkloads.All();
}
