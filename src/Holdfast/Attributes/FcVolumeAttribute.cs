namespace Holdfast;

/// <summary>
/// A disk on Fibre Channel, by <see cref="TargetWwns"/> and <see cref="Lun"/>, or by <see cref="Wwids"/>. It keeps its data when the pod is
/// gone, and one node can write to it at a time. Kubernetes: <c>fc</c>.
/// </summary>
/// <example>
/// <code title="members">
/// [FcVolume(TargetWwns = new[] { "500a0982991b8dc5" }, Lun = 2, FsType = "xfs", MountPath = "/archive")]
/// public static partial Volume Archive { get; }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Property, Inherited = false, AllowMultiple = true)]
public sealed class FcVolumeAttribute : VolumeAttribute
{
    /// <summary>The names of the targets (WWN).</summary>
    public string[]? TargetWwns { get; set; }

    /// <summary>The number of the logical unit, 0 to 255.</summary>
    public int Lun { get; set; }

    /// <summary>The identifiers of the volume (WWID), in place of targets and number.</summary>
    public string[]? Wwids { get; set; }

    /// <summary>The file system, such as <c>xfs</c>; default <c>ext4</c>.</summary>
    public string? FsType { get; set; }
}
