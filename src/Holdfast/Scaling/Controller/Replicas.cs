using System.Collections.Immutable;

namespace Holdfast;

/// <summary>Questions about the replicas of a set in a state, answered without looking at each.</summary>
internal static class Replicas
{
    /// <summary>How many replicas from the first on are Ready without a gap, and have the volumes that they should.</summary>
    public static int SettledFromFirst(StatefulSetInfo set, ClusterState state)
    {
        int ready = Run(state.Ready, set.OrdinalStart, set.Replicas);
        int rank = Rank(state.Misfits, set.OrdinalStart);
        return rank < state.Misfits.Count ? Math.Min(ready, state.Misfits[rank] - set.OrdinalStart) : ready;
    }

    /// <summary>The positions of the replicas that are missing, not Ready, or without a volume that they should have, in ascending order.</summary>
    public static IEnumerable<int> Unsettled(StatefulSetInfo set, ClusterState state)
    {
        int index = 0;
        while (index < set.Replicas)
        {
            int ordinal = set.OrdinalStart + index;
            int run = Run(state.Ready, ordinal, set.Replicas - index);
            for (int rank = Rank(state.Misfits, ordinal); rank < state.Misfits.Count && state.Misfits[rank] - ordinal < run; rank++)
            {
                yield return state.Misfits[rank] - set.OrdinalStart;
            }

            index += run;
            if (index < set.Replicas)
            {
                yield return index;
                index++;
            }
        }
    }

    public static int CountReady(StatefulSetInfo set, ClusterState state) => Count(state.Ready, set);

    /// <summary>How many of a set's own pods are outside its range.</summary>
    public static int CountCondemned(StatefulSetInfo set, ClusterState state) => state.Own.Count - Count(state.Own, set);

    /// <summary>The ordinals outside a set's range, the highest first.</summary>
    public static IEnumerable<int> OutsideDescending(StatefulSetInfo set, ImmutableSortedSet<int> ordinals)
    {
        int first = Rank(ordinals, set.OrdinalStart);
        for (int rank = ordinals.Count - 1; rank >= first && !set.IsReplica(ordinals[rank]); rank--)
        {
            yield return ordinals[rank];
        }

        for (int rank = first - 1; rank >= 0; rank--)
        {
            yield return ordinals[rank];
        }
    }

    /// <summary>The lowest ordinal outside a set's range.</summary>
    public static int? LowestOutside(StatefulSetInfo set, ImmutableSortedSet<int> ordinals)
    {
        if (ordinals.IsEmpty)
        {
            return null;
        }

        int rank = ordinals.Min < set.OrdinalStart ? 0 : Rank(ordinals, set.OrdinalStart) + Count(ordinals, set);
        return rank < ordinals.Count ? ordinals[rank] : null;
    }

    /// <summary>The ordinals of replicas from a position on, the highest first.</summary>
    public static IEnumerable<int> InsideDescending(StatefulSetInfo set, ImmutableSortedSet<int> ordinals, int fromIndex)
    {
        int first = Rank(ordinals, set.OrdinalStart);
        for (int rank = first + Count(ordinals, set) - 1; rank >= first && ordinals[rank] - set.OrdinalStart >= fromIndex; rank--)
        {
            yield return ordinals[rank];
        }
    }

    private static int Count(ImmutableSortedSet<int> ordinals, StatefulSetInfo set) => set.Replicas == 0
        ? 0
        : Rank(ordinals, set.OrdinalStart + set.Replicas - 1, after: true) - Rank(ordinals, set.OrdinalStart);

    /// <summary>How many ordinals follow each other from one on, at most a number of them.</summary>
    private static int Run(ImmutableSortedSet<int> ordinals, int from, int atMost)
    {
        int rank = Rank(ordinals, from);
        (int low, int high) = (0, Math.Min(atMost, ordinals.Count - rank));
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            (low, high) = ordinals[rank + middle - 1] == from + middle - 1 ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    /// <summary>How many are below an ordinal, or, with <paramref name="after"/>, at most it.</summary>
    private static int Rank(ImmutableSortedSet<int> ordinals, int ordinal, bool after = false)
    {
        int index = ordinals.IndexOf(ordinal);
        return index < 0 ? ~index : index + (after ? 1 : 0);
    }
}
