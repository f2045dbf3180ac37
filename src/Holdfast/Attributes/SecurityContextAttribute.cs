namespace Holdfast;

/// <summary>
/// Which user the containers run as; on a class for a further container, which user that one runs as. The pod follows
/// Kubernetes' restricted profile: not root, no privilege escalation, no capabilities, the run-time's seccomp profile.
/// Volumes belong to <see cref="FsGroup"/>, so that the user can write to them. What an image needs beyond that is allowed
/// by name: <see cref="AllowRoot"/>, <see cref="AddCapabilities"/>, <see cref="AllowPrivilegeEscalation"/>,
/// <see cref="Privileged"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false, AllowMultiple = true)]
public sealed class SecurityContextAttribute : DeclarationAttribute
{
    /// <summary>
    /// The user id, 1 to 2147483647; default 1000, and 1654 for an image that the project publishes, the user <c>app</c> of .NET's images, or the number in
    /// <c>ContainerUser</c>. It is always written, because an image that names its user, or
    /// names none and runs as root, is otherwise refused at start. With <see cref="AllowRoot"/> the default is the image's
    /// own user, and 0 is allowed.
    /// </summary>
    public long RunAsUser { get; set; } = WellKnown.ManifestDefaults.UserId;

    /// <summary>The group id; default: that of <see cref="RunAsUser"/>.</summary>
    public long RunAsGroup { get; set; }

    /// <summary>The group that owns the volumes; default: that of <see cref="RunAsUser"/>. It is the pod's, not a container's.</summary>
    public long FsGroup { get; set; }

    /// <summary>
    /// Whether the container's own file system is read-only; default <see langword="false"/>. An image that the project publishes gets an emptyDir at
    /// <c>/tmp</c>, where .NET writes temporary files, unless something is mounted there.
    /// </summary>
    public bool ReadOnlyRootFilesystem { get; set; }

    /// <summary>Whether processes may run as the image's own user, root included; default <see langword="false"/>.</summary>
    public bool AllowRoot { get; set; }

    /// <summary>Capabilities to keep, such as <c>NET_BIND_SERVICE</c> or <c>IPC_LOCK</c>; default: none.</summary>
    public string[]? AddCapabilities { get; set; }

    /// <summary>Whether a process may gain more rights than its parent (setuid); default <see langword="false"/>.</summary>
    public bool AllowPrivilegeEscalation { get; set; }

    /// <summary>Whether the container has nearly all rights of its node; default <see langword="false"/>.</summary>
    public bool Privileged { get; set; }
}
