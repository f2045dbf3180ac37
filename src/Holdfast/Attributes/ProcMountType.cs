namespace Holdfast;

/// <summary>What a container sees of <c>/proc</c>.</summary>
public enum ProcMountType
{
    /// <summary>Without what could harm the node.</summary>
    Default,

    /// <summary>All of it, for containers inside containers; only with a user namespace of the pod.</summary>
    Unmasked,
}
