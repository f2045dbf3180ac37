namespace Holdfast.Engine.Declarations;

/// <summary>Where a volume that is not a claim comes from.</summary>
internal enum VolumeKind
{
    /// <summary><c>emptyDir</c>.</summary>
    EmptyDir,

    /// <summary><c>configMap</c>.</summary>
    ConfigMap,

    /// <summary><c>secret</c>.</summary>
    Secret,

    /// <summary><c>hostPath</c>.</summary>
    HostPath,

    /// <summary><c>ephemeral</c>.</summary>
    EphemeralClaim,

    /// <summary><c>csi</c>.</summary>
    Csi,

    /// <summary><c>nfs</c>.</summary>
    Nfs,

    /// <summary><c>iscsi</c>.</summary>
    Iscsi,

    /// <summary><c>fc</c>.</summary>
    Fc,

    /// <summary><c>image</c>.</summary>
    Image,

    /// <summary><c>projected</c>.</summary>
    Projected,
}
