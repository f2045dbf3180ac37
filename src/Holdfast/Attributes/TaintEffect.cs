namespace Holdfast;

/// <summary>What a taint does to pods that do not tolerate it.</summary>
public enum TaintEffect
{
    /// <summary>They are not scheduled to the node.</summary>
    NoSchedule,

    /// <summary>They are scheduled to the node only if no other node fits.</summary>
    PreferNoSchedule,

    /// <summary>They are not scheduled to the node, and evicted from it.</summary>
    NoExecute,
}
