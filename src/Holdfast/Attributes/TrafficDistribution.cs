namespace Holdfast;

/// <summary>Which replicas get a client's connections, among those that are ready.</summary>
public enum TrafficDistribution
{
    /// <summary>Those in the client's zone, where there are any.</summary>
    PreferSameZone,

    /// <summary>Those on the client's node, or else in its zone, where there are any.</summary>
    PreferSameNode,

    /// <summary>The old name of <see cref="PreferSameZone"/>, for clusters before 1.34.</summary>
    PreferClose,
}
