namespace Holdfast;

/// <summary>
/// A disk of an iSCSI target. It keeps its data when the pod is gone, and one node can write to it at a time. Kubernetes: <c>iscsi</c>.
/// </summary>
/// <param name="targetPortal">The address of the target: an IP address, with a port unless it is 3260.</param>
/// <param name="iqn">The qualified name of the target: <c>iqn.2001-04.com.example:storage.disk1</c>.</param>
/// <param name="lun">The number of the logical unit, 0 to 255.</param>
/// <example>
/// <code title="members">
/// [IscsiVolume("10.0.2.15:3260", "iqn.2001-04.com.example:storage.disk1", 0, MountPath = "/archive", ReadOnly = true)]
/// public static partial Volume Archive { get; }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Property, Inherited = false, AllowMultiple = true)]
public sealed class IscsiVolumeAttribute(string targetPortal, string iqn, int lun) : VolumeAttribute
{
    /// <summary>The address of the target.</summary>
    public string TargetPortal { get; } = targetPortal;

    /// <summary>The qualified name of the target.</summary>
    public string Iqn { get; } = iqn;

    /// <summary>The number of the logical unit.</summary>
    public int Lun { get; } = lun;

    /// <summary>Further addresses of the target; default: none.</summary>
    public string[]? Portals { get; set; }

    /// <summary>The file system, such as <c>xfs</c>; default <c>ext4</c>.</summary>
    public string? FsType { get; set; }

    /// <summary>The name of the interface. Kubernetes: <c>iscsiInterface</c>; default <c>default</c>, which is TCP.</summary>
    public string? Interface { get; set; }

    /// <summary>The qualified name under which the node connects; default: its own.</summary>
    public string? InitiatorName { get; set; }

    /// <summary>Whether targets are looked for with CHAP authentication; default <see langword="false"/>.</summary>
    public bool ChapAuthDiscovery { get; set; }

    /// <summary>Whether sessions have CHAP authentication; default <see langword="false"/>.</summary>
    public bool ChapAuthSession { get; set; }

    /// <summary>The Secret that has the user and the password for CHAP. Kubernetes: <c>secretRef</c>.</summary>
    public string? Secret { get; set; }
}
