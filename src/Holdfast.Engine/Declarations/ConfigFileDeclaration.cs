namespace Holdfast.Engine.Declarations;

/// <summary><c>[ConfigFile]</c> on a constant or on a class.</summary>
/// <param name="Member">The constant's name; empty on a class.</param>
/// <param name="Path">The file's path in the container.</param>
/// <param name="File">The file of the project that has the text.</param>
/// <param name="Text">The constant's value; of a file it is unknown until the file is looked up.</param>
internal sealed record ConfigFileDeclaration(string Member, Declared<string> Path, Declared<string> File, Declared<string> Text);
