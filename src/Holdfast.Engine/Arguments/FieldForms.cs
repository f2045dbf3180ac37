using System.Globalization;
using Holdfast.Engine.Merging;
using Holdfast.Engine.Model.Fields;
using Holdfast.Engine.Model.Tree;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Arguments;

/// <summary>Values of arguments as fields, and the way back.</summary>
internal static class FieldForms
{
    private const string Name = "name";

    private const string Value = "value";

    /// <summary>Whether the argument takes several values.</summary>
    public static bool IsList(FieldForm form) => form is FieldForm.Texts or FieldForm.Names or FieldForm.Claims or FieldForm.Pairs
        or FieldForm.NamedValues or FieldForm.Headers or FieldForm.Labels or FieldForm.Ints or FieldForm.Longs;

    /// <summary>The field of one value: a text, a number, a truth value or an enum's member.</summary>
    public static ManifestNode Of(FieldArgument argument, string value, Location? location) => argument.Form switch
    {
        FieldForm.Int => ScalarNode.Integer(long.Parse(value, CultureInfo.InvariantCulture), location),
        FieldForm.Flag => ScalarNode.Boolean(value == "true", location),
        FieldForm.LowerEnum => ScalarNode.String(value.ToLowerInvariant(), location),
        _ => ScalarNode.String(value, location),
    };

    /// <summary>The field of several values; null where they give none.</summary>
    public static ManifestNode? Of(FieldArgument argument, IReadOnlyList<string> values, Location? location)
    {
        switch (argument.Form)
        {
            case FieldForm.Labels:
                return LabelTexts.Selector(values, default, location);
            case FieldForm.Pairs:
                return values.Count == 0 ? null : new MappingNode(
                    values.Select(pair => Split(pair, '=')).Select(pair => new MappingEntry(pair.Before, ScalarNode.String(pair.After ?? string.Empty, location), location)),
                    location);
            default:
                return values.Count == 0 ? null : new SequenceNode(values.Select(value => Item(argument, value, location)), location);
        }
    }

    /// <summary>The one value that gives a field; null where none does.</summary>
    public static string? Text(FieldArgument argument, ManifestNode node) =>
        Single(argument, node) is { } text && (argument.EnumType is not { } type || FieldArguments.Enums[type].Contains(text)) ? text : null;

    private static string? Single(FieldArgument argument, ManifestNode node) => node is not ScalarNode scalar ? null : argument.Form switch
    {
        FieldForm.Int => scalar.TryGetInteger(out long number) && number is >= int.MinValue and <= int.MaxValue ? number.ToString(CultureInfo.InvariantCulture) : null,
        FieldForm.Flag => scalar.Kind == ScalarKind.Boolean ? (scalar.Text == "true" ? "true" : "false") : null,
        FieldForm.LowerEnum => scalar.TryGetString(out string? lower) && lower.Length > 1 ? lower.Substring(0, 1).ToUpperInvariant() + lower.Substring(1) : null,
        _ => scalar.TryGetString(out string? text) ? text : scalar.Kind is ScalarKind.Integer or ScalarKind.Float ? scalar.Text : null,
    };

    /// <summary>The values that give a field; null where none do.</summary>
    public static IReadOnlyList<string>? Texts(FieldArgument argument, ManifestNode node)
    {
        IReadOnlyList<string>? texts = argument.Form switch
        {
            FieldForm.Labels => LabelTexts.Of(node),
            FieldForm.Pairs => (node as MappingNode)?.Entries.Select(static entry => entry.Key + "=" + (entry.Value as ScalarNode)?.Text).ToArray(),
            _ => (node as SequenceNode)?.Items.Select(item => ItemText(argument, item)).ToArray(),
        };
        return texts is { Count: > 0 } && NodeEquality.Same(node, Of(argument, texts, null), FieldType.Any) ? texts : null;
    }

    private static ManifestNode Item(FieldArgument argument, string value, Location? location)
    {
        switch (argument.Form)
        {
            case FieldForm.Ints or FieldForm.Longs:
                return ScalarNode.Integer(long.Parse(value, CultureInfo.InvariantCulture), location);
            case FieldForm.Names:
                return Mapping((argument.Item, value));
            case FieldForm.Claims:
                (string claim, string? request) = Split(value, '/');
                return Mapping((Name, claim), ("request", request));
            case FieldForm.NamedValues:
                (string name, string? text) = Split(value, '=');
                return Mapping((Name, name), (Value, text ?? string.Empty));
            case FieldForm.Headers:
                (string header, string? content) = Split(value, ':');
                return Mapping((Name, header.Trim()), (Value, content?.Trim() ?? string.Empty));
            default:
                return ScalarNode.String(value, location);
        }

        MappingNode Mapping(params (string Key, string? Text)[] fields) => new(
            fields.Where(static field => field.Text is not null).Select(field => new MappingEntry(field.Key, ScalarNode.String(field.Text!, location))),
            location);
    }

    /// <summary>What may give the item; whether it does is seen by making it.</summary>
    private static string ItemText(FieldArgument argument, ManifestNode item) => argument.Form switch
    {
        FieldForm.Names => TextOf(item.At(argument.Item)),
        FieldForm.Claims => item.At("request") is { } request ? TextOf(item.At(Name)) + "/" + TextOf(request) : TextOf(item.At(Name)),
        FieldForm.NamedValues => TextOf(item.At(Name)) + "=" + TextOf(item.At(Value)),
        FieldForm.Headers => TextOf(item.At(Name)) + ": " + TextOf(item.At(Value)),
        FieldForm.Ints or FieldForm.Longs => item.TryGetInteger(out long number) ? number.ToString(CultureInfo.InvariantCulture) : "0",
        _ => TextOf(item),
    };

    private static string TextOf(ManifestNode? node) => node.TryGetString(out string? text) ? text : string.Empty;

    private static (string Before, string? After) Split(string text, char separator)
    {
        int index = text.IndexOf(separator);
        return index < 0 ? (text, null) : (text.Substring(0, index), text.Substring(index + 1));
    }
}
