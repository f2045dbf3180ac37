namespace Holdfast.WellKnown;

/// <summary>What is known of a cluster's DNS zone.</summary>
internal static class ClusterDomains
{
    /// <summary>The zone of a cluster that was set up without naming one; a default, the zone can be configured.</summary>
    public const string Default = "cluster.local";

    /// <summary>The label between a namespace and the zone in every Service's DNS name.</summary>
    public const string ServiceLabel = "svc";
}
