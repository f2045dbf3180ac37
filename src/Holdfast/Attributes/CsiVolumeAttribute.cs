namespace Holdfast;

/// <summary>
/// A volume that a CSI driver makes for the pod and that is gone with it. Kubernetes: <c>csi</c>; the driver must allow such
/// use (<c>volumeLifecycleModes: Ephemeral</c>). With <see cref="VolumeAttribute.ReadOnly"/> the driver gets that, too.
/// </summary>
/// <param name="driver">The driver's name: <c>secrets-store.csi.k8s.io</c>.</param>
/// <example>
/// <code title="members">
/// [CsiVolume("secrets-store.csi.k8s.io", MountPath = "/mnt/secrets", ReadOnly = true, Attributes = new[] { "secretProviderClass=orders" })]
/// public static partial Volume Secrets { get; }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Property, Inherited = false, AllowMultiple = true)]
public sealed class CsiVolumeAttribute(string driver) : VolumeAttribute
{
    /// <summary>The driver's name.</summary>
    public string Driver { get; } = driver;

    /// <summary>The file system, such as <c>ext4</c>; default: the driver's.</summary>
    public string? FsType { get; set; }

    /// <summary>Parameters for the driver, each as <c>key=value</c>. Kubernetes: <c>volumeAttributes</c>.</summary>
    public string[]? Attributes { get; set; }

    /// <summary>The Secret that the driver is given when it makes the volume. Kubernetes: <c>nodePublishSecretRef</c>.</summary>
    public string? NodePublishSecret { get; set; }
}
