using System.Collections.Immutable;
using Holdfast.Benchmarks.Sources;

namespace Holdfast.Analyzers.Tests.Cost;

/// <summary>
/// Ten times as many manifests take ten times as long. Time is not measured, since machines differ; what is compared for each two
/// objects allocates for each two as well.
/// </summary>
public sealed class GrowthTests
{
    private const int Few = 60;

    private const int Times = 4;

    /// <summary>What grows in steps, such as hash tables, is not exactly in proportion.</summary>
    private const double Tolerance = 1.08;

    public static TheoryData<string> Shapes => [.. ManifestTree.Shapes.Keys];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void FourTimesAsManyManifestsAllocateFourTimesAsMuch(string shape)
    {
        // What is made once, such as tables, is not part of the growth.
        _ = Allocated(shape, Few / 10);
        long few = Allocated(shape, Few);
        long many = Allocated(shape, Times * Few);
        Assert.True(many <= Tolerance * Times * few, $"{Few} applications allocate {few} bytes, and {Times * Few} allocate {many}: {(double)many / few:F2} times as much.");
    }

    private static long Allocated(string shape, int applications)
    {
        ImmutableArray<ManifestText> texts =
        [
            .. Enumerable.Range(0, applications).SelectMany(ManifestTree.Shapes[shape]).Select(static file => new ManifestText(file.Path, file.Text)),
        ];
        long before = GC.GetAllocatedBytesForCurrentThread();
        int found = ManifestPass.Run(texts);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        // A pass that finds nothing in them was none.
        Assert.True(found >= applications, $"{found} findings in {applications} applications.");
        return allocated;
    }
}
