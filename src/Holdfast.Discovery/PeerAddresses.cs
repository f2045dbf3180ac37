namespace Holdfast.Discovery;

/// <summary>Which addresses of replicas are asked for.</summary>
public enum PeerAddresses
{
    /// <summary>IPv4, and IPv6 of a replica that has no IPv4 address. In a cluster with IPv4 one look-up is then one query.</summary>
    IPv4OrIPv6,

    /// <summary>IPv4 alone (A records).</summary>
    IPv4,

    /// <summary>IPv6 alone (AAAA records).</summary>
    IPv6,

    /// <summary>All of both, in two queries.</summary>
    Both,
}
