namespace Holdfast;

/// <summary>How pods of a StatefulSet are created and deleted when it is scaled. Cannot be changed once the set exists.</summary>
public enum PodManagementPolicy
{
    /// <summary>One after the other: the next ordinal once the one before it is ready, the highest first on the way down.</summary>
    OrderedReady,

    /// <summary>All at once, without waiting. Right for replicas that need each other to become ready.</summary>
    Parallel,
}
