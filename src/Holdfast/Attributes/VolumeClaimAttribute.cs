namespace Holdfast;

/// <summary>
/// A volume claim template, on a <c>static partial</c> property of type <see cref="ClaimTemplate"/>: each replica gets its
/// own claim, named <c>&lt;template&gt;-&lt;application&gt;-&lt;ordinal&gt;</c>, that outlives its pod and is bound again by
/// its successor. Cannot be changed once the set exists.
/// </summary>
/// <param name="size">The size that is asked for, a quantity in bytes: <c>10Gi</c>, <c>500Mi</c>, <c>1Ti</c>.</param>
/// <example>
/// <code title="members">
/// [VolumeClaim("20Gi", MountPath = "/archive", StorageClass = "slow", AccessMode = AccessMode.ReadWriteOncePod)]
/// public static partial ClaimTemplate Archive { get; }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Property, Inherited = false, AllowMultiple = true)]
public sealed class VolumeClaimAttribute(string size) : DeclarationAttribute
{
    /// <summary>The size that is asked for.</summary>
    public string Size { get; } = size;

    /// <summary>The template's name, a DNS label; default: the property's name in that form.</summary>
    public string? Name { get; set; }

    /// <summary>Where the container sees the volume, an absolute path.</summary>
    public string? MountPath { get; set; }

    /// <summary>A directory of the volume to mount in place of its root, a relative path.</summary>
    public string? SubPath { get; set; }

    /// <summary>Which pods may mount the volume; default <see cref="AccessMode.ReadWriteOnce"/>.</summary>
    public AccessMode AccessMode { get; set; }

    /// <summary>The StorageClass; left out, the cluster's default. The empty string means no dynamic provisioning.</summary>
    public string? StorageClass { get; set; }

    /// <summary>Whether it is mounted for reading only.</summary>
    public bool ReadOnly { get; set; }

    /// <summary>
    /// Where the container sees the volume as a raw block device, in place of <see cref="MountPath"/>. Kubernetes:
    /// <c>volumeMode: Block</c> and <c>volumeDevices</c>.
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
