using Holdfast.Engine.Arguments;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Declarations;

/// <summary><c>[Mount]</c>.</summary>
internal sealed record MountDeclaration(
    Declared<string> Volume,
    Declared<string> Path,
    Declared<string> SubPath,
    Declared<bool> ReadOnly)
{
    /// <summary>The arguments that are one field as it is.</summary>
    public EquatableArray<FieldValue> Fields { get; init; }
}
