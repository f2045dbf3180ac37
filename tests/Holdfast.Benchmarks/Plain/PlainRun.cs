using System.Diagnostics;
using System.Globalization;
using Holdfast.Benchmarks.Cold;
using Holdfast.Benchmarks.Workloads;

namespace Holdfast.Benchmarks.Plain;

/// <summary>
/// The plain way: a few rounds of everything, and a table in Markdown. <c>--plain [generator] [analyzers] [manifests] [constraints] [code] [yaml] [plans]
/// [cold] [growth] [--rounds 1]</c>.
/// </summary>
internal static class PlainRun
{
    private const int DefaultRounds = 1;

    public static void Run(string[] arguments)
    {
        if (arguments.Contains(ManifestWorkloads.ChildArgument))
        {
            Console.Write(ManifestWorkloads.RunFirstPass());
            return;
        }

        int option = Array.IndexOf(arguments, "--rounds");
        int rounds = option >= 0 ? int.Parse(arguments[option + 1], CultureInfo.InvariantCulture) : DefaultRounds;
        string[] groups = [.. arguments.Where((argument, index) => option < 0 || (index != option && index != option + 1))];
        long start = Stopwatch.GetTimestamp();
        Console.WriteLine(FormattableString.Invariant($"{Environment.ProcessorCount} cores, .NET SDK {SdkVersion()}, runtime {Environment.Version}; {rounds} rounds, one thread.\n"));
        Group("yaml", YamlWorkloads.All, 2 * rounds, Tables.Yaml);
        Group("generator", GeneratorWorkloads.All, rounds, Tables.Generator);
        Group("analyzers", AnalyzerWorkloads.All, rounds, Tables.Analyzers);
        Group("code", ClientCodeWorkloads.All, 10 * rounds, Tables.ClientCode);
        Group("plans", PlanWorkloads.All, 4 * rounds, Tables.Plans);
        Group("manifests", ManifestWorkloads.All, rounds, Tables.Manifests);
        Group("constraints", ConstraintWorkloads.All, 4 * rounds, Tables.Constraints);

        // It packs the package and starts a process for each run, so it is measured only where it is asked for.
        if (groups.Contains("cold"))
        {
            Console.WriteLine(ColdRun.Run(5 * rounds));
        }

        // The most of all, so it is measured only where it is asked for.
        if (groups.Contains("growth"))
        {
            Group("growth", GrowthWorkloads.All, rounds, Tables.Growth);
        }

        Console.WriteLine(FormattableString.Invariant($"All in {Stopwatch.GetElapsedTime(start).TotalSeconds:F0} s."));

        void Group(string name, Func<IEnumerable<Workload>> workloads, int groupRounds, Func<List<Measurement>, string> table)
        {
            if (groups.Length == 0 || groups.Contains(name))
            {
                Console.WriteLine(table(Measuring.Run(workloads(), warmups: Math.Max(1, groupRounds / 4), groupRounds)));
            }
        }
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
}
