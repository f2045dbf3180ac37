namespace Holdfast.Build;

/// <summary>A file as it has to be on disk.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record OutputFile(string Path, byte[] Content)
{
    /// <summary>Its name without the directory.</summary>
    public string Name => System.IO.Path.GetFileName(Path);
}
