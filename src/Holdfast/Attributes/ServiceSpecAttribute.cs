namespace Holdfast;

/// <summary>The common arguments of Services that have an address.</summary>
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
    /// Whether a client's connections lead to one replica; left out, <see cref="SessionAffinity.None"/>, or
    /// <see cref="SessionAffinity.ClientIP"/> where there are <see cref="SessionAffinityTimeoutSeconds"/>.
    /// </summary>
    public SessionAffinity SessionAffinity { get; set; }

    /// <summary>
    /// Seconds without a connection after which a client may get another replica, 1 to 86400; default 10800. Only with
    /// <see cref="SessionAffinity.ClientIP"/>.
    /// </summary>
    public int SessionAffinityTimeoutSeconds { get; set; } = 10800;

    /// <summary>
    /// Which replicas get traffic from outside the cluster; default <see cref="TrafficPolicy.Cluster"/>. Only with
    /// <see cref="ServiceType.NodePort"/> and <see cref="ServiceType.LoadBalancer"/>.
    /// </summary>
    public TrafficPolicy ExternalTrafficPolicy { get; set; }

    /// <summary>Which replicas get traffic from inside the cluster; default <see cref="TrafficPolicy.Cluster"/>.</summary>
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

    /// <summary>
    /// Whether a load balancer gets ports of the nodes; default <see langword="true"/>. One that leads to pods without them
    /// saves the ports. Only with <see cref="ServiceType.LoadBalancer"/>.
    /// </summary>
    public bool AllocateLoadBalancerNodePorts { get; set; } = true;

    /// <summary>
    /// The address that the load balancer is asked for; left out, any. Kubernetes: <c>loadBalancerIP</c>, which not every
    /// load balancer looks at.
    /// </summary>
    public string? LoadBalancerIp { get; set; }

    /// <summary>
    /// The port of the nodes where a load balancer asks whether a node has a replica, 1 to 65535; left out, the cluster picks
    /// one. Only with <see cref="ServiceType.LoadBalancer"/> and <see cref="TrafficPolicy.Local"/> as
    /// <see cref="ExternalTrafficPolicy"/>.
    /// </summary>
    public int HealthCheckNodePort { get; set; }

    /// <summary>
    /// Addresses outside the cluster that are routed to its nodes, and that the nodes accept as this Service's; left out,
    /// none. Kubernetes 1.36 warns about them: an account that may declare them can take over traffic.
    /// </summary>
    public string[]? ExternalIps { get; set; }

    /// <summary>
    /// Its addresses in the cluster, one for each IP version; left out, the cluster gives them. They cannot be changed once
    /// the Service exists.
    /// </summary>
    public string[]? ClusterIps { get; set; }

    /// <summary>
    /// Which replicas get a client's connections where there is a choice; left out, all alike.
    /// </summary>
    public TrafficDistribution TrafficDistribution { get; set; }

    /// <summary>Of how many IP versions it has addresses; left out, <see cref="IpFamilyPolicy.SingleStack"/>.</summary>
    public IpFamilyPolicy IpFamilyPolicy { get; set; }

    /// <summary>The IP versions of its addresses, the more important one first; left out, the cluster's.</summary>
    public IpFamily[]? IpFamilies { get; set; }

    /// <summary>Whether it also leads to replicas that are not ready; default <see langword="false"/>.</summary>
    public bool PublishNotReadyAddresses { get; set; }

    /// <summary>
    /// The DNS name of something else that the Service's name leads to, such as a database outside the cluster:
    /// <c>orders.example.com</c>. The type is <see cref="ServiceType.ExternalName"/> then, without ports and replicas.
    /// </summary>
    public string? ExternalName { get; set; }

    /// <summary>
    /// Labels of the pods that it leads to, each as <c>key=value</c>, in place of the application's: for a role that replicas label
    /// themselves with.
    /// </summary>
    public string[]? Selector { get; set; }
}
