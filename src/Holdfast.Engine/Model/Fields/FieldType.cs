using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Model.Fields;

/// <summary>The type of a field.</summary>
/// <param name="Kind">What the field takes.</param>
/// <param name="Name">The type's name in Kubernetes' documents; empty for all but objects.</param>
/// <param name="Item">The type of the items of a list or a map.</param>
/// <param name="MergeKeys">The fields that tell a list's items apart when a patch is merged; without, the list is replaced.</param>
/// <param name="IsSet">Whether it is a list of scalars that are merged as a set.</param>
internal sealed record FieldType(FieldKind Kind, string Name, FieldType? Item, EquatableArray<string> MergeKeys, bool IsSet)
{
    /// <summary>What is not known, such as whatever is below a field that is none.</summary>
    public static FieldType Any { get; } = Of(FieldKind.Any);

    public static FieldType Of(FieldKind kind) => new(kind, string.Empty, null, default, false);
}
