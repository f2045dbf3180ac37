namespace Holdfast.Engine.Declarations;

/// <summary><c>[Mount]</c>.</summary>
internal sealed record MountDeclaration(
    Declared<string> Volume,
    Declared<string> Path,
    Declared<string> SubPath,
    Declared<bool> ReadOnly);
