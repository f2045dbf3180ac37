using System.ComponentModel;

namespace Holdfast;

/// <summary>
/// Marks the generated constant that holds a manifest. The build reads it from the compiled assembly and writes the file.
/// </summary>
/// <param name="fileName">The file's name, without a directory.</param>
[AttributeUsage(AttributeTargets.Field, Inherited = false)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GeneratedManifestAttribute(string fileName) : Attribute
{
    /// <summary>The file's name, without a directory.</summary>
    public string FileName { get; } = fileName;
}
