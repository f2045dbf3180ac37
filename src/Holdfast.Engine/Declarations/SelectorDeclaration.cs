namespace Holdfast.Engine.Declarations;

/// <summary><c>[Selector]</c>.</summary>
/// <param name="Key">The label's key.</param>
/// <param name="Value">The label's value.</param>
internal sealed record SelectorDeclaration(Declared<string> Key, Declared<string> Value);
