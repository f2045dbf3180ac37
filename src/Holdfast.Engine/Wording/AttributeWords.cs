using System.Collections.Concurrent;
using Holdfast.Engine.Model.Fields;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Wording;

/// <summary>
/// Fields as arguments of attributes: <c>MaxUnavailable = 1 in [DisruptionBudget]</c>. What no attribute can say is in a patch, and so in
/// YAML.
/// </summary>
internal class AttributeWords : FieldWords
{
    /// <summary>What says the fields that were asked for, by their owner and name. Those that no attribute says may have any name, and are not kept.</summary>
    private static readonly ConcurrentDictionary<TextPair, AttributeField> Known = new();

    public override string Of(FieldText field)
    {
        if (Find(field) is not { } attribute)
        {
            return Yaml.Of(field);
        }

        string? value = attribute.IsWhole ? null : attribute.Fixed ?? (field.Value is null ? null : Value(attribute, field.Resolve()?.Type, field.Value));
        if (attribute.Argument is not { } argument)
        {
            return value is null ? $"[{attribute.Name}]" : $"[{attribute.Name}({value})]";
        }

        return argument + (value is null ? string.Empty : " = " + value) + (attribute.Name is null ? string.Empty : $" in [{attribute.Name}]");
    }

    private static AttributeField? Find(FieldText field)
    {
        var key = new TextPair(field.Owner, field.Name);
        if (Known.TryGetValue(key, out AttributeField? known))
        {
            return known;
        }

        AttributeField? found = field.Paths().Select(AttributeFields.Find).FirstOrDefault(static found => found is not null);
        if (found is not null)
        {
            Known.TryAdd(key, found);
        }

        return found;
    }

    private static string Value(AttributeField attribute, FieldType? type, string value)
    {
        if (attribute.IsOpposite)
        {
            return value == "true" ? "false" : "true";
        }

        return attribute.Enum is { } name ? name + "." + value
            : type?.Kind is FieldKind.String or FieldKind.Quantity ? $"\"{value}\""
            : value;
    }
}
