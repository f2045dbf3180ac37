using Holdfast.WellKnown;

namespace Holdfast;

/// <summary>
/// Services of an application that lead to one replica each, in the set's namespace. Each has its own address, so
/// it can be reached from outside the cluster where the pod's DNS name cannot.
/// </summary>
public sealed class ReplicaServices
{
    /// <summary>Describes the Services.</summary>
    /// <param name="set">The set whose replicas they lead to.</param>
    /// <param name="name">The start of their names, a DNS label; a dash and the replica's ordinal follow.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is not a DNS label.</exception>
    public ReplicaServices(StatefulSetInfo set, string name)
    {
        ArgumentNullException.ThrowIfNull(set);
        Set = set;
        Name = Require.DnsLabel(name, "Service name", nameof(name));
    }

    /// <summary>The set whose replicas they lead to.</summary>
    public StatefulSetInfo Set { get; }

    /// <summary>The start of their names.</summary>
    public string Name { get; }

    /// <summary>
    /// The Service that leads to one replica. The manifest has one for each declared replica; a set that is scaled
    /// beyond that has replicas without one.
    /// </summary>
    /// <param name="pod">
    /// The replica. Namespace and cluster domain may be known to the Services or to the pod; either is enough.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="pod"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="pod"/> is of another set, namespace or cluster domain, or the name gets too long with its ordinal.
    /// </exception>
    public Service this[Pod pod]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(pod);
            Require.OfSame(Set, pod.Set, $"The Services \"{Name}\"", $"pod \"{pod}\"", nameof(pod));
            return new Service(pod.Set.CompletedBy(Set), KubernetesNames.Pod(Name, pod.Ordinal));
        }
    }

    /// <summary>The same Services with their namespace known, so that their DNS names are fully qualified.</summary>
    /// <param name="namespace">The namespace, a DNS label.</param>
    /// <param name="clusterDomain">The cluster's DNS zone; left out, the one that is known, or else <c>cluster.local</c>.</param>
    /// <returns>The Services in that namespace.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="namespace"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="namespace"/> or <paramref name="clusterDomain"/> is not a DNS name.</exception>
    public ReplicaServices In(string @namespace, string? clusterDomain = null) => new(Set.In(@namespace, clusterDomain), Name);

    /// <summary>The start of their names.</summary>
    /// <returns>The start of their names.</returns>
    public override string ToString() => Name;
}
