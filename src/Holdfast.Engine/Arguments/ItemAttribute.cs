namespace Holdfast.Engine.Arguments;

/// <summary>An attribute that is one item of a list.</summary>
/// <param name="Attribute">The attribute, as it is mostly written.</param>
/// <param name="Place">Where the path begins.</param>
/// <param name="Path">The path of the list.</param>
/// <param name="Fixed">Fields of each item, by their names.</param>
internal sealed record ItemAttribute(string Attribute, FieldPlace Place, string Path, params (string Field, string Value)[] Fixed)
{
    /// <summary>The steps of the path.</summary>
    public IReadOnlyList<string> Steps { get; } = Path.Split('.');
}
