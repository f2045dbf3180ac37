using BenchmarkDotNet.Running;
using Holdfast.Benchmarks;
using Holdfast.Benchmarks.Hosts;
using Holdfast.Benchmarks.Plain;

// Two ways to run the same workloads: BenchmarkDotNet's, which takes its time, and a plain one that is done in some minutes.
if (HostContext.TryRun(args))
{
    return;
}

if (args.Contains("--plain"))
{
    PlainRun.Run([.. args.Where(static argument => argument != "--plain")]);
}
else
{
    BenchmarkSwitcher.FromTypes([typeof(GeneratorBenchmarks), typeof(EditorBenchmarks), typeof(AnalyzerBenchmarks), typeof(ManifestBenchmarks), typeof(YamlBenchmarks), typeof(PlanBenchmarks)]).Run(args);
}
