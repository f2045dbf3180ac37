namespace Holdfast.Engine.Declarations;

/// <summary><c>[Patch]</c>: the text as it is, which is all that the generator's pipeline compares.</summary>
internal sealed record PatchDeclaration(Declared<string> Yaml);
