using System.Diagnostics;
using System.Text.Json;
using Holdfast.Benchmarks.Cold;
using Holdfast.Benchmarks.Hosts;
using Holdfast.Benchmarks.Workloads;

namespace Holdfast.Benchmarks.Plain;

/// <summary>
/// The plain way: a few rounds of everything, and a table in Markdown. <c>--plain [generator] [editor] [analyzers] [manifests] [constraints]
/// [code] [yaml] [plans] [cold] [growth] [--rounds 1] [--only "edit"] [--roslyn 4.14]</c>. What a compiler takes part in is measured in the oldest and in the newest one.
/// </summary>
internal static class PlainRun
{
    private static readonly Group[] Groups =
    [
        new("yaml", YamlWorkloads.All, Rounds: 8, Tables.Yaml),
        new("generator", GeneratorWorkloads.All, Rounds: 7, Tables.Generator) { IsOfHost = true },
        new("editor", EditorWorkloads.All, Rounds: 6, Tables.Editor) { IsOfHost = true },
        new("analyzers", AnalyzerWorkloads.All, Rounds: 5, Tables.Analyzers) { IsOfHost = true },
        new("code", ClientCodeWorkloads.All, Rounds: 10, Tables.ClientCode) { IsOfHost = true },
        new("plans", PlanWorkloads.All, Rounds: 4, Tables.Plans),
        new("manifests", ManifestWorkloads.All, Rounds: 4, Tables.Manifests),
        new("constraints", ConstraintWorkloads.All, Rounds: 4, Tables.Constraints),

        // The most of all, so it is measured only where it is asked for.
        new("growth", GrowthWorkloads.All, Rounds: 4, Tables.Growth) { IsExtra = true },
    ];

    public static void Run(string[] arguments)
    {
        if (arguments.Contains(ManifestWorkloads.ChildArgument))
        {
            Console.Write(ManifestWorkloads.RunFirstPass());
            return;
        }

        var options = PlainOptions.Parse(arguments.Where(static argument => argument != HostProcess.Argument));
        Group[] groups = [.. Groups.Where(group => options.Groups.Length == 0 ? !group.IsExtra : options.Groups.Contains(group.Name))];
        if (arguments.Contains(HostProcess.Argument))
        {
            Console.Write(JsonSerializer.Serialize(groups.SelectMany(group => group.Measure(options))));
            return;
        }

        Print(groups, options);
    }

    private static void Print(Group[] groups, PlainOptions options)
    {
        long start = Stopwatch.GetTimestamp();
        RoslynHost? newest = RoslynHost.FindNewest();
        string also = newest is null ? ", the only one here" : $" and {newest.Version}";
        Console.WriteLine(FormattableString.Invariant($"{Environment.ProcessorCount} cores, .NET SDK {SdkVersion()}, runtime {Environment.Version}, Roslyn {RoslynHost.Oldest.Version}{also}; one thread.\n"));
        foreach (Group group in groups)
        {
            // Each in a new process, so that none finds the machine code or the heap of another.
            RoslynHost?[] hosts = [RoslynHost.Oldest, group.IsOfHost ? newest : null];
            List<Measurement> all = [];
            foreach (RoslynHost host in hosts.OfType<RoslynHost>().Where(host => options.Roslyn is null || host.Version == options.Roslyn))
            {
                all.AddRange(HostProcess.Measure(host, [HostProcess.Argument, .. options.ArgumentsFor(group.Name)]));
            }

            Console.WriteLine(group.Table(all));
        }

        // It packs the package and starts a process for each run, so it is measured only where it is asked for.
        if (options.Groups.Contains("cold"))
        {
            Console.WriteLine(ColdRun.Run(5 * options.Rounds));
        }

        Console.WriteLine(FormattableString.Invariant($"All in {Stopwatch.GetElapsedTime(start).TotalSeconds:F0} s."));
    }

    /// <summary>The SDK that this was built with, from its own answer.</summary>
    private static string SdkVersion()
    {
        var start = new ProcessStartInfo("dotnet", "--version") { RedirectStandardOutput = true, WorkingDirectory = AppContext.BaseDirectory };

        // Under a tracer a child would wait for another tracer.
        start.Environment.Remove("DOTNET_DiagnosticPorts");
        using Process process = Process.Start(start)!;
        return process.StandardOutput.ReadToEnd().Trim();
    }

    /// <summary>What can be asked for.</summary>
    /// <param name="Name">Its name among the arguments.</param>
    /// <param name="Workloads">What is done.</param>
    /// <param name="Rounds">How often, if nothing else is asked for.</param>
    /// <param name="Table">Makes a table of the results.</param>
    private sealed record Group(string Name, Func<IEnumerable<Workload>> Workloads, int Rounds, Func<List<Measurement>, string> Table)
    {
        /// <summary>Whether the compiler does much of it, so that each compiler is asked.</summary>
        public bool IsOfHost { get; init; }

        public bool IsExtra { get; init; }

        public List<Measurement> Measure(PlainOptions options) => Measuring.Run(
            Workloads().Where(workload => options.Only is null || workload.Scenario.Contains(options.Only, StringComparison.Ordinal)),
            warmups: Math.Max(1, Rounds / 3),
            Rounds * options.Rounds);
    }
}
