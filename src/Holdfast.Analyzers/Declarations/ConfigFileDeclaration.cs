namespace Holdfast.Analyzers.Declarations;

/// <summary><c>[ConfigFile]</c> on a constant.</summary>
/// <param name="Member">The constant's name.</param>
/// <param name="Path">The file's path in the container.</param>
/// <param name="Text">The constant's value.</param>
internal sealed record ConfigFileDeclaration(string Member, Declared<string> Path, Declared<string> Text);
