using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Tool.Files;

/// <summary>A file that a command reads.</summary>
/// <param name="Path">Its full path, or <see cref="InputFiles.StandardInput"/>.</param>
/// <param name="Text">Its text.</param>
internal sealed record InputFile(string Path, SourceText Text)
{
    /// <summary>Its path below the folder of shipped manifests that it is in; null where it is in none.</summary>
    public string? ShippedPath { get; init; }
}
