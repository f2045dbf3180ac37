namespace Holdfast.Analyzers.Declarations;

/// <summary><c>[AntiAffinity]</c>.</summary>
internal sealed record AntiAffinityDeclaration(Declared<string> TopologyKey, Declared<bool> Required, Declared<int> Weight);
