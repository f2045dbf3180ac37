namespace Holdfast;

/// <summary>
/// How the replicas resolve names. Kubernetes: <c>dnsPolicy</c> and <c>dnsConfig</c>. Replicas find each other by the
/// cluster's DNS, so with a <see cref="Policy"/> that leaves it out the <see cref="Nameservers"/> must know it.
/// </summary>
/// <example>
/// <code title="attributes">
/// [Dns(Options = new[] { "ndots:2" })]
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false, AllowMultiple = true)]
public sealed class DnsAttribute : DeclarationAttribute
{
    /// <summary>
    /// Where names are resolved; left out, <see cref="DnsPolicy.ClusterFirst"/>, or
    /// <see cref="DnsPolicy.ClusterFirstWithHostNet"/> where replicas use their host's network.
    /// </summary>
    public DnsPolicy Policy { get; set; }

    /// <summary>
    /// IP addresses of name servers, at most 3; they come before those of the policy. <see cref="DnsPolicy.None"/> needs one.
    /// </summary>
    public string[]? Nameservers { get; set; }

    /// <summary>Domains in which short names are looked up, at most 32; they come after those of the policy.</summary>
    public string[]? Searches { get; set; }

    /// <summary>The resolver's options as <c>resolv.conf</c> writes them: <c>ndots:2</c>, <c>edns0</c>.</summary>
    public string[]? Options { get; set; }
}
