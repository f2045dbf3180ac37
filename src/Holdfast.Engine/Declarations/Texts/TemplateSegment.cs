namespace Holdfast.Engine.Declarations.Texts;

/// <summary>A piece of a text with placeholders.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The literal text, what is between the braces, or the brace that is alone.</param>
/// <param name="Position">Where it begins in the text.</param>
/// <param name="Length">How long it is there, braces included.</param>
internal sealed record TemplateSegment(TemplateSegmentKind Kind, string Text, int Position, int Length)
{
    /// <summary>The text that is there for each replica; null for all but a block.</summary>
    public TemplateBlock? Block { get; init; }
}
