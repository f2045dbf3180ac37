namespace Holdfast.Engine.Model.Tree;

/// <summary>
/// A value that is not known: a conditional, a variable, a template placeholder, a field that may be there. Rules never guess it.
/// </summary>
/// <param name="location">Where the user wrote it.</param>
/// <param name="template">The text of which the value is made, for readers that know what is filled in; not part of equality.</param>
/// <param name="text">The text as it is written, where it has a form that tools fill in and that may mean something else.</param>
/// <param name="expression">The expression that computes it: values of one body with the same expression are the same.</param>
internal sealed class UnknownNode(NodeLocation location = default, string? template = null, string? text = null, string? expression = null) : ManifestNode(location)
{
    public string? Template { get; } = template;

    public string? Text { get; } = text;

    public string? Expression { get; } = expression;

    public override bool Equals(ManifestNode? other) => other is UnknownNode;

    public override int GetHashCode() => 1;
}
