using System.Globalization;

namespace Holdfast.Analyzers.Model;

/// <summary>A string, a number, a boolean or null. <see cref="Text"/> of all but strings is in JSON's form.</summary>
internal sealed class ScalarNode : ManifestNode
{
    private ScalarNode(ScalarKind kind, string text, NodeOrigin origin)
        : base(origin)
    {
        Kind = kind;
        Text = text;
    }

    public ScalarKind Kind { get; }

    public string Text { get; }

    public static ScalarNode String(string text, NodeOrigin origin = default) => new(ScalarKind.String, text, origin);

    /// <param name="json">The number as JSON writes it, within the limits of 64 bits.</param>
    /// <param name="origin">Where the user wrote it.</param>
    public static ScalarNode Integer(string json, NodeOrigin origin = default) => new(ScalarKind.Integer, json, origin);

    public static ScalarNode Integer(long value, NodeOrigin origin = default) =>
        new(ScalarKind.Integer, value.ToString(CultureInfo.InvariantCulture), origin);

    /// <param name="json">The number as JSON writes it.</param>
    /// <param name="origin">Where the user wrote it.</param>
    public static ScalarNode Float(string json, NodeOrigin origin = default) => new(ScalarKind.Float, json, origin);

    public static ScalarNode Boolean(bool value, NodeOrigin origin = default) =>
        new(ScalarKind.Boolean, value ? "true" : "false", origin);

    public static ScalarNode Null(NodeOrigin origin = default) => new(ScalarKind.Null, "null", origin);

    public override bool Equals(ManifestNode? other) =>
        other is ScalarNode scalar && scalar.Kind == Kind && scalar.Text == Text;

    public override int GetHashCode() => unchecked((Text.GetHashCode() * 31) + (int)Kind);
}
