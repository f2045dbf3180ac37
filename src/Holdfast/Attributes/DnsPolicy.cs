namespace Holdfast;

/// <summary>Where a pod resolves names.</summary>
public enum DnsPolicy
{
    /// <summary>In the cluster, and beyond it as the node does. On the host's network it is only as the node does.</summary>
    ClusterFirst,

    /// <summary>In the cluster, and beyond it as the node does; also on the host's network.</summary>
    ClusterFirstWithHostNet,

    /// <summary>As the node does: names of the cluster are not known.</summary>
    Default,

    /// <summary>As the declaration says, and nowhere else.</summary>
    None,
}
