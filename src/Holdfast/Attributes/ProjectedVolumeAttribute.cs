namespace Holdfast;

/// <summary>
/// A volume of files from several sources. Each source is a further attribute on the same property:
/// <see cref="ProjectedConfigMapAttribute"/>, <see cref="ProjectedSecretAttribute"/>, <see cref="ProjectedFieldAttribute"/>,
/// <see cref="ProjectedTokenAttribute"/>, <see cref="ProjectedTrustBundleAttribute"/>. With fields alone it is what
/// Kubernetes calls a downward API volume.
/// </summary>
/// <example>
/// <code title="members">
/// [ProjectedVolume(MountPath = "/etc/pod", DefaultMode = 292)]
/// [ProjectedConfigMap("orders-settings")]
/// [ProjectedField("annotations", FieldPath = "metadata.annotations")]
/// public static partial Volume PodFiles { get; }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Property, Inherited = false, AllowMultiple = true)]
public sealed class ProjectedVolumeAttribute : VolumeAttribute
{
    /// <summary>The files' permissions, 0 to 511; default 420, which is <c>0644</c> in octal.</summary>
    public int DefaultMode { get; set; }
}
