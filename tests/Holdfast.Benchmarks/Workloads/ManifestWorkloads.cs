using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime;
using Holdfast.Benchmarks.Hosts;
using Holdfast.Benchmarks.Peers;
using Holdfast.Benchmarks.Sources;

namespace Holdfast.Benchmarks.Workloads;

/// <summary>
/// A thousand hand-written manifests. The pass over them is measured in a project of one file, so that it is measured alone, and
/// compared with what the compiler takes for 20,000 lines.
/// </summary>
internal static class ManifestWorkloads
{
    public const string Cold = "1,000 manifests";
    public const string Edit = "1,000 manifests, edit of one";
    public const string Compile = "20,000 lines compiled";
    public const string ChildArgument = "--first-pass";

    private const int Lines = 20_000;
    private const int EditedFile = 500;

    public static IEnumerable<Workload> All()
    {
        string[] many = [.. CodeSources.Lines(Lines)];
        string[] code = [many[0]];
        ImmutableArray<ManifestText> files = ManifestText.Fresh();
        int edit = 0;
        return
        [
            new Workload(Compile, Contender.Compiler, () =>
            {
                var compilation = Project.Create(many);
                return () => AnalyzerRun.Compile(compilation);
            }) { IsLong = true },
            AnalyzerWorkloads.Analyzing(Cold, () => (Project.Create(code), ManifestText.Options(ManifestText.Fresh()))),
            AnalyzerWorkloads.Analyzing(Edit, () =>
            {
                edit++;
                files = files.SetItem(EditedFile, new ManifestText(ManifestSources.PathOf(EditedFile), ManifestSources.Text(EditedFile, edit)));
                return (Project.Create(code), ManifestText.Options(files));
            }),
        ];
    }

    /// <summary>The first pass of a process, in its own process: nothing is compiled to machine code yet.</summary>
    public static FirstPass RunInNewProcess()
    {
        ProcessStartInfo start = HostProcess.Start([ChildArgument]);
        using Process child = Process.Start(start)!;
        string answer = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        return FirstPass.Parse(answer);
    }

    /// <summary>What <see cref="RunInNewProcess"/> starts: the compiler has done its own work once, the analyzers have not.</summary>
    public static FirstPass RunFirstPass()
    {
        string[] code = [CodeSources.Lines(1).First()];

        // Roslyn comes as portable code here, while the SDK's compiler is machine code already, so what it needs for any
        // analyzer that looks at code is compiled before.
        AnalyzerRun.Compile(Project.Create(code));
        AnalyzerRun.Analyze([.. AnalyzerRun.Ours, new IdleAnalyzer()], Project.Create(code));
        ImmutableArray<ManifestText> files = ManifestText.Fresh();
        var compilation = Project.Create(code);
        long live = GC.GetTotalMemory(forceFullCollection: true);
        using var process = Process.GetCurrentProcess();
        long peak = process.PeakWorkingSet64;
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        TimeSpan jit = JitInfo.GetCompilationTime();
        TimeSpan cpu = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        AnalyzerRun.Analyze(AnalyzerRun.Ours, compilation, ManifestText.Options(files));
        double wall = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        double used = (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds;
        process.Refresh();
        var pass = new FirstPass(
            wall,
            used,
            (JitInfo.GetCompilationTime() - jit).TotalMilliseconds,
            FirstPass.Megabytes(GC.GetTotalAllocatedBytes(precise: true) - allocated),
            FirstPass.Megabytes(process.PeakWorkingSet64 - peak),
            FirstPass.Megabytes(GC.GetTotalMemory(forceFullCollection: true) - live));
        GC.KeepAlive(files);
        return pass;
    }
}
