namespace Holdfast.Analyzers.Declarations;

/// <summary><c>[Spread]</c>.</summary>
internal sealed record SpreadDeclaration(
    Declared<string> TopologyKey,
    Declared<int> MaxSkew,
    Declared<string> WhenUnsatisfiable,
    Declared<int> MinDomains);
