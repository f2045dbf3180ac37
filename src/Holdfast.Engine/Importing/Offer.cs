namespace Holdfast.Engine.Importing;

/// <summary>What the type could do better than the manifest does.</summary>
/// <param name="Place">What part of the type the comment stands at.</param>
/// <param name="Text">What to change, and what it gives.</param>
internal sealed record Offer(OfferPlace Place, string Text);
