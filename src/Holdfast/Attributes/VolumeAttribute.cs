namespace Holdfast;

/// <summary>
/// The common arguments of volumes that are not claims. They belong on a <c>static partial</c> property of type
/// <see cref="Volume"/>.
/// </summary>
public abstract class VolumeAttribute : DeclarationAttribute
{
    private protected VolumeAttribute()
    {
    }

    /// <summary>The volume's name in the pod, a DNS label; default: the property's name in that form.</summary>
    public string? Name { get; set; }

    /// <summary>Where the container sees the volume, an absolute path.</summary>
    public string? MountPath { get; set; }

    /// <summary>A file or directory of the volume to mount in place of its root, a relative path.</summary>
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
