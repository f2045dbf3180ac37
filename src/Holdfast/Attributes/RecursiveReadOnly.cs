namespace Holdfast;

/// <summary>Whether mounts inside a volume that is read only are read only, too.</summary>
public enum RecursiveReadOnly
{
    /// <summary>They need not be.</summary>
    Disabled,

    /// <summary>They are where the node can do it.</summary>
    IfPossible,

    /// <summary>They are, or the pod does not start.</summary>
    Enabled,
}
