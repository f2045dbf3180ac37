using System.Globalization;
using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Cost;

/// <summary>
/// What fixed work allocates, beside what it did when <c>Allocations.txt</c> was written. Memory is exact where time depends on the
/// machine, and time follows it.
/// </summary>
public sealed class AllocationTests
{
    /// <summary>Far less than what counts, a tenth, and more than runs differ by: up to 7 % between one that is alone in its process and one beside other tests.</summary>
    private const double Tolerance = 0.06;

    /// <summary>What is made once, and code that is compiled again after some runs, is not part of the work.</summary>
    private const int Warmups = 1;

    private const int Runs = 2;

    private static readonly string Path = System.IO.Path.Combine(RepositoryPaths.Root, "tests", "Holdfast.Analyzers.Tests", "Cost", "Allocations.txt");

    [Fact]
    public void WorkAllocatesAsMuchAsTheFileSays()
    {
        SortedDictionary<string, long> expected = Read();
        var actual = new SortedDictionary<string, long>(CostWork.All.ToDictionary(static work => work.Key, static work => Measure(work.Value)), StringComparer.Ordinal);
        if (Snapshot.Accepts)
        {
            File.WriteAllLines(Path, actual.Select(static one => string.Create(CultureInfo.InvariantCulture, $"{one.Value,10} {one.Key}")));
            return;
        }

        string[] problems =
        [
            .. expected.Keys.Union(actual.Keys).Select(work => Problem(work, expected.GetValueOrDefault(work), actual.GetValueOrDefault(work))).OfType<string>(),
        ];
        Assert.True(problems.Length == 0, string.Join("\n", problems) + "\nHOLDFAST_ACCEPT_SNAPSHOTS=true writes Allocations.txt again.");
    }

    private static string? Problem(string work, long expected, long actual) =>
        expected == 0 ? $"'{work}' is not in Allocations.txt."
        : actual == 0 ? $"'{work}' is in Allocations.txt, and there is no such work."
        : Math.Abs(actual - expected) <= Tolerance * expected ? null
        : $"'{work}' allocates {actual} bytes, {100.0 * (actual - expected) / expected:+0.0;-0.0} % of the {expected} in Allocations.txt"
            + (actual < expected ? "; write that file again, so that what was won is kept." : ".");

    private static SortedDictionary<string, long> Read() => new(
        File.Exists(Path)
            ? File.ReadLines(Path).Select(static line => line.Trim().Split(' ', 2)).ToDictionary(static parts => parts[1], static parts => long.Parse(parts[0], CultureInfo.InvariantCulture))
            : [],
        StringComparer.Ordinal);

    /// <summary>The least of some runs: nothing makes one allocate less.</summary>
    private static long Measure(Func<Action> prepare)
    {
        long least = long.MaxValue;
        for (int run = -Warmups; run < Runs; run++)
        {
            Action work = prepare();
            long before = GC.GetAllocatedBytesForCurrentThread();
            work();
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            least = run < 0 ? least : Math.Min(least, allocated);
        }

        return least;
    }
}
