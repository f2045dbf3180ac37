namespace Holdfast;

/// <summary>Which pods may mount a volume at the same time.</summary>
public enum AccessMode
{
    /// <summary>Pods of one node, for reading and writing.</summary>
    ReadWriteOnce,

    /// <summary>Pods of any node, for reading.</summary>
    ReadOnlyMany,

    /// <summary>Pods of any node, for reading and writing. Few storage classes support it.</summary>
    ReadWriteMany,

    /// <summary>One single pod in the whole cluster, for reading and writing.</summary>
    ReadWriteOncePod,
}
