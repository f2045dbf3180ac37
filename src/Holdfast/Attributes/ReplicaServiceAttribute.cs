namespace Holdfast;

/// <summary>
/// A Service with its own address for each replica, on a <c>static partial</c> property of type
/// <see cref="ReplicaServices"/>: for clients that must reach a certain replica from where its DNS name is unknown, such
/// as outside the cluster. There is one for each of the declared <see cref="StatefulAppAttribute.Replicas"/>,
/// at most 10,000 (HF9024).
/// </summary>
/// <example>
/// <code title="members">
/// [ReplicaService(Name = "orders-node", Type = ServiceType.LoadBalancer)]
/// public static partial ReplicaServices PerReplica { get; }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Property, Inherited = false, AllowMultiple = true)]
public sealed class ReplicaServiceAttribute : ServiceSpecAttribute
{
    /// <summary>
    /// What the Services' names begin with, a DNS label that begins with a letter; a dash and the replica's ordinal follow.
    /// Default: the application's name, so that they have the pods' names (<c>zookeeper-0</c>).
    /// </summary>
    public string? Name { get; set; }
}
