using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Holdfast.Benchmarks.Sources;

namespace Holdfast.Benchmarks.Workloads;

/// <summary>A thousand hand-written manifests in a project with 20,000 lines of code.</summary>
internal static class ManifestWorkloads
{
    public const string Cold = "1,000 manifests";
    public const string Edit = "1,000 manifests, edit of one";
    public const string ChildArgument = "--first-pass";

    private const int Lines = 20_000;
    private const int EditedFile = 500;

    public static IEnumerable<Workload> All()
    {
        string[] code = [.. CodeSources.Lines(Lines)];
        ImmutableArray<ManifestText> files = ManifestText.Fresh();
        int edit = 0;
        return
        [
            new Workload(Cold, Contender.Compiler, () =>
            {
                var compilation = Project.Create(code);
                return () => AnalyzerRun.Compile(compilation);
            }),
            AnalyzerWorkloads.Analyzing(Cold, () => (Project.Create(code), ManifestText.Options(ManifestText.Fresh()))),
            AnalyzerWorkloads.Analyzing(Edit, () =>
            {
                edit++;
                files = files.SetItem(EditedFile, new ManifestText(ManifestSources.PathOf(EditedFile), ManifestSources.Text(EditedFile, edit)));
                return (Project.Create(code), ManifestText.Options(files));
            }),
        ];
    }

    /// <summary>The first pass of a process, in a process of its own: nothing is compiled to machine code yet.</summary>
    /// <returns>Milliseconds of the clock and megabytes of memory, each without and with the manifests.</returns>
    public static (double Milliseconds, double Megabytes, double AllocatedMegabytes) FirstPass()
    {
        string[] command = Environment.GetCommandLineArgs();
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(command[0]);
        }

        start.Environment.Remove("DOTNET_DiagnosticPorts");
        start.ArgumentList.Add("--plain");
        start.ArgumentList.Add(ChildArgument);
        using Process child = Process.Start(start)!;
        string[] answer = child.StandardOutput.ReadToEnd().Split(' ');
        child.WaitForExit();
        return (Number(0), Number(1), Number(2));

        double Number(int index) => double.Parse(answer[index], CultureInfo.InvariantCulture);
    }

    /// <summary>What <see cref="FirstPass"/> starts: the compiler has done its own work once, the analyzers have not.</summary>
    public static string RunFirstPass()
    {
        const double Megabyte = 1024 * 1024;
        string[] code = [CodeSources.Lines(1).First()];
        AnalyzerRun.Analyze(AnalyzerRun.Ours, Project.Create(code));
        ImmutableArray<ManifestText> files = ManifestText.Fresh();
        var compilation = Project.Create(code);
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        long before = process.PeakWorkingSet64;
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        long start = Stopwatch.GetTimestamp();
        AnalyzerRun.Analyze(AnalyzerRun.Ours, compilation, ManifestText.Options(files));
        double milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        process.Refresh();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{milliseconds:F0} {(process.PeakWorkingSet64 - before) / Megabyte:F1} {(GC.GetTotalAllocatedBytes(precise: true) - allocated) / Megabyte:F1}");
    }
}
