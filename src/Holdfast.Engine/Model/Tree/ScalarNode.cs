using System.Globalization;

namespace Holdfast.Engine.Model.Tree;

/// <summary>A string, a number, a boolean or null. <see cref="Text"/> of all but strings is in JSON's form.</summary>
internal sealed class ScalarNode : ManifestNode
{
    private ScalarNode(ScalarKind kind, string text, NodeLocation location)
        : base(location, (int)kind) => Text = text;

    public ScalarKind Kind => (ScalarKind)Tag;

    public string Text { get; }

    public static ScalarNode String(string text, NodeLocation location = default) => new(ScalarKind.String, text, location);

    /// <param name="json">The number as JSON writes it, within the limits of 64 bits.</param>
    /// <param name="location">Where the user wrote it.</param>
    public static ScalarNode Integer(string json, NodeLocation location = default) => new(ScalarKind.Integer, json, location);

    public static ScalarNode Integer(long value, NodeLocation location = default) =>
        new(ScalarKind.Integer, value.ToString(CultureInfo.InvariantCulture), location);

    /// <param name="json">The number as JSON writes it.</param>
    /// <param name="location">Where the user wrote it.</param>
    public static ScalarNode Float(string json, NodeLocation location = default) => new(ScalarKind.Float, json, location);

    public static ScalarNode Boolean(bool value, NodeLocation location = default) =>
        new(ScalarKind.Boolean, value ? "true" : "false", location);

    public static ScalarNode Null(NodeLocation location = default) => new(ScalarKind.Null, "null", location);

    public override bool Equals(ManifestNode? other) =>
        other is ScalarNode scalar && scalar.Kind == Kind && scalar.Text == Text;

    public override int GetHashCode() => unchecked((Text.GetHashCode() * 31) + (int)Kind);
}
