using System.Collections;
using System.Collections.Immutable;

namespace Holdfast;

/// <summary>
/// The replicas of a StatefulSet in the order of their ordinals, or some of them. Immutable; it holds no list, so its
/// size costs nothing.
/// </summary>
public sealed class PodSet : IReadOnlyList<Pod>
{
    private readonly ImmutableSortedSet<int> _excepted;
    private readonly int _skipped;

    internal PodSet(StatefulSetInfo set)
        : this(set, [], 0)
    {
    }

    private PodSet(StatefulSetInfo set, ImmutableSortedSet<int> excepted, int skipped)
    {
        Set = set;
        _excepted = excepted;
        _skipped = skipped;
        Count = Math.Max(0, set.Replicas - skipped) - excepted.Count(IsInRange);
    }

    /// <summary>The set whose replicas these are.</summary>
    public StatefulSetInfo Set { get; }

    /// <summary>The number of pods.</summary>
    public int Count { get; }

    /// <summary>The first pod, the one with the lowest ordinal.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public Pod First => Count > 0 ? this[0] : throw IsEmpty();

    /// <summary>The last pod, the one with the highest ordinal: the first to go when the set is scaled down.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public Pod Last => Count > 0 ? this[Count - 1] : throw IsEmpty();

    /// <summary>The pod at a position, which counts from 0 whatever the first ordinal is.</summary>
    /// <param name="index">The position, 0 to <see cref="Count"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such position.</exception>
    public Pod this[int index]
    {
        get
        {
            if (index < 0 || index >= Count)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(index),
                    index,
                    $"{Description()}; there is none at position {Describe.Number(index)}, counted from 0.");
            }

            int ordinal = Set.OrdinalStart + _skipped + index;
            foreach (int excepted in _excepted.Where(IsInRange))
            {
                ordinal += excepted <= ordinal ? 1 : 0;
            }

            return new Pod(Set, ordinal);
        }
    }

    /// <summary>The pod with an ordinal.</summary>
    /// <param name="ordinal">The ordinal, which counts from the set's <see cref="StatefulSetInfo.OrdinalStart"/>.</param>
    /// <returns>The pod.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such pod among these.</exception>
    public Pod WithOrdinal(int ordinal) =>
        Holds(ordinal)
            ? new Pod(Set, ordinal)
            : throw new ArgumentOutOfRangeException(
                nameof(ordinal),
                ordinal,
                $"{Description()}; there is none with ordinal {Describe.Number(ordinal)}. If the set has been scaled since it "
                + "was declared, call WithReplicas first.");

    /// <summary>
    /// Whether a pod is among these: the same replica of the same set, as far as namespace and cluster domain are known
    /// on both sides.
    /// </summary>
    /// <param name="pod">The pod.</param>
    /// <returns>Whether it is one of these.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="pod"/> is null.</exception>
    public bool Contains(Pod pod)
    {
        ArgumentNullException.ThrowIfNull(pod);
        return Set.MayBeSame(pod.Set) && Holds(pod.Ordinal);
    }

    /// <summary>These pods without one. It may be a pod beyond the last of them, which stays left out if the set grows.</summary>
    /// <param name="pod">The pod to leave out.</param>
    /// <returns>The others.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="pod"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="pod"/> is of another set.</exception>
    public PodSet Except(Pod pod)
    {
        ArgumentNullException.ThrowIfNull(pod);
        Require.OfSame(Set, pod.Set, "This list of pods", $"pod \"{pod}\"", nameof(pod));
        return new PodSet(Set, _excepted.Add(pod.Ordinal), _skipped);
    }

    /// <summary>
    /// These pods without this process's own. Names stay as they are here;
    /// <see cref="PodIdentity.Peers"/> has the namespace that the process has learnt.
    /// </summary>
    /// <param name="self">The identity of this process.</param>
    /// <returns>The others.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="self"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="self"/> is a replica of another set.</exception>
    public PodSet Except(PodIdentity self)
    {
        ArgumentNullException.ThrowIfNull(self);
        return Except(self.Pod);
    }

    /// <summary>These pods in a set with another number of replicas; what is left out stays left out.</summary>
    /// <param name="replicas">The set's number of replicas, 0 or more.</param>
    /// <returns>The pods of the set of that size.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="replicas"/> is negative, or the last ordinal would not fit into Kubernetes' 32 bits.
    /// </exception>
    public PodSet WithReplicas(int replicas) => new(Set.WithReplicas(replicas), _excepted, _skipped);

    /// <summary>The same pods with their namespace known, so that their DNS names are fully qualified.</summary>
    /// <param name="namespace">The namespace, a DNS label.</param>
    /// <param name="clusterDomain">The cluster's DNS zone; left out, the one that is known, or else <c>cluster.local</c>.</param>
    /// <returns>The pods in that namespace.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="namespace"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="namespace"/> or <paramref name="clusterDomain"/> is not a DNS name.</exception>
    public PodSet In(string @namespace, string? clusterDomain = null) => new(Set.In(@namespace, clusterDomain), _excepted, _skipped);

    /// <summary>These pods from a position in the set on.</summary>
    internal PodSet From(int index) => new(Set, _excepted, index);

    /// <summary>These pods but those with some ordinals.</summary>
    internal PodSet Except(IEnumerable<int> ordinals) => new(Set, _excepted.Union(ordinals), _skipped);

    /// <inheritdoc/>
    public IEnumerator<Pod> GetEnumerator()
    {
        for (int index = _skipped; index < Set.Replicas; index++)
        {
            if (!_excepted.Contains(Set.OrdinalStart + index))
            {
                yield return new Pod(Set, Set.OrdinalStart + index);
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The pods' names, separated by a comma and a space.</summary>
    /// <returns>The pods' names.</returns>
    public override string ToString() => string.Join(", ", this);

    private bool Holds(int ordinal) => IsInRange(ordinal) && !_excepted.Contains(ordinal);

    private bool IsInRange(int ordinal) => Set.IsReplica(ordinal) && ordinal - Set.OrdinalStart >= _skipped;

    private InvalidOperationException IsEmpty() => new($"{Description()}: there is no first or last one.");

    private string Description()
    {
        string replicas = $"StatefulSet \"{Set.Name}\" has {Describe.Replicas(Set)}";
        return Count == Set.Replicas
            ? replicas
            : $"{replicas}, and this list has all but {string.Join(", ", Set.Pods.Where(pod => !Holds(pod.Ordinal)))}";
    }
}
