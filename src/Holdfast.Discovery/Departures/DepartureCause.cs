namespace Holdfast.Discovery;

/// <summary>Why a replica leaves its set.</summary>
public enum DepartureCause
{
    /// <summary>It does not leave, or that is not known.</summary>
    None,

    /// <summary>The set has fewer replicas, and this ordinal is beyond the last one.</summary>
    ScaledIn,

    /// <summary>The ordinals begin after this one.</summary>
    OrdinalsMoved,

    /// <summary>The set is deleted, or is being deleted with its pods.</summary>
    SetDeleted,

    /// <summary>The pod has the mark of <see cref="DepartureOptions.MarkFile"/>.</summary>
    Marked,
}
