namespace Holdfast.Engine.Declarations.Texts;

/// <summary>A part of a text that is there for each replica: <c>{members ',': {host}:{Http}}</c>.</summary>
/// <param name="Separator">What is between two of them.</param>
/// <param name="AreLines">Whether it begins on its own line, so that each is one line or several.</param>
/// <param name="Body">The text for one replica.</param>
internal sealed record TemplateBlock(string Separator, bool AreLines, IReadOnlyList<TemplateSegment> Body)
{
    /// <summary>The word that a block begins with.</summary>
    public const string Word = "members";
}
