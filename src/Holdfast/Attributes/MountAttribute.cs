namespace Holdfast;

/// <summary>
/// Mounts a volume that another container of the application declares, or the same volume once more.
/// </summary>
/// <param name="volume">The member that declares the volume, <c>nameof(Data)</c>.</param>
/// <param name="path">Where the container sees it, an absolute path.</param>
/// <example>
/// <code title="members">
/// [Sidecar("registry.example/backup:2.0.0")]
/// [Mount(nameof(Data), "/data", ReadOnly = true)]
/// public static partial class Backup;
/// </code>
/// </example>
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

    /// <summary>
    /// Like <see cref="SubPath"/>, with variables of the container: <c>$(POD_NAME)</c>; exactly one of both. Kubernetes:
    /// <c>subPathExpr</c>.
    /// </summary>
    public string? SubPathExpr { get; set; }

    /// <summary>Whether mounts inside the volume are seen on the other side; default <see cref="MountPropagation.None"/>.</summary>
    public MountPropagation MountPropagation { get; set; }

    /// <summary>
    /// Whether mounts inside the volume are read only, too; default <see cref="RecursiveReadOnly.Disabled"/>. Only with <see
    /// cref="ReadOnly"/>.
    /// </summary>
    public RecursiveReadOnly RecursiveReadOnly { get; set; }
}
