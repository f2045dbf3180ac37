namespace Holdfast;

/// <summary>
/// Certificates of ClusterTrustBundles as a file of a <see cref="ProjectedVolumeAttribute"/>: exactly one of
/// <see cref="Name"/> and <see cref="SignerName"/>. Kubernetes: <c>clusterTrustBundle</c>, which not every cluster has.
/// </summary>
/// <param name="path">The file's path in the volume, relative: <c>ca.pem</c>.</param>
/// <example>
/// <code title="members">
/// [ProjectedVolume(MountPath = "/etc/pod")]
/// [ProjectedTrustBundle("ca.pem", Name = "corporate")]
/// public static partial Volume PodFiles { get; }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Property, Inherited = false, AllowMultiple = true)]
public sealed class ProjectedTrustBundleAttribute(string path) : RepeatableDeclarationAttribute
{
    /// <summary>The file's path in the volume.</summary>
    public string Path { get; } = path;

    /// <summary>The ClusterTrustBundle's name.</summary>
    public string? Name { get; set; }

    /// <summary>The signer whose ClusterTrustBundles are taken, all of them.</summary>
    public string? SignerName { get; set; }

    /// <summary>Whether the pod starts without it; default: it waits for it.</summary>
    public bool Optional { get; set; }

    /// <summary>Labels of the ClusterTrustBundles of <see cref="SignerName"/> that are taken; default: all.</summary>
    public string[]? Labels { get; set; }
}
