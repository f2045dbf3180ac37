namespace Holdfast;

/// <summary>A directory of an NFS server. It keeps its data when the pod is gone, and all replicas see the same one. Kubernetes: <c>nfs</c>.</summary>
/// <param name="server">The host name or IP address of the server.</param>
/// <param name="path">The path that the server exports, absolute.</param>
/// <example>
/// <code title="members">
/// [NfsVolume("nfs.example.com", "/export/archive", MountPath = "/archive", ReadOnly = true)]
/// public static partial Volume Archive { get; }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Property, Inherited = false, AllowMultiple = true)]
public sealed class NfsVolumeAttribute(string server, string path) : VolumeAttribute
{
    /// <summary>The host name or IP address of the server.</summary>
    public string Server { get; } = server;

    /// <summary>The path that the server exports.</summary>
    public string Path { get; } = path;
}
