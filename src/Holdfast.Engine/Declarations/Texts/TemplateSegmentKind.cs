namespace Holdfast.Engine.Declarations.Texts;

/// <summary>What a piece of a text with placeholders is.</summary>
internal enum TemplateSegmentKind
{
    /// <summary>Text that stands for itself.</summary>
    Literal,

    /// <summary>What is between two braces.</summary>
    Placeholder,

    /// <summary>Text in braces that is there for each replica.</summary>
    Block,

    /// <summary>A brace that is alone.</summary>
    Brace,
}
