using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Values;

namespace Holdfast.Engine.Model.Fields;

/// <summary>Which values a field of a type takes, and how messages call both.</summary>
internal static class ValueTypes
{
    public static bool Accepts(FieldKind type, ManifestNode node) => node is ScalarNode scalar && (type, scalar.Kind) switch
    {
        (FieldKind.Any, _) => true,
        (FieldKind.String or FieldKind.Time or FieldKind.Bytes, ScalarKind.String) => true,
        (FieldKind.Int32, ScalarKind.Integer) => scalar.TryGetInteger(out long number) && number is >= int.MinValue and <= int.MaxValue,
        (FieldKind.Int64, ScalarKind.Integer) => true,
        (FieldKind.Number, ScalarKind.Integer or ScalarKind.Float) => true,
        (FieldKind.Boolean, ScalarKind.Boolean) => true,
        (FieldKind.Quantity, ScalarKind.String or ScalarKind.Integer or ScalarKind.Float) => true,
        (FieldKind.IntOrString, ScalarKind.String) => true,
        (FieldKind.IntOrString, ScalarKind.Integer) => scalar.TryGetInteger(out long number) && number is >= int.MinValue and <= int.MaxValue,
        _ => false,
    };

    /// <summary>What a field takes, in words that follow "takes".</summary>
    public static string Describe(FieldKind type) => type switch
    {
        FieldKind.Int32 => "a whole number of 32 bits",
        FieldKind.Int64 => "a whole number",
        FieldKind.Number => "a number",
        FieldKind.Boolean => "true or false",
        FieldKind.Quantity => "a quantity such as 500m or 1Gi",
        FieldKind.IntOrString => "a whole number or a string",
        FieldKind.Time => "a time such as 2026-01-31T12:00:00Z",
        FieldKind.Bytes => "a string in base64",
        FieldKind.List => "a list",
        FieldKind.Map or FieldKind.Object => "a mapping",
        _ => "a string",
    };

    /// <summary>What a value is, in words that follow "is".</summary>
    public static string Describe(ManifestNode node) => node switch
    {
        MappingNode => "a mapping",
        SequenceNode => "a list",
        ScalarNode { Kind: ScalarKind.String } text => $"the string '{text.Text}'",
        ScalarNode { Kind: ScalarKind.Boolean } flag => $"the boolean {flag.Text}",
        ScalarNode scalar => "the number " + scalar.Text,
        _ => "unknown",
    };

    /// <summary>What to do, where that is known: the end of a message.</summary>
    public static string Advice(FieldKind type, ManifestNode node) => (type, node) switch
    {
        (FieldKind.String or FieldKind.Time or FieldKind.Bytes, ScalarNode { Kind: ScalarKind.Boolean }) =>
            "; put it in quotes (YAML reads y, n, yes, no, on and off as booleans)",
        (FieldKind.String or FieldKind.Time or FieldKind.Bytes, ScalarNode) => "; put it in quotes",
        (FieldKind.Int32 or FieldKind.Int64 or FieldKind.Number, ScalarNode { Kind: ScalarKind.String } text) when IsNumber(text.Text) =>
            "; write it without quotes",
        (FieldKind.Boolean, ScalarNode { Kind: ScalarKind.String, Text: "true" or "false" }) => "; write it without quotes",
        (FieldKind.List, ScalarNode or MappingNode) => "; write '- ' before each item",
        _ => string.Empty,
    };

    private static bool IsNumber(string text) => text.Length > 0 && text.All(static c => c is >= '0' and <= '9');
}
