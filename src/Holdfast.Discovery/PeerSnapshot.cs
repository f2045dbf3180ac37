using System.Collections.Immutable;

namespace Holdfast.Discovery;

/// <summary>The replicas of a set that DNS listed at one time. Immutable.</summary>
public sealed class PeerSnapshot
{
    private readonly ImmutableArray<Peer> _replicas;

    internal PeerSnapshot(StatefulSetInfo set, ServicePort? port, IEnumerable<Peer> replicas, DateTimeOffset time, TimeSpan? negativeTime)
    {
        _replicas = [.. replicas.OrderBy(replica => replica.Pod.Ordinal)];
        Set = set;
        Port = port;
        Time = time;
        NegativeTime = negativeTime;
        Peers = [.. _replicas.Where(replica => !replica.IsSelf)];
        Missing = [.. set.Pods.Where(pod => Find(pod) is null)];
    }

    /// <summary>The set whose replicas these are, with its namespace where that is known.</summary>
    public StatefulSetInfo Set { get; }

    /// <summary>The port that was asked for by SRV; <see langword="null"/> where replicas were looked up by name.</summary>
    public ServicePort? Port { get; }

    /// <summary>When the answers came.</summary>
    public DateTimeOffset Time { get; }

    /// <summary>All replicas that are there, by ordinal, this process included.</summary>
    public IReadOnlyList<Peer> Replicas => _replicas;

    /// <summary>The replicas that are there without this process, by ordinal.</summary>
    public IReadOnlyList<Peer> Peers { get; }

    /// <summary>This process, if it is a replica and DNS lists it.</summary>
    public Peer? Self => _replicas.FirstOrDefault(replica => replica.IsSelf);

    /// <summary>The declared replicas that are not there, by ordinal.</summary>
    public IReadOnlyList<Pod> Missing { get; }

    /// <summary>For how long servers remember that something was not there; null where all was there.</summary>
    internal TimeSpan? NegativeTime { get; }

    /// <summary>A replica, if it is there.</summary>
    /// <param name="pod">The replica.</param>
    /// <returns>The replica as DNS lists it, or <see langword="null"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="pod"/> is null.</exception>
    public Peer? Find(Pod pod)
    {
        ArgumentNullException.ThrowIfNull(pod);
        return pod.Set.Name == Set.Name ? _replicas.FirstOrDefault(replica => replica.Pod.Ordinal == pod.Ordinal) : null;
    }

    /// <summary>The replicas, separated by a comma and a space.</summary>
    /// <returns>The replicas.</returns>
    public override string ToString() => string.Join(", ", _replicas);

    internal bool HasSameReplicas(PeerSnapshot other) => _replicas.SequenceEqual(other._replicas);
}
