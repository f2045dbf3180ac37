namespace Holdfast.Engine.Declarations;

/// <summary><c>[ClaimRetention]</c>.</summary>
internal sealed record ClaimRetentionDeclaration(Declared<string> WhenDeleted, Declared<string> WhenScaled);
