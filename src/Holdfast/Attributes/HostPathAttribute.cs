namespace Holdfast;

/// <summary>
/// A file or directory of the node. A replica that moves to another node finds another one there, so do not keep data there.
/// </summary>
/// <param name="path">The path on the node.</param>
/// <example>
/// <code title="members">
/// [HostPath("/var/log/orders", Type = HostPathType.Directory, MountPath = "/host/log", ReadOnly = true)]
/// public static partial Volume Logs { get; }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Property, Inherited = false, AllowMultiple = true)]
public sealed class HostPathAttribute(string path) : VolumeAttribute
{
    /// <summary>The path on the node.</summary>
    public string Path { get; } = path;

    /// <summary>
    /// What must be there, or is made: <c>Directory</c>, <c>DirectoryOrCreate</c>, <c>File</c>, <c>FileOrCreate</c>,
    /// <c>Socket</c>, <c>CharDevice</c> or <c>BlockDevice</c>; default: nothing is checked.
    /// </summary>
    public HostPathType Type { get; set; }
}
