namespace Holdfast.Engine.Declarations.Texts;

/// <summary>
/// Takes a text with placeholders in braces apart. With one brace around each, a doubled brace stands for itself; with more,
/// fewer braces than that are text, as in C#'s raw strings.
/// </summary>
internal static class TemplateText
{
    /// <param name="text">The text.</param>
    /// <param name="braces">How many braces are around a placeholder, at least one.</param>
    public static List<TemplateSegment> Parse(string text, int braces = 1)
    {
        var parser = new TemplateParser(text, braces);
        return parser.Parse(0, isBlock: false, out _)!;
    }
}
