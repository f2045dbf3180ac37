using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Declarations;

/// <summary><c>[NodeAffinity]</c>.</summary>
internal sealed record NodeAffinityDeclaration(
    Declared<string> Key,
    Declared<string> Operator,
    Declared<EquatableArray<string>> Values,
    Declared<bool> Required,
    Declared<int> Weight);
