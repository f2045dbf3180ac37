namespace Holdfast;

/// <summary>
/// Declares that the replicas form a quorum: the application works only while more than half of them do, as with Raft,
/// Paxos or ZooKeeper. It adds nothing to the manifests; rules check the number of replicas, the order in which they start
/// and the disruption budget.
/// </summary>
/// <example>
/// <code title="attributes">
/// [Quorum(Bootstrap = Bootstrap.Replicas)]
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false, AllowMultiple = true)]
public sealed class QuorumAttribute : DeclarationAttribute
{
    /// <summary>How the cluster is founded when it starts for the first time; default <see cref="Bootstrap.Replicas"/>.</summary>
    public Bootstrap Bootstrap { get; set; }

    /// <summary>
    /// Whether the readiness probe succeeds only once a replica sees others, for example as part of a quorum; default
    /// <c>false</c>.
    /// </summary>
    public bool ReadinessNeedsPeers { get; set; }
}
