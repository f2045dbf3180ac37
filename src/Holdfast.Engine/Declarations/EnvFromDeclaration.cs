namespace Holdfast.Engine.Declarations;

/// <summary><c>[EnvFrom]</c>.</summary>
internal sealed record EnvFromDeclaration(
    Declared<string> ConfigMap,
    Declared<string> Secret,
    Declared<string> Prefix,
    Declared<bool> Optional);
