namespace Holdfast;

/// <summary>
/// Says that the members form a quorum: the application works only while more than half of them do, as with Raft, Paxos or
/// ZooKeeper. Nothing in the manifests comes of it; rules then look at the number of members, the order in which they start
/// and the disruption budget.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false, AllowMultiple = true)]
public sealed class QuorumAttribute : DeclarationAttribute
{
    /// <summary>Who makes the cluster when it starts for the first time; default <see cref="Bootstrap.Members"/>.</summary>
    public Bootstrap Bootstrap { get; set; }

    /// <summary>
    /// Whether the readiness probe says yes only once a member sees others, for example as part of a quorum; default
    /// <c>false</c>.
    /// </summary>
    public bool ReadinessNeedsPeers { get; set; }
}
