namespace Holdfast;

/// <summary>When the files of a volume are given to the group of the pod.</summary>
public enum FsGroupChangePolicy
{
    /// <summary>At each mount, which takes minutes on a volume of millions of files.</summary>
    Always,

    /// <summary>Only where the root of the volume has another group or other permissions.</summary>
    OnRootMismatch,
}
