namespace Holdfast;

/// <summary>
/// A volume with a claim that is made with the pod and deleted with it: for what may be lost and is too large, or needs
/// another storage, than <see cref="EmptyDirAttribute"/> has. Kubernetes: <c>ephemeral.volumeClaimTemplate</c>. The claim
/// gets the labels and annotations that are declared for <see cref="ManifestTargets.Claims"/>.
/// </summary>
/// <param name="size">The size that is asked for, a quantity in bytes: <c>10Gi</c>, <c>500Mi</c>, <c>1Ti</c>.</param>
/// <example>
/// <code title="members">
/// [EphemeralClaim("50Gi", MountPath = "/scratch", StorageClass = "fast")]
/// public static partial Volume Scratch { get; }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Property, Inherited = false, AllowMultiple = true)]
public sealed class EphemeralClaimAttribute(string size) : VolumeAttribute
{
    /// <summary>The size that is asked for.</summary>
    public string Size { get; } = size;

    /// <summary>Which pods may mount the volume; default <see cref="AccessMode.ReadWriteOnce"/>.</summary>
    public AccessMode AccessMode { get; set; }

    /// <summary>The StorageClass; left out, the cluster's default. The empty string means no dynamic provisioning.</summary>
    public string? StorageClass { get; set; }

    /// <summary>
    /// Where the container sees the volume as a raw block device, in place of <see cref="VolumeAttribute.MountPath"/>.
    /// Kubernetes: <c>volumeMode: Block</c> and <c>volumeDevices</c>.
    /// </summary>
    public string? DevicePath { get; set; }

    /// <summary>The VolumeAttributesClass, where the driver supports them.</summary>
    public string? VolumeAttributesClass { get; set; }

    /// <summary>The PersistentVolumeClaim or, with <see cref="DataSourceKind"/>, other object that each new volume begins as a copy of.</summary>
    public string? DataSource { get; set; }

    /// <summary>The kind of <see cref="DataSource"/>; default <c>PersistentVolumeClaim</c>.</summary>
    public string? DataSourceKind { get; set; }

    /// <summary>The API group of <see cref="DataSource"/>, such as <c>snapshot.storage.k8s.io</c> for a <c>VolumeSnapshot</c>.</summary>
    public string? DataSourceApiGroup { get; set; }

    /// <summary>
    /// The namespace of <see cref="DataSource"/>; default: the claim's. Kubernetes: <c>dataSourceRef.namespace</c>, which is alpha,
    /// and a ReferenceGrant there must allow it.
    /// </summary>
    public string? DataSourceNamespace { get; set; }

    /// <summary>
    /// The largest size that the claim may get, a quantity in bytes. Kubernetes: <c>resources.limits.storage</c>, which drivers hardly
    /// ever look at.
    /// </summary>
    public string? SizeLimit { get; set; }

    /// <summary>
    /// Labels of the volumes that the claim may bind, which then are not made for it: <c>disk=fast</c>. Kubernetes: <c>selector</c>.
    /// </summary>
    public string[]? VolumeLabels { get; set; }

    /// <summary>The one volume that the claim binds, by its name; of several replicas only one can have it.</summary>
    public string? VolumeName { get; set; }
}
