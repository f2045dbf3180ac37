using Holdfast.WellKnown;

namespace Holdfast;

/// <summary>
/// A replica of a StatefulSet: the identity that outlives the pod that currently has it. Two are equal when they are
/// the same replica under the same DNS name, however many replicas the set has.
/// </summary>
/// <remarks>
/// A pod whose namespace is known does not equal the same pod while its namespace is not, because their names differ.
/// To find this process among the replicas, use <see cref="PodIdentity.Is(Pod)"/> or <see cref="PodSet.Except(PodIdentity)"/>.
/// </remarks>
public sealed class Pod : IEquatable<Pod>
{
    internal Pod(StatefulSetInfo set, int ordinal)
    {
        Set = set;
        Ordinal = ordinal;
    }

    /// <summary>The pod's name, <c>&lt;set&gt;-&lt;ordinal&gt;</c>; the container's host name is the same.</summary>
    public string Name => KubernetesNames.Pod(Set.Name, Ordinal);

    /// <summary>The pod's ordinal; the first replica's is the set's <see cref="StatefulSetInfo.OrdinalStart"/>.</summary>
    public int Ordinal { get; }

    /// <summary>The pod's position in the set, which counts from 0 whatever the first ordinal is.</summary>
    public int Index => Ordinal - Set.OrdinalStart;

    /// <summary>The set that the pod is a replica of.</summary>
    public StatefulSetInfo Set { get; }

    /// <summary>
    /// The pod's DNS name: <c>zookeeper-0.zookeeper</c> while the namespace is not known, which resolves in pods of the
    /// same namespace; <c>zookeeper-0.zookeeper.shop.svc.cluster.local</c> once it is.
    /// </summary>
    /// <exception cref="InvalidOperationException">The set has no governing Service, so the pod has no DNS name.</exception>
    public string HostName =>
        KubernetesNames.PodHost(Name, Set.RequireServiceName(), Set.Namespace, Set.ClusterDomain);

    /// <summary>Whether both are the same replica under the same DNS name.</summary>
    /// <param name="other">The other pod.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(Pod? other) =>
        other is not null
        && Ordinal == other.Ordinal
        && Set.Name == other.Set.Name
        && Set.ServiceName == other.Set.ServiceName
        && Set.Namespace == other.Set.Namespace
        && Set.ClusterDomain == other.Set.ClusterDomain;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Pod);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Ordinal, Set.Name, Set.ServiceName, Set.Namespace, Set.ClusterDomain);

    /// <summary>The pod's name.</summary>
    /// <returns>The pod's name.</returns>
    public override string ToString() => Name;

    /// <summary>Whether both are the same replica under the same DNS name.</summary>
    /// <param name="left">One pod.</param>
    /// <param name="right">The other pod.</param>
    /// <returns>Whether they are equal.</returns>
    public static bool operator ==(Pod? left, Pod? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether they are different replicas, or the same under different DNS names.</summary>
    /// <param name="left">One pod.</param>
    /// <param name="right">The other pod.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(Pod? left, Pod? right) => !(left == right);

    /// <summary>Whether no known value distinguishes the two pods.</summary>
    internal bool MayBeSame(Pod other) => Ordinal == other.Ordinal && Set.MayBeSame(other.Set);
}
