namespace Holdfast.Benchmarks.Cold;

/// <summary>What compilers that have just started took for one thing, without the package and with it, in turns.</summary>
/// <param name="Name">What was compiled.</param>
/// <param name="Without">The runs without the package.</param>
/// <param name="With">The runs with it, each beside the one of the same number.</param>
internal sealed record ColdRow(string Name, List<ProcessCost> Without, List<ProcessCost> With)
{
    /// <summary>Milliseconds of processor time that the package adds: what the pair in the middle differs by.</summary>
    public double More => Median(With.Zip(Without, static (with, without) => with.Processor - without.Processor));

    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
