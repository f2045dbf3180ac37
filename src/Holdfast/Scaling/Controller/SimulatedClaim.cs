namespace Holdfast;

/// <summary>What a plan knows of a claim.</summary>
/// <param name="Exists">Whether it is there; false once the plan has seen it deleted.</param>
/// <param name="OwnedBySet">Whether it goes with the set.</param>
internal sealed record SimulatedClaim(bool Exists, bool OwnedBySet);
