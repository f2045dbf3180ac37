namespace Holdfast.Engine.Declarations;

/// <summary><c>[Quorum]</c>.</summary>
internal sealed record QuorumDeclaration(Declared<string> Bootstrap, Declared<bool> ReadinessNeedsPeers);
