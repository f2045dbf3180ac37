namespace Holdfast;

/// <summary>
/// A volume claim that exists already, on a <c>static partial</c> property of type <see cref="ExistingClaim"/>. All
/// replicas of the set mount this one claim; what each replica should have for itself is a <see cref="VolumeClaimAttribute"/>.
/// </summary>
/// <param name="claimName">The name of the PersistentVolumeClaim.</param>
/// <example>
/// <code title="members">
/// [ExistingClaim("shared-models", MountPath = "/models", ReadOnly = true)]
/// public static partial ExistingClaim Models { get; }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Property, Inherited = false, AllowMultiple = true)]
public sealed class ExistingClaimAttribute(string claimName) : DeclarationAttribute
{
    /// <summary>The name of the PersistentVolumeClaim.</summary>
    public string ClaimName { get; } = claimName;

    /// <summary>The volume's name in the pod, a DNS label; default: the property's name in that form.</summary>
    public string? Name { get; set; }

    /// <summary>Where the container sees the volume, an absolute path.</summary>
    public string? MountPath { get; set; }

    /// <summary>A directory of the volume to mount in place of its root, a relative path.</summary>
    public string? SubPath { get; set; }

    /// <summary>The access mode that the claim was made with, as far as it is known here; it is not written anywhere.</summary>
    public AccessMode AccessMode { get; set; }

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
