namespace Holdfast.Build;

/// <summary>A file as it has to be on disk.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record OutputFile(string Path, byte[] Content)
{
    /// <summary>Whether a file of the user's that is there already stays, and this one is not written.</summary>
    public bool GivesWay { get; init; }

    /// <summary>Its name without the directory.</summary>
    public string Name => System.IO.Path.GetFileName(Path);
}
