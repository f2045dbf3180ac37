namespace Holdfast.Discovery;

/// <summary>Whether this replica leaves its set or comes back, as it was when the answer was given.</summary>
public sealed record Departure
{
    /// <summary>Whether it leaves, stays, or that is not known.</summary>
    public required DepartureState State { get; init; }

    /// <summary>Why it leaves.</summary>
    public DepartureCause Cause { get; init; }

    /// <summary>Where the answer comes from.</summary>
    public DepartureSource Source { get; init; }

    /// <summary>The answer in words, for a log; for <see cref="DepartureState.Unknown"/> also what to do about it.</summary>
    public required string Reason { get; init; }

    /// <summary>
    /// The set with the size and the first ordinal that it has now: its <see cref="StatefulSetInfo.Pods"/> are the replicas that remain, none where
    /// it is deleted. <see langword="null"/> where it is not known.
    /// </summary>
    public StatefulSetInfo? Set { get; init; }

    /// <summary>
    /// Whether the claims stay when the replica is gone (<c>persistentVolumeClaimRetentionPolicy</c>); <see langword="null"/> where it is not known.
    /// Claims that stay have the data still, and a later replica of this ordinal finds it there.
    /// </summary>
    public bool? KeepsClaims { get; init; }

    /// <summary>The answer in words.</summary>
    /// <returns>The state and the reason.</returns>
    public override string ToString() => $"{State}: {Reason}";
}
