namespace Holdfast;

/// <summary>A replica's volume claim in a step of a <see cref="ScalePlan"/>, and what becomes of it.</summary>
public sealed record ScaledClaim
{
    internal ScaledClaim(Pod pod, string name, ClaimOutcome outcome)
    {
        Pod = pod;
        Name = name;
        Outcome = outcome;
    }

    /// <summary>The replica whose claim it is.</summary>
    public Pod Pod { get; }

    /// <summary>The claim's name, <c>&lt;template&gt;-&lt;set&gt;-&lt;ordinal&gt;</c>.</summary>
    public string Name { get; }

    /// <summary>What becomes of it.</summary>
    public ClaimOutcome Outcome { get; }

    /// <summary>The claim's name.</summary>
    /// <returns>The claim's name.</returns>
    public override string ToString() => Name;
}
