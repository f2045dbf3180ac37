using System.Diagnostics;
using Holdfast.Benchmarks.Workloads;

namespace Holdfast.Benchmarks.Plain;

/// <summary>Runs workloads side by side: all of them once, then all of them again, so that what disturbs one disturbs all.</summary>
internal static class Measuring
{
    private const double BytesInMegabyte = 1024 * 1024;

    /// <summary>What takes less is run again within a round.</summary>
    private const double EnoughMilliseconds = 600;

    private const int MostRuns = 4;

    public static List<Measurement> Run(IEnumerable<Workload> workloads, int warmups, int rounds)
    {
        List<(Workload Workload, List<(double Wall, double Cpu, double Megabytes)> Rounds)> all = [.. workloads.Select(static workload => (workload, new List<(double, double, double)>()))];
        for (int round = -warmups; round < rounds; round++)
        {
            foreach ((Workload workload, List<(double, double, double)> measured) in all)
            {
                if (workload.IsLong && round != 0)
                {
                    continue;
                }

                // What is short is disturbed most, and is compiled to good machine code only after some runs.
                double spent = 0;
                for (int run = 0; run == 0 || (run < MostRuns && spent < EnoughMilliseconds); run++)
                {
                    (double Wall, double Cpu, double Megabytes) result = Once(workload);
                    spent += result.Wall;
                    if (round >= 0)
                    {
                        measured.Add(result);
                    }
                }
            }
        }

        return
        [
            .. all.Select(static item => new Measurement(
                item.Workload,
                Median(item.Rounds.Select(static round => round.Wall)),
                item.Rounds.Min(static round => round.Wall),
                item.Rounds.Min(static round => round.Cpu),
                item.Rounds.Min(static round => round.Megabytes))),
        ];
    }

    private static (double Wall, double Cpu, double Megabytes) Once(Workload workload)
    {
        Action run = workload.Prepare();
        GC.Collect();
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        TimeSpan cpu = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        run();
        double wall = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        double used = (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds;
        return (wall, used, (GC.GetTotalAllocatedBytes(precise: true) - allocated) / BytesInMegabyte);
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
