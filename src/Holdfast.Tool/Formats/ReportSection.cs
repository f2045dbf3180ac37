namespace Holdfast.Tool.Formats;

/// <summary>A part of a report that is text beside the findings, such as the steps of a plan.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Text">Its text, in Markdown; lines end with <c>\n</c>.</param>
internal sealed record ReportSection(string Title, string Text)
{
    /// <summary>The language of a text that is code, such as <c>sh</c>; null where it is Markdown.</summary>
    public string? Language { get; init; }
}
