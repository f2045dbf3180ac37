namespace Holdfast.Discovery;

/// <summary>The options of <c>AddHoldfast</c>.</summary>
public sealed class HoldfastOptions
{
    /// <summary>
    /// Whether this process is a replica of the set; default <see langword="true"/>, and then the host does not start where it
    /// cannot tell which replica it is. <see langword="false"/> for clients of the set.
    /// </summary>
    public bool IsReplica { get; set; } = true;

    /// <summary>What to do outside a cluster; default nothing, and then <c>HOLDFAST_ORDINAL</c> must say which replica to play.</summary>
    public PodIdentityOptions Identity { get; set; } = new();

    /// <summary>How replicas are looked up.</summary>
    public DiscoveryOptions Discovery { get; } = new();

    /// <summary>How this replica finds out whether it leaves the set when it is stopped.</summary>
    public DepartureOptions Departure { get; } = new();

    /// <summary>
    /// The number of replicas that must resolve for the health check not to be unhealthy, 0 or more; default the majority of
    /// the declared ones.
    /// </summary>
    public int? RequiredReplicas { get; set; }

    /// <summary>The port for which the health check asks by SRV; default none, and then it asks by name.</summary>
    public ServicePort? HealthCheckPort { get; set; }
}
