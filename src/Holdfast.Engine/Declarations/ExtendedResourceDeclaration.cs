namespace Holdfast.Engine.Declarations;

/// <summary><c>[ExtendedResource]</c>.</summary>
internal sealed record ExtendedResourceDeclaration(Declared<string> Name, Declared<string> Amount);
