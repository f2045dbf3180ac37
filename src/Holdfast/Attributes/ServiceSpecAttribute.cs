namespace Holdfast;

/// <summary>What the attributes of Services with an address of their own have in common.</summary>
public abstract class ServiceSpecAttribute : DeclarationAttribute
{
    private protected ServiceSpecAttribute()
    {
    }

    /// <summary>The members that declare the ports it offers, <c>nameof(Client)</c>; default: every port.</summary>
    public string[]? Ports { get; set; }

    /// <summary>From where it can be reached; default <see cref="ServiceType.ClusterIP"/>, inside the cluster.</summary>
    public ServiceType Type { get; set; }

    /// <summary>
    /// Whether a client's connections lead to one member; left out, <see cref="SessionAffinity.None"/>, or
    /// <see cref="SessionAffinity.ClientIP"/> where there are <see cref="SessionAffinityTimeoutSeconds"/>.
    /// </summary>
    public SessionAffinity SessionAffinity { get; set; }

    /// <summary>
    /// Seconds without a connection after which a client may get another member, 1 to 86400; default 10800. Only with
    /// <see cref="SessionAffinity.ClientIP"/>.
    /// </summary>
    public int SessionAffinityTimeoutSeconds { get; set; } = 10800;

    /// <summary>
    /// Which members get traffic from outside of the cluster; default <see cref="TrafficPolicy.Cluster"/>. Only with
    /// <see cref="ServiceType.NodePort"/> and <see cref="ServiceType.LoadBalancer"/>.
    /// </summary>
    public TrafficPolicy ExternalTrafficPolicy { get; set; }

    /// <summary>Which members get traffic from inside the cluster; default <see cref="TrafficPolicy.Cluster"/>.</summary>
    public TrafficPolicy InternalTrafficPolicy { get; set; }

    /// <summary>
    /// The kind of load balancer, a name that its controller gives: <c>example.com/internal</c>; left out, the cluster's
    /// default. Only with <see cref="ServiceType.LoadBalancer"/>, and it cannot be changed once the Service exists.
    /// </summary>
    public string? LoadBalancerClass { get; set; }

    /// <summary>
    /// The networks that the load balancer lets in: <c>10.0.0.0/8</c>; left out, all. Only with
    /// <see cref="ServiceType.LoadBalancer"/>.
    /// </summary>
    public string[]? LoadBalancerSourceRanges { get; set; }

    /// <summary>Of how many IP versions it has addresses; left out, <see cref="IpFamilyPolicy.SingleStack"/>.</summary>
    public IpFamilyPolicy IpFamilyPolicy { get; set; }

    /// <summary>The IP versions of its addresses, the more important one first; left out, the cluster's.</summary>
    public IpFamily[]? IpFamilies { get; set; }

    /// <summary>Whether it also leads to members that are not ready; default <see langword="false"/>.</summary>
    public bool PublishNotReadyAddresses { get; set; }
}
