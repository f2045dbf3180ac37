namespace Holdfast.Benchmarks.Plain;

/// <summary>What the rounds of one workload took.</summary>
/// <param name="Roslyn">The version of the compiler that it ran in.</param>
/// <param name="Scenario">What was done.</param>
/// <param name="Contender">What did it.</param>
/// <param name="Rounds">Those that count, in turns with the other contenders.</param>
/// <param name="Analyzers">Milliseconds in the code of each analyzer, in the run that took the least of them; empty where none ran.</param>
internal sealed record Measurement(string Roslyn, string Scenario, string Contender, Round[] Rounds, SortedDictionary<string, double> Analyzers)
{
    /// <summary>Milliseconds of the clock, in the middle.</summary>
    public double Median => Statistics.Median(Rounds.Select(static round => round.Wall));

    /// <summary>Milliseconds of the clock, at the least.</summary>
    public double Least => Rounds.Min(static round => round.Wall);

    /// <summary>Milliseconds of processor time, at the least.</summary>
    public double Cpu => Rounds.Min(static round => round.Cpu);

    /// <summary>What was allocated, at the least.</summary>
    public double Megabytes => Rounds.Min(static round => round.Megabytes);
}
