using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Holdfast.Benchmarks.Cold;

/// <summary>
/// What the package costs a compiler that has just started: <c>--plain cold [--rounds 5]</c>. Each run is a new process, without the
/// package and with it in turns. <c>tools/BuildCost</c> measures <c>dotnet build</c> around it.
/// </summary>
internal static class ColdRun
{
    private const double Goal = 120;

    private const double ManifestsGoal = 1000;

    private const double ManifestsMemory = 60;

    public static string Run(int rounds)
    {
        using var folder = new ColdFolder();
        ColdRow[] rows =
        [
            Measure("ten classes, nothing declared", rounds, with => Compile(folder, with, ColdFolder.Classes)),
            Measure("ten declared types", rounds, with => Compile(folder, with, with ? ColdFolder.DeclaredTypes : ColdFolder.Classes)),
            Measure("1,000 manifests", rounds, with => Compile(folder, with, ["Class0.cs", "@manifests.rsp"])),
            Measure("ten declared types, first request of a server", rounds, with => Serve(folder, with)),
        ];
        return Table(rows);
    }

    private static ColdRow Measure(string name, int rounds, Func<bool, ProcessCost> run)
    {
        var row = new ColdRow(name, [], []);
        for (int round = 0; round < rounds; round++)
        {
            // Each is first as often as second, so that what else the machine does hits both.
            foreach (bool with in round % 2 == 0 ? new[] { false, true } : [true, false])
            {
                (with ? row.With : row.Without).Add(run(with));
            }
        }

        return row;
    }

    private static ProcessCost Compile(ColdFolder folder, bool with, IEnumerable<string> what) =>
        StartedProcess.Run(folder.Root, [Path.Combine(ColdFolder.Compiler, "csc.dll"), "/noconfig", "@common.rsp", .. with ? folder.Analyzers : [], .. what]);

    /// <summary>The server reads the same files in another way: from a stream where it is not on Windows, which code for the platform does not survive.</summary>
    private static ProcessCost Serve(ColdFolder folder, bool with)
    {
        string pipe = Guid.NewGuid().ToString("N");
        using Process server = StartedProcess.Start(folder.Root, Path.Combine(ColdFolder.Compiler, "VBCSCompiler.dll"), "-pipename:" + pipe);
        try
        {
            long start = Stopwatch.GetTimestamp();
            _ = StartedProcess.Run(folder.Root, [Path.Combine(ColdFolder.Compiler, "csc.dll"), "/shared:" + pipe, "/noconfig", "@common.rsp", .. with ? folder.Analyzers : [], .. with ? ColdFolder.DeclaredTypes : ColdFolder.Classes]);
            double wall = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            (double processor, double peak) = StartedProcess.Read(server) ?? default;
            return new ProcessCost(wall, processor, peak);
        }
        finally
        {
            _ = StartedProcess.Run(folder.Root, Path.Combine(ColdFolder.Compiler, "VBCSCompiler.dll"), "-shutdown", "-pipename:" + pipe);
            server.WaitForExit();
        }
    }

    private static string Table(IEnumerable<ColdRow> rows)
    {
        var table = new StringBuilder("| One start of the compiler | | runs | cpu ms, least | cpu ms, median | wall ms, median | MB at the peak, median | cpu ms more, median of pairs | goal |\n|---|---|--:|--:|--:|--:|--:|--:|---|\n");
        foreach (ColdRow row in rows)
        {
            Row(table, row.Name, "without the package", row.Without, string.Empty, string.Empty);
            bool isManifests = row.Name.Contains("manifests", StringComparison.Ordinal);
            double memory = ColdRow.Median(row.With.Select(static run => run.Peak)) - ColdRow.Median(row.Without.Select(static run => run.Peak));
            string goal = isManifests
                ? $"≤ {StartedProcess.Number(ManifestsGoal)} ms: {Met(row.More <= ManifestsGoal)}; {StartedProcess.Number(memory)} MB more, ≤ {StartedProcess.Number(ManifestsMemory)} MB: {Met(memory <= ManifestsMemory)}"
                : $"≤ {StartedProcess.Number(Goal)} ms: {Met(row.More <= Goal)}";
            Row(table, row.Name, "with it", row.With, StartedProcess.Number(row.More), goal);
        }

        return table.ToString();
    }

    private static void Row(StringBuilder table, string name, string which, List<ProcessCost> runs, string more, string goal) => table.Append(
        CultureInfo.InvariantCulture,
        $"| {name} | {which} | {runs.Count} | {runs.Min(static run => run.Processor):F0} | {ColdRow.Median(runs.Select(static run => run.Processor)):F0} | {ColdRow.Median(runs.Select(static run => run.Wall)):F0} | {ColdRow.Median(runs.Select(static run => run.Peak)):F0} | {more} | {goal} |\n");

    private static string Met(bool isMet) => isMet ? "met" : "**missed**";
}
