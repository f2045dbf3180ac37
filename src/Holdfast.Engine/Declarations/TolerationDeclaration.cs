namespace Holdfast.Engine.Declarations;

/// <summary><c>[Toleration]</c>.</summary>
internal sealed record TolerationDeclaration(
    Declared<string> Key,
    Declared<string> Operator,
    Declared<string> Value,
    Declared<string> Effect,
    Declared<long> TolerationSeconds);
