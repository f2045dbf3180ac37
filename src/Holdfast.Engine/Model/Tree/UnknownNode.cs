using System.Collections.Immutable;

namespace Holdfast.Engine.Model.Tree;

/// <summary>
/// A value that is not known: a conditional, a variable, a template placeholder, a field that may be there. Rules never guess it.
/// </summary>
/// <param name="location">Where the user wrote it.</param>
/// <param name="template">The text of which the value is made, for readers that know what is filled in; not part of equality.</param>
/// <param name="text">The text as it is written, where it has a form that tools fill in and that may mean something else.</param>
/// <param name="expression">The expression that computes it: values of one body with the same expression are the same.</param>
/// <param name="choices">All texts that it may have, with null for a field that may be left out; default where they are not known.</param>
internal sealed class UnknownNode(NodeLocation location = default, string? template = null, string? text = null, string? expression = null, ImmutableArray<string?> choices = default) : ManifestNode(location)
{
    public string? Template { get; } = template;

    public string? Text { get; } = text;

    public string? Expression { get; } = expression;

    /// <summary>All texts that it may have, with null for a field that may be left out; default where they are not known.</summary>
    public ImmutableArray<string?> Choices { get; } = choices;

    /// <summary>Whether it may have a text.</summary>
    public bool CanBe(string value) => Choices.IsDefault || Choices.Contains(value);

    public override bool Equals(ManifestNode? other) => other is UnknownNode;

    public override int GetHashCode() => 1;
}
