namespace Holdfast;

/// <summary>A volume that is empty when the pod starts and gone with it: for what can be lost.</summary>
/// <example>
/// <code title="members">
/// [EmptyDir(MountPath = "/tmp", SizeLimit = "256Mi")]
/// public static partial Volume Scratch { get; }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Property, Inherited = false, AllowMultiple = true)]
public sealed class EmptyDirAttribute : VolumeAttribute
{
    /// <summary>Whether it is kept in memory, which counts as the container's; default: on the node's disk.</summary>
    public bool InMemory { get; set; }

    /// <summary>The size beyond which the pod is evicted, a quantity in bytes: <c>256Mi</c>.</summary>
    public string? SizeLimit { get; set; }

    /// <summary>
    /// The medium in place of <see cref="InMemory"/>: <c>Memory</c>, <c>HugePages</c> or <c>HugePages-2Mi</c>; default: the node's
    /// disk.
    /// </summary>
    public string? Medium { get; set; }
}
