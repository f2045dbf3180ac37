using System.Collections.Immutable;

namespace Holdfast;

/// <summary>
/// The whole of the StatefulSet controller's rule, as observed: a decision over a state, and nothing else. The replicas of the range
/// come first, in ascending order: what has failed is deleted, what is missing is created. Then what is too many is deleted,
/// in descending order. Only then a rolling update deletes the highest pod of an old template. OrderedReady does one at a
/// time and stops at the first replica of the range that is not Ready; Parallel does the first two for all at once, and waits in
/// the third alone.
/// </summary>
internal static class ControllerRule
{
    /// <summary>The most pods that a Parallel set deals with at a time (<c>MaxBatchSize</c> of the controller).</summary>
    private const int LargestBatch = 500;

    /// <summary>What comes next, or null when there is nothing left to do.</summary>
    public static Move? Next(StatefulSetInfo set, ClusterState state, KubernetesVersion version) =>
        IsParallel(set) ? NextParallel(set, state, version) : NextOrdered(set, state, version);

    /// <summary>All that is in the way of what would come next; none where time alone helps.</summary>
    public static ImmutableArray<Move.Blocked> Blocks(StatefulSetInfo set, ClusterState state, KubernetesVersion version) =>
        [.. IsParallel(set) ? BlocksOfParallel(set, state, version) : BlocksOfOrdered(set, state, version)];

    /// <summary>How many replicas the controller deals with at a time, and whether it comes to the pods that are to go.</summary>
    public static (int Replicas, bool Condemned) Reach(StatefulSetInfo set, ClusterState state)
    {
        if (!IsParallel(set))
        {
            int settled = Replicas.SettledFromFirst(set, state);
            return (settled, settled == set.Replicas);
        }

        int end = ReachParallel(set, state).End;
        return (end, FindFailure(set, state) is null);
    }

    /// <summary>Pods that have failed and that the controller deletes at once, before a change reaches it.</summary>
    public static ImmutableArray<int> Failed(StatefulSetInfo set, ClusterState state)
    {
        if (IsParallel(set))
        {
            return [.. ReachParallel(set, state).Unsettled.Where(ordinal => Phase(state, ordinal) == PodPhase.Failed)];
        }

        int first = Replicas.SettledFromFirst(set, state);
        return first < set.Replicas && Phase(state, set.OrdinalStart + first) == PodPhase.Failed ? [set.OrdinalStart + first] : [];
    }

    /// <summary>
    /// Whether a new pod gets the old template: it is below the partition, which counts from the first ordinal. OnDelete
    /// knows no partition.
    /// </summary>
    public static bool GetsOldTemplate(StatefulSetInfo set, int ordinal) =>
        set.UpdateStrategy == UpdateStrategy.RollingUpdate && ordinal - set.OrdinalStart < set.UpdatePartition;

    /// <summary>
    /// Whether the update is complete, so that the new template becomes the template: all replicas run it and are Ready. A set
    /// without replicas is complete at once, even with a template that is broken. With OnDelete it never is. Observed on 1.36.
    /// </summary>
    public static bool IsUpdated(StatefulSetInfo set, ClusterState state) =>
        set.UpdateStrategy == UpdateStrategy.RollingUpdate
        && state.NotReady.IsEmpty
        && state.Outdated.IsEmpty
        && state.Own.Count == set.Replicas
        && Replicas.CountReady(set, state) == set.Replicas;

    /// <summary>How many replicas an update may have away at a time, where the cluster heeds it: rounded down, and one at least.</summary>
    public static int MaxUnavailable(StatefulSetInfo set) =>
        set.UpdateMaxUnavailable > 0
            ? set.UpdateMaxUnavailable
            : Math.Max(1, (int)((long)set.Replicas * set.UpdateMaxUnavailablePercent / 100));

    private static Move? NextOrdered(StatefulSetInfo set, ClusterState state, KubernetesVersion version)
    {
        int settled = Replicas.SettledFromFirst(set, state);
        return settled < set.Replicas ? NextOfReplica(set, state, settled)
            : Replicas.CountCondemned(set, state) > 0 ? NextOfCondemned(set, state)
            : NextOfUpdate(set, state, version);
    }

    private static Move NextOfReplica(StatefulSetInfo set, ClusterState state, int index)
    {
        int ordinal = set.OrdinalStart + index;
        PodSet below = set.WithReplicas(index).Pods;
        if (!state.Pods.TryGetValue(ordinal, out SimulatedPod? pod))
        {
            return NeedsClaims(set, state, ordinal) ? new Move.Act([], []) { Claims = [ordinal], WaitsForReady = below }
                : Obstacle(state, ordinal) ?? (Move)new Move.Act([ordinal], []) { WaitsForReady = below };
        }

        return pod.Phase switch
        {
            PodPhase.Failed => new Move.Act([], [ordinal]) { WaitsForReady = below },
            PodPhase.Ready or PodPhase.Foreign when NeedsClaims(set, state, ordinal) => new Move.Act([], []) { Claims = [ordinal], WaitsForReady = below },
            PodPhase.Ready => new Move.Blocked(BlockCause.VolumesDiffer, [ordinal]),
            _ => Wait(state, pod),
        };
    }

    /// <summary>What keeps a pod from being created.</summary>
    private static Move.Blocked? Obstacle(ClusterState state, int ordinal) =>
        state.HeldClaims.Contains(ordinal) ? new Move.Blocked(BlockCause.ClaimNotGone, [ordinal])
        : state.DyingClaims.Contains(ordinal) || state.Unnoticed.Contains(ordinal) ? new Move.Blocked(BlockCause.NotNoticed, [ordinal])
        : null;

    /// <summary>The one that is to go first: waited for while it is going, and left alone while it is unready and not the lowest that is.</summary>
    private static Move NextOfCondemned(StatefulSetInfo set, ClusterState state)
    {
        SimulatedPod target = state.Pods[Replicas.OutsideDescending(set, state.Own).First()];
        if (target.IsEnding)
        {
            return Wait(state, target);
        }

        int ordinal = target.Pod.Ordinal;
        int? lowest = Replicas.LowestOutside(set, state.NotReady);
        return target.Phase == PodPhase.Ready || ordinal == lowest ? new Move.Act([], [ordinal]) { WaitsForReady = set.Pods }
            : Phase(state, lowest!.Value) == PodPhase.Terminating ? new Move.AwaitGone([lowest.Value])
            : new Move.Blocked(BlockCause.NotReady, [lowest.Value, ordinal]);
    }

    private static Move? NextParallel(StatefulSetInfo set, ClusterState state, KubernetesVersion version)
    {
        PodSet none = set.WithReplicas(0).Pods;
        ImmutableArray<int> unsettled = ReachParallel(set, state).Unsettled;
        ImmutableArray<int> missing = [.. unsettled.Where(ordinal => !state.Pods.ContainsKey(ordinal) && Obstacle(state, ordinal) is null)];
        ImmutableArray<int> failed = [.. unsettled.Where(ordinal => Phase(state, ordinal) == PodPhase.Failed)];
        ImmutableArray<int> claims = [.. unsettled.Where(ordinal => NeedsClaims(set, state, ordinal))];
        if (missing.Length + failed.Length + claims.Length > 0)
        {
            return new Move.Act(missing, failed) { Claims = claims, WaitsForReady = none };
        }

        if (FindFailure(set, state) is { } failure)
        {
            return failure;
        }

        Move? update = NextOfUpdate(set, state, version);
        ImmutableArray<int> condemned =
            [.. Replicas.OutsideDescending(set, state.Own).Where(ordinal => !state.Pods[ordinal].IsEnding)];
        ImmutableArray<int> together = update is Move.Act { WaitsForReady.Count: 0 } first ? first.Deletes : [];
        return condemned.IsEmpty ? update : new Move.Act([], condemned.AddRange(together)) { WaitsForReady = none };
    }

    /// <summary>
    /// Replicas are looked at in batches of 1, 2, 4 and so on; one that cannot be dealt with ends the work after its batch, and
    /// neither pods that are too many nor an update have their turn then. Observed on 1.36 with a claim that is held and a name that is taken.
    /// </summary>
    private static (ImmutableArray<int> Unsettled, int End) ReachParallel(StatefulSetInfo set, ClusterState state)
    {
        ImmutableArray<int>.Builder reached = ImmutableArray.CreateBuilder<int>();
        int? end = null;
        foreach (int index in Replicas.Unsettled(set, state))
        {
            if (index >= end)
            {
                break;
            }

            reached.Add(set.OrdinalStart + index);
            end ??= FailureOf(set, state, set.OrdinalStart + index) is null ? null : EndOfBatch(index);
        }

        return (reached.ToImmutable(), Math.Min(end ?? set.Replicas, set.Replicas));
    }

    private static Move? FindFailure(StatefulSetInfo set, ClusterState state) =>
        Replicas.Unsettled(set, state).Select(index => FailureOf(set, state, set.OrdinalStart + index)).FirstOrDefault(failure => failure is not null);

    private static int EndOfBatch(int index)
    {
        long end = 1;
        for (int size = 2; end <= index; size = Math.Min(size * 2, LargestBatch))
        {
            end += size;
        }

        return (int)Math.Min(end, int.MaxValue);
    }

    /// <summary>What makes the controller's work on a replica end with an error.</summary>
    private static Move? FailureOf(StatefulSetInfo set, ClusterState state, int ordinal)
    {
        if (!state.Pods.TryGetValue(ordinal, out SimulatedPod? pod))
        {
            return Obstacle(state, ordinal) is { Cause: BlockCause.ClaimNotGone } obstacle ? obstacle : null;
        }

        return !pod.IsOwn ? new Move.Blocked(BlockCause.NameTaken, [ordinal])
            : pod.Phase == PodPhase.Failed || !state.Misfits.Contains(ordinal) ? null
            : pod.IsEnding ? Wait(state, pod)
            : new Move.Blocked(BlockCause.VolumesDiffer, [ordinal]);
    }

    /// <summary>Claims are made before it turns out that the pod cannot be created or changed.</summary>
    private static bool NeedsClaims(StatefulSetInfo set, ClusterState state, int ordinal) =>
        (state.Pods.TryGetValue(ordinal, out SimulatedPod? pod)
            ? !pod.IsOwn || (state.Misfits.Contains(ordinal) && pod.Phase != PodPhase.Failed)
            : state.HeldClaims.Contains(ordinal))
        && !state.HasClaims(set, ordinal);

    private static Move? NextOfUpdate(StatefulSetInfo set, ClusterState state, KubernetesVersion version)
    {
        if (set.UpdateStrategy != UpdateStrategy.RollingUpdate)
        {
            return null;
        }

        ImmutableArray<int> old =
            [.. Replicas.InsideDescending(set, state.Outdated, set.UpdatePartition).Where(ordinal => !state.Pods[ordinal].IsEnding).Take(MaxUnavailable(set))];
        return old.IsEmpty ? null
            : version.HasMaxUnavailable ? NextOfManyUpdated(set, state, old)
            : NextOfOneUpdated(set, state, old[0]);
    }

    /// <summary>
    /// From the highest down to the partition: a pod of an old template is deleted, whether it is Ready or not; one above it
    /// that is not Ready is waited for.
    /// </summary>
    private static Move NextOfOneUpdated(StatefulSetInfo set, ClusterState state, int oldest)
    {
        int? above = Replicas.Unsettled(set, state).Select(index => (int?)(set.OrdinalStart + index)).LastOrDefault();
        if (above > oldest)
        {
            return state.Pods.TryGetValue(above.Value, out SimulatedPod? pod) ? Wait(state, pod) : new Move.Blocked(BlockCause.NotNoticed, [above.Value]);
        }

        PodSet waits = IsParallel(set) ? set.Pods.From(oldest - set.OrdinalStart + 1) : set.Pods;
        return new Move.Act([], [oldest]) { WaitsForReady = waits };
    }

    /// <summary>
    /// Where <c>maxUnavailable</c> counts: every replica that is not Ready uses up one of those that may be away, below the
    /// partition, too, and of the old template, too. So one that is not Ready stops the update of a Parallel set as well.
    /// </summary>
    private static Move NextOfManyUpdated(StatefulSetInfo set, ClusterState state, ImmutableArray<int> old)
    {
        ImmutableArray<int> away = [.. Replicas.Unsettled(set, state).Select(index => set.OrdinalStart + index)];
        int free = MaxUnavailable(set) - away.Length;
        if (free > 0)
        {
            return new Move.Act([], [.. old.Take(free)]) { WaitsForReady = away.IsEmpty ? set.Pods : set.Pods.Except(away) };
        }

        ImmutableArray<int> ending = [.. away.Where(ordinal => Phase(state, ordinal) == PodPhase.Terminating)];
        ImmutableArray<int> starting = [.. away.Where(ordinal => Phase(state, ordinal) == PodPhase.Starting)];
        return !ending.IsEmpty ? new Move.AwaitGone(ending)
            : !starting.IsEmpty ? new Move.AwaitReady(starting)
            : state.Pods.TryGetValue(away[^1], out SimulatedPod? pod) ? Wait(state, pod)
            : new Move.Blocked(BlockCause.NotNoticed, [away[^1]]);
    }

    private static Move Wait(ClusterState state, SimulatedPod pod)
    {
        int ordinal = pod.Pod.Ordinal;
        return pod.Phase switch
        {
            PodPhase.Terminating => new Move.AwaitGone([ordinal]),
            PodPhase.Held => new Move.Blocked(BlockCause.NotGone, [ordinal]),
            PodPhase.Foreign => new Move.Blocked(BlockCause.NameTaken, [ordinal]),
            PodPhase.Starting => new Move.AwaitReady([ordinal]),
            _ => new Move.Blocked(IsBroken(state, pod) ? BlockCause.BrokenTemplate : BlockCause.NotReady, [ordinal]),
        };
    }

    private static bool IsBroken(ClusterState state, SimulatedPod pod) => pod.Phase == PodPhase.Unready && state.BrokenTemplates.Contains(pod.Template);

    /// <summary>
    /// The replicas from the first on that is in the way, as far as none of them, once it is helped, is followed by a step; and
    /// where there is none, what is in the way of pods that are to go and of the update.
    /// </summary>
    private static IEnumerable<Move.Blocked> BlocksOfOrdered(StatefulSetInfo set, ClusterState state, KubernetesVersion version)
    {
        foreach (int index in Replicas.Unsettled(set, state))
        {
            if (NextOfReplica(set, state, index) is not Move.Blocked block)
            {
                yield break;
            }

            yield return block;
            if (block.Cause != BlockCause.NotReady)
            {
                yield break;
            }
        }

        Move? next = Replicas.CountCondemned(set, state) > 0 ? NextOfCondemned(set, state)
            : Replicas.CountReady(set, state) == set.Replicas ? NextOfUpdate(set, state, version)
            : null;
        if (next is Move.Blocked last)
        {
            yield return last;
        }
    }

    /// <summary>
    /// Whatever keeps the set from being whole or the update from going on, what ends the controller's work first; nothing else waits for a
    /// replica here.
    /// </summary>
    private static IEnumerable<Move.Blocked> BlocksOfParallel(StatefulSetInfo set, ClusterState state, KubernetesVersion version)
    {
        (ImmutableArray<int> reached, _) = ReachParallel(set, state);
        IEnumerable<Move?> failures = reached.Select(ordinal => FailureOf(set, state, ordinal));
        IEnumerable<Move?> unsettled = Replicas.Unsettled(set, state)
            .Select(index => set.OrdinalStart + index)
            .Select(ordinal => state.Pods.TryGetValue(ordinal, out SimulatedPod? pod)
                ? pod.Phase == PodPhase.Held || (IsBroken(state, pod) && !IsReplacedByItself(set, state, version, pod)) ? Wait(state, pod) : null
                : Obstacle(state, ordinal));
        IEnumerable<Move?> condemned = Replicas.OutsideDescending(set, state.Own)
            .Where(ordinal => Phase(state, ordinal) == PodPhase.Held)
            .Select(ordinal => Wait(state, state.Pods[ordinal]));
        Move? update = FindFailure(set, state) is null ? NextOfUpdate(set, state, version) : null;
        return failures.Append(update).Concat(unsettled).Concat(condemned).OfType<Move.Blocked>().DistinctBy(block => block.Ordinals[^1]);
    }

    /// <summary>Whether an update replaces a pod when its turn comes, although it is not Ready.</summary>
    private static bool IsReplacedByItself(StatefulSetInfo set, ClusterState state, KubernetesVersion version, SimulatedPod pod) =>
        set.UpdateStrategy == UpdateStrategy.RollingUpdate
        && !version.HasMaxUnavailable
        && pod.Template != state.UpdateTemplate
        && pod.Pod.Ordinal - set.OrdinalStart >= set.UpdatePartition;

    private static bool IsParallel(StatefulSetInfo set) => set.PodManagementPolicy == PodManagementPolicy.Parallel;

    private static PodPhase? Phase(ClusterState state, int ordinal) => state.Pods.GetValueOrDefault(ordinal)?.Phase;
}
