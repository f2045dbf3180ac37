namespace Holdfast;

/// <summary>
/// Mounts a volume that another container of the application declares, or the same volume once more.
/// </summary>
/// <param name="volume">The member that declares the volume, <c>nameof(Data)</c>.</param>
/// <param name="path">Where the container sees it, an absolute path.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false, AllowMultiple = true)]
public sealed class MountAttribute(string volume, string path) : RepeatableDeclarationAttribute
{
    /// <summary>The member that declares the volume.</summary>
    public string Volume { get; } = volume;

    /// <summary>Where the container sees it.</summary>
    public string Path { get; } = path;

    /// <summary>A directory of the volume to mount in place of its root, a relative path.</summary>
    public string? SubPath { get; set; }

    /// <summary>Whether it is mounted for reading only.</summary>
    public bool ReadOnly { get; set; }
}
