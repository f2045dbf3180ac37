using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Arguments;

/// <summary>The value that a declaration gives to a field.</summary>
/// <param name="Argument">The argument.</param>
/// <param name="Value">The field's value, with the place of the argument; unknown where it cannot be understood.</param>
internal sealed record FieldValue(FieldArgument Argument, ManifestNode Value);
