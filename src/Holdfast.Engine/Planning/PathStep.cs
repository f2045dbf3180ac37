using System.Globalization;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Planning;

/// <summary>One step of the way to a field: into a mapping, to an item that its merge keys tell apart, or to a place in a list.</summary>
internal sealed record PathStep
{
    private PathStep()
    {
    }

    /// <summary>The field's name; null where the step is to an item.</summary>
    public string? Field { get; private init; }

    /// <summary>What tells the item apart, as in <c>name=orders</c>; null where a number does, and in a step to a field.</summary>
    public ItemKey? Item { get; private init; }

    /// <summary>The place of the item, counted from 0.</summary>
    public int Index { get; private init; }

    public static PathStep To(string field) => new() { Field = field };

    public static PathStep To(ItemKey item) => new() { Item = item };

    public static PathStep To(int index) => new() { Index = index };

    /// <summary>As it stands behind the step before it.</summary>
    public override string ToString() => (Field, Item) switch
    {
        ({ } field, _) when field.IndexOfAny(['.', '/', '[', ']', '\'']) >= 0 => "['" + field.Replace("'", "''") + "']",
        ({ } field, _) => "." + field,
        (_, { } item) => "[" + item + "]",
        _ => "[" + Index.ToString(CultureInfo.InvariantCulture) + "]",
    };
}
