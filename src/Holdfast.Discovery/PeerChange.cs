using System.Collections.Immutable;

namespace Holdfast.Discovery;

/// <summary>What differs between two look-ups of a watch. The first has all replicas that are there as <see cref="Added"/>.</summary>
public sealed class PeerChange
{
    internal PeerChange(PeerSnapshot? before, PeerSnapshot after)
    {
        ImmutableArray<Peer> old = before is null ? [] : [.. before.Replicas];
        Snapshot = after;
        Added = [.. after.Replicas.Where(replica => !old.Any(other => other.Pod.Ordinal == replica.Pod.Ordinal))];
        Removed = [.. old.Where(replica => after.Find(replica.Pod) is null)];
        Changed = [.. after.Replicas.Where(replica => old.Any(other => other.Pod.Ordinal == replica.Pod.Ordinal && !other.Equals(replica)))];
    }

    /// <summary>All replicas as they are now.</summary>
    public PeerSnapshot Snapshot { get; }

    /// <summary>Replicas that were not there before.</summary>
    public IReadOnlyList<Peer> Added { get; }

    /// <summary>Replicas that are not there any more, as they were.</summary>
    public IReadOnlyList<Peer> Removed { get; }

    /// <summary>Replicas that have another address or port, as they are now: their pod was replaced.</summary>
    public IReadOnlyList<Peer> Changed { get; }
}
