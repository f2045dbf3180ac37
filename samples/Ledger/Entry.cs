namespace Holdfast.Samples.Ledger;

/// <summary>One entry of the ledger.</summary>
/// <param name="Id">Chosen by the client, so that a write can be tried again without being made twice.</param>
/// <param name="Text">What it says; never changed.</param>
internal sealed record Entry(string Id, string Text);
