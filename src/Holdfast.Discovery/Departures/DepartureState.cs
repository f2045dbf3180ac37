namespace Holdfast.Discovery;

/// <summary>Whether a replica that is stopped now comes back.</summary>
public enum DepartureState
{
    /// <summary>It is not known; <see cref="Departure.Reason"/> says why.</summary>
    Unknown,

    /// <summary>The set has this replica: its pod is made again under the same name, with the same claims.</summary>
    Staying,

    /// <summary>The set does not have this replica any more: no pod of its name is made again.</summary>
    Leaving,
}
