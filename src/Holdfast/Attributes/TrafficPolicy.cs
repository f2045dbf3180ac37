namespace Holdfast;

/// <summary>Which replicas a node hands traffic to.</summary>
public enum TrafficPolicy
{
    /// <summary>All that are ready.</summary>
    Cluster,

    /// <summary>Those on the same node; where there are none the traffic is dropped. Clients' addresses are kept.</summary>
    Local,
}
