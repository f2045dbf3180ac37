namespace Holdfast.Engine.Declarations;

/// <summary><c>[NodeSelector]</c>.</summary>
internal sealed record NodeSelectorDeclaration(Declared<string> Key, Declared<string> Value);
