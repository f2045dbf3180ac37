namespace Holdfast.Engine.Importing;

/// <summary>What part of a type an offer is about.</summary>
internal enum OfferPlace
{
    /// <summary>The type's attributes as a whole.</summary>
    Type,

    /// <summary><c>[NoSpread]</c>.</summary>
    Spread,

    /// <summary>The workload's <c>[Patch]</c>.</summary>
    Patch,
}
