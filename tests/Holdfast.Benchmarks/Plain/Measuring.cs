using System.Diagnostics;
using Holdfast.Benchmarks.Workloads;
using Microsoft.CodeAnalysis.CSharp;

namespace Holdfast.Benchmarks.Plain;

/// <summary>
/// Runs workloads side by side: all of them once, then all of them again in the opposite order, so that what disturbs one disturbs all.
/// </summary>
internal static class Measuring
{
    private const double BytesInMegabyte = 1024 * 1024;

    /// <summary>What takes less is run again within a round.</summary>
    private const double EnoughMilliseconds = 600;

    private const int MostRuns = 4;

    /// <summary>The compiler that runs here, which is not what the program was built with.</summary>
    private static readonly string Roslyn = typeof(CSharpCompilation).Assembly.GetName().Version!.ToString(2);

    public static List<Measurement> Run(IEnumerable<Workload> workloads, int warmups, int rounds)
    {
        List<Contest> all = [.. workloads.Select(static workload => new Contest(workload))];
        for (int round = -warmups; round < rounds; round++)
        {
            IEnumerable<Contest> turn = round % 2 == 0 ? all : all.AsEnumerable().Reverse();
            foreach (Contest contest in turn)
            {
                if (contest.Workload.TakesPart(round))
                {
                    contest.Run(counts: round >= 0);
                }
            }
        }

        return [.. all.Select(static contest => contest.ToMeasurement())];
    }

    /// <summary>One workload and what it took so far.</summary>
    private sealed class Contest(Workload workload)
    {
        private readonly List<Round> _rounds = [];

        private SortedDictionary<string, double> _analyzers = [];

        public Workload Workload { get; } = workload;

        public void Run(bool counts)
        {
            // What is short is disturbed most, and is compiled to good machine code only after some runs.
            var runs = new List<Round>();
            while (runs.Count == 0 || (runs.Count < MostRuns && runs.Sum(static run => run.Wall) < EnoughMilliseconds))
            {
                runs.Add(Once(counts));
            }

            if (counts)
            {
                _rounds.Add(new Round(
                    runs.Min(static run => run.Wall),
                    runs.Min(static run => run.Cpu),
                    runs.Min(static run => run.Megabytes),
                    runs.Min(static run => run.Own)));
            }
        }

        public Measurement ToMeasurement() => new(Roslyn, Workload.Scenario, Workload.Contender, [.. _rounds], _analyzers);

        private Round Once(bool counts)
        {
            Action run = Workload.Prepare();
            AnalyzerRun.Times = [];
            GC.Collect();
            long allocated = GC.GetTotalAllocatedBytes(precise: true);
            TimeSpan cpu = Environment.CpuUsage.TotalTime;
            long start = Stopwatch.GetTimestamp();
            run();
            double wall = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            double used = (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds;
            double megabytes = (GC.GetTotalAllocatedBytes(precise: true) - allocated) / BytesInMegabyte;

            // They are counted by the clock, which goes on while the machine does something else.
            double share = Math.Min(1, used / wall);
            var own = new SortedDictionary<string, double>(AnalyzerRun.Times.ToDictionary(static one => one.Key, one => share * one.Value), StringComparer.Ordinal);
            if (counts && (_analyzers.Count == 0 || own.Values.Sum() < _analyzers.Values.Sum()))
            {
                _analyzers = own;
            }

            return new Round(wall, used, megabytes, own.Values.Sum());
        }
    }
}
