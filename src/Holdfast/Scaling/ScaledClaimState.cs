namespace Holdfast;

/// <summary>A volume claim at one moment of a <see cref="ScalePlan"/>.</summary>
public sealed record ScaledClaimState
{
    internal ScaledClaimState(int ordinal, string name, ClaimOwner owner)
    {
        Ordinal = ordinal;
        Name = name;
        Owner = owner;
    }

    /// <summary>The ordinal of the replica that it is made for, whether there is such a replica or not.</summary>
    public int Ordinal { get; }

    /// <summary>The claim's name, <c>&lt;template&gt;-&lt;set&gt;-&lt;ordinal&gt;</c>.</summary>
    public string Name { get; }

    /// <summary>With whom it is deleted.</summary>
    public ClaimOwner Owner { get; }
}
