namespace Holdfast;

/// <summary>How the files of a volume get the SELinux label of the pod.</summary>
public enum SeLinuxChangePolicy
{
    /// <summary>By an option of the mount, at once; two pods with different labels cannot share a volume on one node.</summary>
    MountOption,

    /// <summary>File by file at each mount.</summary>
    Recursive,
}
