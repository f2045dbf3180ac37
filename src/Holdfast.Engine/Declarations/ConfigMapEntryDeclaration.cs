namespace Holdfast.Engine.Declarations;

/// <summary><c>[ConfigMapEntry]</c>.</summary>
/// <param name="ConfigMap">The ConfigMap's name; absent for the application's own.</param>
/// <param name="Key">The key.</param>
/// <param name="File">The file of the project that has the text.</param>
/// <param name="Text">The text; of a file it is unknown until the file is looked up.</param>
internal sealed record ConfigMapEntryDeclaration(Declared<string> ConfigMap, Declared<string> Key, Declared<string> File, Declared<string> Text);
