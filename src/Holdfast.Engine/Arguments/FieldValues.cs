using Holdfast.Engine.Merging;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Arguments;

/// <summary>Values that declarations give to fields, put into parts of objects, and taken out of them.</summary>
internal static class FieldValues
{
    /// <summary>Values of several places together.</summary>
    public static EquatableArray<T> Join<T>(params IEnumerable<T>[] parts)
        where T : IEquatable<T> => parts.SelectMany(static part => part).ToEquatableArray();

    /// <summary>The part with the values that are for its place.</summary>
    public static MappingNode Put(MappingNode part, FieldPlace place, EquatableArray<FieldValue> values)
    {
        // Each part of an object asks, and nearly none has any.
        foreach (FieldValue value in values)
        {
            if (value.Argument.Place == place)
            {
                return PutAll(part, place, values);
            }
        }

        return part;
    }

    // The order of attributes means nothing, so it does not change what is written.
    private static MappingNode PutAll(MappingNode part, FieldPlace place, EquatableArray<FieldValue> values) => values
        .Where(value => value.Argument.Place == place)
        .OrderBy(static value => value.Argument.Path, StringComparer.Ordinal)
        .ThenBy(static value => value.Argument.Name, StringComparer.Ordinal)
        .Aggregate(part, Put);

    /// <summary>The part with the items that are for its place at the end of their lists.</summary>
    public static MappingNode Put(MappingNode part, FieldPlace place, EquatableArray<ItemValue> items)
    {
        foreach (ItemValue item in items)
        {
            if (item.Attribute.Place == place)
            {
                part = Change(part, item.Attribute.Steps, list => new SequenceNode([.. (list as SequenceNode)?.Items ?? default, Item(item)]));
            }
        }

        return part;
    }

    /// <summary>The values that say what a part has, of one attribute and place.</summary>
    public static EquatableArray<FieldValue> Take(string attribute, FieldPlace place, ManifestNode? part) => FieldArguments.Of(attribute)
        .Where(row => row.Place == place)
        .Select(row => Take(row, part))
        .OfType<FieldValue>()
        .ToEquatableArray();

    /// <summary>The items that say a list as a whole; none where one of them has no attribute.</summary>
    /// <param name="place">Where the list is.</param>
    /// <param name="part">The part of an object that has it.</param>
    /// <param name="path">The list.</param>
    public static EquatableArray<ItemValue> Take(FieldPlace place, ManifestNode? part, string path)
    {
        ItemValue?[] items = [.. part.At(path).Mappings().Select(node => FieldArguments.Items
            .Where(attribute => attribute.Place == place && attribute.Path == path)
            .Select(attribute => new ItemValue(attribute, Take(attribute.Attribute, place, node)))
            .FirstOrDefault(item => NodeEquality.Same(Item(item), node, Model.Fields.FieldType.Any)))];
        return items.Contains(null) ? default : items.OfType<ItemValue>().ToEquatableArray();
    }

    public static ManifestNode Item(ItemValue item)
    {
        var node = new MappingNode(item.Attribute.Fixed.Select(static field => new MappingEntry(field.Field, ScalarNode.String(field.Value))));
        node = item.Fields.Aggregate(node, Put);

        foreach (FieldArgument row in FieldArguments.Of(item.Attribute.Attribute))
        {
            if (row.Otherwise is { } otherwise && row.In(node) is null)
            {
                node = Change(node, row.Steps, _ => ScalarNode.String(otherwise));
            }
        }

        return node;
    }

    private static FieldValue? Take(FieldArgument row, ManifestNode? part)
    {
        if (row.In(part) is not { } node || (row.Otherwise is { } otherwise && node.Is(otherwise)))
        {
            return null;
        }

        bool isSaid = FieldForms.IsList(row.Form) ? FieldForms.Texts(row, node) is not null : FieldForms.Text(row, node) is not null;
        return isSaid ? new FieldValue(row, node) : null;
    }

    private static MappingNode Put(MappingNode part, FieldValue value)
    {
        FieldArgument row = value.Argument;
        if (row.Form == FieldForm.ResizePolicy)
        {
            var item = new MappingNode(
            [
                new MappingEntry("resourceName", ScalarNode.String(row.Item)),
                new MappingEntry("restartPolicy", value.Value),
            ]);
            return Change(part, row.Steps, list => new SequenceNode([.. (list as SequenceNode)?.Items ?? default, item]));
        }

        part = Change(part, row.Steps, _ => value.Value);
        return row.Also is var (path, text) ? Change(part, path.Split('.'), _ => ScalarNode.String(text)) : part;
    }

    private static MappingNode Change(MappingNode part, IReadOnlyList<string> steps, Func<ManifestNode?, ManifestNode?> change) =>
        NodeEdit.Change(part, string.Join("/", steps), change, create: true);
}
