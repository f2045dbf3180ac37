using System.Globalization;

namespace Holdfast.Benchmarks.Plain;

/// <summary>
/// A figure that each round gave, such as a ratio of two contenders: what disturbs a round disturbs both of them. Its middle counts,
/// and how far the middle half of the rounds reaches says how much that is worth.
/// </summary>
/// <param name="Median">In the middle.</param>
/// <param name="Low">Where the middle half begins.</param>
/// <param name="High">Where it ends.</param>
/// <param name="Rounds">How many there were.</param>
internal sealed record Spread(double Median, double Low, double High, int Rounds)
{
    /// <summary>With fewer there is no middle half to speak of.</summary>
    private const int EnoughRounds = 4;

    public static Spread Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        int cut = sorted.Length / 4;
        return new Spread(Statistics.Median(sorted), sorted[cut], sorted[^(cut + 1)], sorted.Length);
    }

    /// <summary>Of the rounds that two contenders have in common.</summary>
    public static Spread Of(Measurement one, Measurement other, Func<Round, Round, double> value) =>
        Of(one.Rounds.Zip(other.Rounds, value));

    /// <summary>How much more processor time one takes.</summary>
    public static Spread Ratio(Measurement one, Measurement other) => Of(one, other, static (a, b) => a.Cpu / b.Cpu);

    /// <summary>Whether it is at most so much, if that can be said.</summary>
    public string AtMost(double goal) =>
        High <= goal && Rounds >= EnoughRounds ? "met"
        : Low > goal && Rounds >= EnoughRounds ? "**missed**"
        : (Median <= goal ? "met" : "missed") + " in the middle, but the spread is too wide to judge";

    /// <summary>The middle, and the middle half in brackets where there are rounds enough.</summary>
    /// <param name="format">How many digits.</param>
    public string ToString(string format) =>
        Number(Median, format) + (Rounds >= EnoughRounds ? $" ({Number(Low, format)}–{Number(High, format)})" : string.Empty);

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
