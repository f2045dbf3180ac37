namespace Holdfast;

/// <summary>What a plan knows of a claim.</summary>
/// <param name="Exists">Whether it is there; false once the plan has seen it deleted.</param>
/// <param name="Owner">With whom it goes.</param>
internal sealed record SimulatedClaim(bool Exists, ClaimOwner Owner);
