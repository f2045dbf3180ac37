using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Holdfast.Benchmarks.Workloads;

namespace Holdfast.Benchmarks;

/// <summary>The workloads for BenchmarkDotNet. Each iteration is one round, since an edit can be made once only.</summary>
[Config(typeof(Rounds))]
public abstract class WorkloadBenchmarks
{
    private Action _round = static () => { };

    [ParamsSource(nameof(Names))]
    public string Work { get; set; } = string.Empty;

    public IEnumerable<string> Names => All.Select(static workload => workload.ToString());

    internal abstract IEnumerable<Workload> All { get; }

    private Workload? Current { get; set; }

    [GlobalSetup]
    public void Setup() => Current = All.Single(workload => workload.ToString() == Work);

    [IterationSetup]
    public void Prepare() => _round = Current!.Prepare();

    [Benchmark]
    public void Round() => _round();

    private sealed class Rounds : ManualConfig
    {
        public Rounds()
        {
            AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithInvocationCount(1).WithUnrollFactor(1).WithWarmupCount(3).WithIterationCount(10));
            AddDiagnoser(BenchmarkDotNet.Diagnosers.MemoryDiagnoser.Default);
        }
    }
}
