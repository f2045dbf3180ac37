namespace Holdfast;

/// <summary>
/// Which user the containers run as; on a class for a further container, which user that one runs as. The pod follows
/// Kubernetes' restricted profile: not root, no privilege escalation, no capabilities, the run-time's seccomp profile.
/// Volumes belong to <see cref="FsGroup"/>, so that the user can write to them. What an image needs beyond that is allowed
/// by name: <see cref="AllowRoot"/>, <see cref="AddCapabilities"/>, <see cref="AllowPrivilegeEscalation"/>,
/// <see cref="Privileged"/>.
/// </summary>
/// <example>
/// <code title="attributes">
/// [SecurityContext(RunAsUser = 1654, ReadOnlyRootFilesystem = true, FsGroupChangePolicy = FsGroupChangePolicy.OnRootMismatch)]
/// </code>
/// </example>
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

    /// <summary>
    /// When the files of volumes are given to <see cref="FsGroup"/>; default <see cref="FsGroupChangePolicy.Always"/>, at each mount.
    /// It is the pod's.
    /// </summary>
    public FsGroupChangePolicy FsGroupChangePolicy { get; set; }

    /// <summary>Further groups of the processes; default: none. It is the pod's.</summary>
    public long[]? SupplementalGroups { get; set; }

    /// <summary>
    /// Whether the groups that the image has for the user count, too; default <see cref="SupplementalGroupsPolicy.Merge"/>. It is the
    /// pod's; since Kubernetes 1.33.
    /// </summary>
    public SupplementalGroupsPolicy SupplementalGroupsPolicy { get; set; }

    /// <summary>
    /// Kernel parameters of the pod, each as <c>name=value</c>: <c>net.core.somaxconn=1024</c>. Nodes refuse those that they do not
    /// allow.
    /// </summary>
    public string[]? Sysctls { get; set; }

    /// <summary>Which system calls are allowed; default <see cref="SecurityProfileType.RuntimeDefault"/>.</summary>
    public SecurityProfileType SeccompProfile { get; set; }

    /// <summary>A profile of the node for system calls, a path below its folder of profiles: <c>profiles/audit.json</c>.</summary>
    public string? SeccompLocalhostProfile { get; set; }

    /// <summary>
    /// Which AppArmor profile processes have; left out, that of the container run-time where the node has AppArmor. Since Kubernetes
    /// 1.30.
    /// </summary>
    public SecurityProfileType AppArmorProfile { get; set; }

    /// <summary>An AppArmor profile that the node has loaded, by its name.</summary>
    public string? AppArmorLocalhostProfile { get; set; }

    /// <summary>
    /// Kubernetes: <c>seLinuxOptions.level</c>: <c>s0:c123,c456</c>; left out, the container run-time chooses the label.
    /// </summary>
    public string? SeLinuxLevel { get; set; }

    /// <summary>Kubernetes: <c>seLinuxOptions.role</c>.</summary>
    public string? SeLinuxRole { get; set; }

    /// <summary>Kubernetes: <c>seLinuxOptions.type</c>: <c>spc_t</c>.</summary>
    public string? SeLinuxType { get; set; }

    /// <summary>Kubernetes: <c>seLinuxOptions.user</c>.</summary>
    public string? SeLinuxUser { get; set; }

    /// <summary>
    /// How the files of volumes get the SELinux label; default <see cref="SeLinuxChangePolicy.MountOption"/>. It is the pod's; since
    /// Kubernetes 1.33.
    /// </summary>
    public SeLinuxChangePolicy SeLinuxChangePolicy { get; set; }

    /// <summary>Capabilities to drop, by their names; default <c>ALL</c>, and only that is within the restricted profile.</summary>
    public string[]? DropCapabilities { get; set; }

    /// <summary>What the container sees of <c>/proc</c>; default <see cref="ProcMountType.Default"/>.</summary>
    public ProcMountType ProcMount { get; set; }

    /// <summary>Kubernetes: <c>windowsOptions.runAsUserName</c>: <c>ContainerUser</c>; default: the image's.</summary>
    public string? WindowsUserName { get; set; }

    /// <summary>The name of the GMSA credential spec. Kubernetes: <c>windowsOptions.gmsaCredentialSpecName</c>.</summary>
    public string? WindowsGmsaCredentialSpecName { get; set; }

    /// <summary>The GMSA credential spec itself. Kubernetes: <c>windowsOptions.gmsaCredentialSpec</c>.</summary>
    public string? WindowsGmsaCredentialSpec { get; set; }

    /// <summary>
    /// Whether containers are processes of the Windows node; all containers of a pod alike, and only on its network. Default <see
    /// langword="false"/>.
    /// </summary>
    public bool WindowsHostProcess { get; set; }
}
