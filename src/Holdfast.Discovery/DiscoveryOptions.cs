using System.Net;

namespace Holdfast.Discovery;

/// <summary>How replicas are looked up in DNS. The defaults fit a pod in a cluster.</summary>
public sealed class DiscoveryOptions
{
    /// <summary>
    /// The namespace of the set, a DNS label. Default: as declared, else as this process has learnt it, else that of its pod
    /// (<c>POD_NAMESPACE</c>, the service account's file, the search path in <c>/etc/resolv.conf</c>).
    /// </summary>
    public string? Namespace { get; set; }

    /// <summary>
    /// The cluster's DNS zone, without a dot at the end. Default: as declared, else from the search path in
    /// <c>/etc/resolv.conf</c>, else <c>cluster.local</c>.
    /// </summary>
    public string? ClusterDomain { get; set; }

    /// <summary>
    /// Whether names are looked up as absolute ones, with a dot at the end, so that one look-up is one query; default
    /// <see langword="true"/>. Otherwise names are as short as the declaration allows, and are tried with each entry of the
    /// search path.
    /// </summary>
    public bool AbsoluteNames { get; set; } = true;

    /// <summary>Which addresses are asked for; default <see cref="PeerAddresses.IPv4OrIPv6"/>.</summary>
    public PeerAddresses Addresses { get; set; }

    /// <summary>
    /// How long DNS servers remember that there is no such name, where their answer does not say; more than zero, default 30
    /// seconds as in CoreDNS's configuration for clusters. A watch asks again after that time, never earlier.
    /// </summary>
    public TimeSpan NegativeCacheTime { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The first wait between two look-ups of a watch, more than zero; default 5 seconds.</summary>
    public TimeSpan MinRefresh { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// The longest wait between two look-ups of a watch; default 60 seconds. More than <see cref="NegativeCacheTime"/>, and
    /// not less than <see cref="MinRefresh"/>.
    /// </summary>
    public TimeSpan MaxRefresh { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// The DNS servers to ask, in this order; default none, and then the one of a local cluster is asked (<c>HOLDFAST_DNS</c>), or the system's are.
    /// </summary>
    public IList<IPEndPoint> Servers { get; } = [];

    /// <summary>How long one attempt to ask one server may take, more than zero; default 2 seconds.</summary>
    public TimeSpan QueryTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How often each server is asked again when it does not answer, 0 or more; default 2.</summary>
    public int Retries { get; set; } = 2;
}
