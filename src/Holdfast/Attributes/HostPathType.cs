namespace Holdfast;

/// <summary>What must be at a path of the node.</summary>
public enum HostPathType
{
    /// <summary>Nothing is checked.</summary>
    Unset,

    /// <summary>A directory.</summary>
    Directory,

    /// <summary>A directory, which is made where it is missing.</summary>
    DirectoryOrCreate,

    /// <summary>A file.</summary>
    File,

    /// <summary>A file, which is made where it is missing.</summary>
    FileOrCreate,

    /// <summary>A Unix socket.</summary>
    Socket,

    /// <summary>A character device.</summary>
    CharDevice,

    /// <summary>A block device.</summary>
    BlockDevice,
}
