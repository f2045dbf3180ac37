using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Arguments;

/// <summary>One item that a declaration adds to a list.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Fields">Its arguments; their paths begin in the item.</param>
internal sealed record ItemValue(ItemAttribute Attribute, EquatableArray<FieldValue> Fields);
