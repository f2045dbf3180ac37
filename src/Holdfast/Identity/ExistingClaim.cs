namespace Holdfast;

/// <summary>A claim that exists already.</summary>
public sealed class ExistingClaim;
