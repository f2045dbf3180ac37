namespace Holdfast.Benchmarks.Workloads;

/// <summary>One thing that is measured.</summary>
/// <param name="Scenario">What is done.</param>
/// <param name="Contender">What does it.</param>
/// <param name="Prepare">Makes what one round needs and gives back the round itself, which alone is measured.</param>
internal sealed record Workload(string Scenario, string Contender, Func<Action> Prepare)
{
    /// <summary>In how many rounds it takes part, after one that does not count, since it takes long and is there to be compared with only; null for all.</summary>
    public int? Rounds { get; init; }

    /// <summary>Whether it takes seconds and needs no round before: the plain way measures it once.</summary>
    public bool IsLong { get; init; }

    /// <summary>Whether it takes part in a round. Those before 0 do not count.</summary>
    public bool TakesPart(int round) => IsLong ? round == 0 : Rounds is not { } most || (round >= -1 && round < most);

    public override string ToString() => $"{Scenario}: {Contender}";
}
