namespace Holdfast;

/// <summary>
/// Spreads the replicas over the domains of a topology: hosts, zones. Takes the place of the spread that every application
/// has, which is over hosts and soft; <see cref="NoSpreadAttribute"/> takes that away. Kubernetes:
/// <c>topologySpreadConstraints</c>; it counts the replicas of this application.
/// </summary>
/// <param name="topologyKey">
/// The node label whose values are the domains: <c>kubernetes.io/hostname</c> (default), <c>topology.kubernetes.io/zone</c>
/// or one of the cluster's own. A label that no node has leaves the pods Pending where the spread is strict.
/// </param>
/// <example>
/// <code title="attributes">
/// [Spread("topology.kubernetes.io/zone", WhenUnsatisfiable = UnsatisfiableAction.DoNotSchedule)]
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false, AllowMultiple = true)]
public sealed class SpreadAttribute(string topologyKey = WellKnown.KubernetesLabels.HostName) : RepeatableDeclarationAttribute
{
    /// <summary>The node label whose values are the domains.</summary>
    public string TopologyKey { get; } = topologyKey;

    /// <summary>How many replicas more one domain may have than the one with the fewest, 1 or more; default 1.</summary>
    public int MaxSkew { get; set; } = 1;

    /// <summary>
    /// What becomes of a replica that would break the rule; default <see cref="UnsatisfiableAction.ScheduleAnyway"/>.
    /// </summary>
    public UnsatisfiableAction WhenUnsatisfiable { get; set; }

    /// <summary>
    /// The number of domains below which those that are missing count as domains without replicas, 1 or more; only with
    /// <see cref="UnsatisfiableAction.DoNotSchedule"/>. Left out, 1.
    /// </summary>
    public int MinDomains { get; set; } = 1;

    /// <summary>
    /// Label keys by whose values replicas are counted apart, such as <c>controller-revision-hash</c>, so that an update is
    /// spread by itself; left out, none. Since Kubernetes 1.27.
    /// </summary>
    public string[]? MatchLabelKeys { get; set; }

    /// <summary>
    /// Whether nodes that node selectors and node affinities rule out count as domains; default
    /// <see cref="NodeInclusionPolicy.Honor"/>: they do not.
    /// </summary>
    public NodeInclusionPolicy NodeAffinityPolicy { get; set; }

    /// <summary>
    /// Whether nodes with taints that replicas do not tolerate count as domains; default
    /// <see cref="NodeInclusionPolicy.Ignore"/>: they do.
    /// </summary>
    public NodeInclusionPolicy NodeTaintsPolicy { get; set; } = NodeInclusionPolicy.Ignore;

    /// <summary>
    /// Labels of the pods that are counted: <c>app=kafka</c>, <c>app in (kafka, zookeeper)</c>; default: the replicas of the
    /// application.
    /// </summary>
    public string[]? Labels { get; set; }
}
