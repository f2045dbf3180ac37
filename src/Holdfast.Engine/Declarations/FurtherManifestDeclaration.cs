namespace Holdfast.Engine.Declarations;

/// <summary><c>[Manifest]</c>: objects in YAML.</summary>
/// <param name="File">The file of the project that has them; absent where the attribute does.</param>
/// <param name="Yaml">The text, which is all that the generator's pipeline compares.</param>
internal sealed record FurtherManifestDeclaration(Declared<string> File, Declared<string> Yaml);
