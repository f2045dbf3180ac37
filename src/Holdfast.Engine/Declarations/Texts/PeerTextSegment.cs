namespace Holdfast.Engine.Declarations.Texts;

/// <summary>A piece of a peer list's text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The literal text, or the member's name of a port.</param>
/// <param name="Offset">What is added to an ordinal or an index.</param>
/// <param name="Position">Where it begins in the text.</param>
/// <param name="Length">How long it is there, braces included.</param>
internal sealed record PeerTextSegment(PeerTextSegmentKind Kind, string Text, int Offset, int Position, int Length);
