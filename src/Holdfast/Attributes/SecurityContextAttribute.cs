namespace Holdfast;

/// <summary>
/// Which user the containers run as; on a class for a further container, which user that one runs as. The pod always follows Kubernetes' restricted profile: not root, no privilege
/// escalation, no capabilities, the run-time's seccomp profile. Volumes belong to <see cref="FsGroup"/>, so that the user can write to
/// them.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SecurityContextAttribute : Attribute
{
    /// <summary>
    /// The user id, 1 to 2147483647; default 1000. It is always written, because an image that names its user, or runs
    /// as root when nothing is said, is refused at start otherwise.
    /// </summary>
    public long RunAsUser { get; set; } = WellKnown.ManifestDefaults.UserId;

    /// <summary>The group id; default: that of <see cref="RunAsUser"/>.</summary>
    public long RunAsGroup { get; set; }

    /// <summary>The group that owns the volumes; default: that of <see cref="RunAsUser"/>.</summary>
    public long FsGroup { get; set; }

    /// <summary>Whether the container's own file system is read-only; default <see langword="false"/>.</summary>
    public bool ReadOnlyRootFilesystem { get; set; }
}
