using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Declarations;

/// <summary><c>[Label]</c> or <c>[Annotation]</c>.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">The value.</param>
/// <param name="On">The members of <c>ManifestTargets</c> that it is put on; absent for the default.</param>
internal sealed record MetadataDeclaration(
    Declared<string> Key,
    Declared<string> Value,
    Declared<EquatableArray<string>> On);
