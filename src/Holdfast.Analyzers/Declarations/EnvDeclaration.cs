namespace Holdfast.Analyzers.Declarations;

/// <summary><c>[Env]</c>.</summary>
internal sealed record EnvDeclaration(Declared<string> Name, Declared<string> Value, Declared<string> FieldPath);
