namespace Holdfast.Benchmarks.Workloads;

/// <summary>One thing that is measured.</summary>
/// <param name="Scenario">What is done.</param>
/// <param name="Contender">What does it.</param>
/// <param name="Prepare">Makes what one round needs and gives back the round itself, which alone is measured.</param>
internal sealed record Workload(string Scenario, string Contender, Func<Action> Prepare)
{
    /// <summary>Whether it takes seconds, and is there to be compared with only: the plain way measures it once.</summary>
    public bool IsLong { get; init; }

    public override string ToString() => $"{Scenario}: {Contender}";
}
