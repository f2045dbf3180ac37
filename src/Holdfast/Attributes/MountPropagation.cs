namespace Holdfast;

/// <summary>Whether mounts inside a volume are seen on the other side.</summary>
public enum MountPropagation
{
    /// <summary>They are not.</summary>
    None,

    /// <summary>What the node mounts later is seen in the container.</summary>
    HostToContainer,

    /// <summary>What the container mounts is also seen on the node; only in privileged containers.</summary>
    Bidirectional,
}
