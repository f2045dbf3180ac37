namespace Holdfast.Discovery;

/// <summary>What <c>AddHoldfast</c> can be told.</summary>
public sealed class HoldfastOptions
{
    /// <summary>
    /// Whether this process is a member of the set; default <see langword="true"/>, and then it does not start where it cannot
    /// tell which. <see langword="false"/> for clients of the set.
    /// </summary>
    public bool IsMember { get; set; } = true;

    /// <summary>What to do outside a cluster; default nothing, and then <c>HOLDFAST_ORDINAL</c> must say which member to play.</summary>
    public PodIdentityOptions Identity { get; set; } = new();

    /// <summary>How members are looked up.</summary>
    public DiscoveryOptions Discovery { get; } = new();

    /// <summary>
    /// How many members must resolve for the health check not to be unhealthy, 0 or more; default the majority of the declared
    /// ones.
    /// </summary>
    public int? RequiredMembers { get; set; }

    /// <summary>The port for which the health check asks by SRV; default none, and then it asks by name.</summary>
    public ServicePort? HealthCheckPort { get; set; }
}
