using System.Collections.Immutable;

namespace Holdfast;

/// <summary>
/// The whole of the StatefulSet controller's rule, as observed. The members of the range come first, in ascending order: what has
/// failed is deleted, what is missing is created. Then what is too many is deleted, in descending order. Only then a
/// rolling update deletes the highest pod of an old template. OrderedReady does one at a time and stops at the first
/// member of the range that is not Ready; Parallel does the first two for all at once, and waits in the third alone.
/// </summary>
internal static class ControllerRule
{
    /// <summary>What comes next, or null when there is nothing left to do.</summary>
    public static Move? Next(StatefulSetInfo set, ClusterState state) =>
        set.PodManagementPolicy == PodManagementPolicy.Parallel ? NextParallel(set, state) : NextOrdered(set, state);

    /// <summary>The set's own pods outside its range, the highest first.</summary>
    public static ImmutableArray<SimulatedPod> Condemned(StatefulSetInfo set, ClusterState state) =>
        [.. state.Pods.Values.Where(pod => pod.IsOwn && !IsInRange(set, pod.Pod.Ordinal)).Reverse()];

    /// <summary>
    /// Whether a new pod gets the old template: it is below the partition, which counts from the first ordinal. OnDelete
    /// knows no partition.
    /// </summary>
    public static bool GetsOldTemplate(StatefulSetInfo set, int ordinal) =>
        set.UpdateStrategy == UpdateStrategy.RollingUpdate && ordinal - set.OrdinalStart < set.UpdatePartition;

    private static Move? NextOrdered(StatefulSetInfo set, ClusterState state)
    {
        foreach (Pod member in set.Pods)
        {
            if (NextOfMember(set, state, member) is { } move)
            {
                return move;
            }
        }

        ImmutableArray<SimulatedPod> condemned = Condemned(set, state);
        return condemned.IsEmpty
            ? NextOfUpdate(set, state, set.Pods)
            : NextOfCondemned(set, condemned);
    }

    private static Move? NextOfMember(StatefulSetInfo set, ClusterState state, Pod member)
    {
        int ordinal = member.Ordinal;
        if (!state.Pods.TryGetValue(ordinal, out SimulatedPod? pod))
        {
            return state.HeldClaims.Contains(ordinal)
                ? new Move.Blocked(BlockCause.ClaimNotGone, [ordinal])
                : new Move.Act([ordinal], []) { WaitsForReady = Below(set, member) };
        }

        return pod.Phase switch
        {
            PodPhase.Failed => new Move.Act([], [ordinal]) { WaitsForReady = Below(set, member) },
            PodPhase.Ready => pod.Fits(set) ? null : NextOfMisfit(set, state, pod),
            _ => Wait(state, pod),
        };
    }

    /// <summary>The one that is to go first: waited for while it is going, and left alone while it is unready and not the lowest that is.</summary>
    private static Move NextOfCondemned(StatefulSetInfo set, ImmutableArray<SimulatedPod> condemned)
    {
        SimulatedPod target = condemned[0];
        int ordinal = target.Pod.Ordinal;
        if (target.IsEnding)
        {
            return target.Phase == PodPhase.Held ? new Move.Blocked(BlockCause.NotGone, [ordinal]) : new Move.AwaitGone([ordinal]);
        }

        SimulatedPod? lowestUnready = condemned.LastOrDefault(pod => pod.Phase != PodPhase.Ready);
        return target.Phase == PodPhase.Ready || target == lowestUnready
            ? new Move.Act([], [ordinal]) { WaitsForReady = set.Pods }
            : new Move.Blocked(BlockCause.NotReady, [lowestUnready!.Pod.Ordinal, ordinal]);
    }

    private static Move? NextParallel(StatefulSetInfo set, ClusterState state)
    {
        PodSet nobody = set.WithReplicas(0).Pods;
        (ImmutableArray<Pod> reached, Move? failure) = Reach(set, state);
        ImmutableArray<int> missing =
            [.. reached.Select(pod => pod.Ordinal).Where(ordinal => !state.Pods.ContainsKey(ordinal) && !state.HeldClaims.Contains(ordinal))];
        ImmutableArray<int> failed = [.. reached.Select(pod => pod.Ordinal).Where(ordinal => Phase(state, ordinal) == PodPhase.Failed)];
        if (missing.Length + failed.Length > 0)
        {
            return new Move.Act(missing, failed) { WaitsForReady = nobody };
        }

        Move? update = failure is null ? NextOfUpdate(set, state, nobody) : null;
        if (failure is null && (NextToGo(set, state, update) ?? update as Move.Act) is { } going)
        {
            return going;
        }

        ImmutableArray<int> ending = [.. reached.Select(pod => pod.Ordinal).Where(ordinal => Phase(state, ordinal) == PodPhase.Terminating)];
        return !ending.IsEmpty
            ? new Move.AwaitGone(ending)
            : failure ?? update ?? NextUnfinished(set, state);
    }

    /// <summary>
    /// Members are looked at in batches of 1, 2, 4 and so on; one that cannot be dealt with ends the work after its batch.
    /// </summary>
    private static (ImmutableArray<Pod> Reached, Move? Failure) Reach(StatefulSetInfo set, ClusterState state)
    {
        Move? failure = null;
        int end = 0;
        for (int size = 1; failure is null && end < set.Replicas; size *= 2)
        {
            int begin = end;
            end = (int)Math.Min((long)begin + size, set.Replicas);
            failure = set.Pods.Skip(begin).Take(end - begin).Select(pod => Failure(set, state, pod.Ordinal)).FirstOrDefault(move => move is not null);
        }

        return ([.. set.Pods.Take(end)], failure);
    }

    private static Move? Failure(StatefulSetInfo set, ClusterState state, int ordinal) =>
        state.Pods.TryGetValue(ordinal, out SimulatedPod? pod)
            ? pod is { IsOwn: true, IsEnding: false } && pod.Phase != PodPhase.Failed && !pod.Fits(set) ? NextOfMisfit(set, state, pod) : null
            : state.HeldClaims.Contains(ordinal) ? new Move.Blocked(BlockCause.ClaimNotGone, [ordinal]) : null;

    /// <summary>All that are too many, and with them the pod that a rolling update takes first if it waits for nobody.</summary>
    private static Move.Act? NextToGo(StatefulSetInfo set, ClusterState state, Move? update)
    {
        ImmutableArray<int> condemned = [.. Condemned(set, state).Where(pod => !pod.IsEnding).Select(pod => pod.Pod.Ordinal)];
        ImmutableArray<int> updated = update is Move.Act { WaitsForReady.Count: 0 } first ? first.Deletes : [];
        return condemned.IsEmpty ? null : new Move.Act([], condemned.AddRange(updated)) { WaitsForReady = set.WithReplicas(0).Pods };
    }

    /// <summary>
    /// From the highest down to the partition: a pod of an old template is deleted, whether it is Ready or not; one of the
    /// new template that is not Ready is waited for.
    /// </summary>
    private static Move? NextOfUpdate(StatefulSetInfo set, ClusterState state, PodSet waitsForReady)
    {
        if (!IsUpdatePending(set, state))
        {
            return null;
        }

        for (int index = set.Replicas - 1; index >= set.UpdatePartition; index--)
        {
            SimulatedPod? pod = state.Pods.GetValueOrDefault(set.OrdinalStart + index);
            if (pod is { IsOwn: true, IsEnding: false } && pod.Revision != state.UpdateRevision)
            {
                PodSet above = set.Pods.From(index + 1);
                return new Move.Act([], [pod.Pod.Ordinal]) { WaitsForReady = waitsForReady.Count > 0 ? waitsForReady : above };
            }

            if (pod is not null && pod.Phase != PodPhase.Ready)
            {
                return Wait(state, pod);
            }
        }

        return null;
    }

    private static bool IsUpdatePending(StatefulSetInfo set, ClusterState state) =>
        set.UpdateStrategy == UpdateStrategy.RollingUpdate
        && state.Pods.Values.Any(pod => pod.IsOwn
            && pod.Revision != state.UpdateRevision
            && IsInRange(set, pod.Pod.Ordinal)
            && pod.Pod.Ordinal - set.OrdinalStart >= set.UpdatePartition);

    /// <summary>What keeps a Parallel set from being whole, where nothing waits for it.</summary>
    private static Move? NextUnfinished(StatefulSetInfo set, ClusterState state) =>
        state.Pods.Values
            .Where(pod => pod.Phase == PodPhase.Held
                || IsBroken(state, pod)
                || (pod.Phase == PodPhase.Foreign && IsInRange(set, pod.Pod.Ordinal)))
            .Select(pod => Wait(state, pod))
            .FirstOrDefault();

    private static Move NextOfMisfit(StatefulSetInfo set, ClusterState state, SimulatedPod pod) =>
        set.ClaimTemplates.All(template => state.FindClaim(pod.Pod, template) is { Exists: true })
            ? new Move.Blocked(BlockCause.VolumesDiffer, [pod.Pod.Ordinal])
            : new Move.MakeClaims(pod.Pod.Ordinal);

    private static Move Wait(ClusterState state, SimulatedPod pod)
    {
        int ordinal = pod.Pod.Ordinal;
        return pod.Phase switch
        {
            PodPhase.Terminating => new Move.AwaitGone([ordinal]),
            PodPhase.Held => new Move.Blocked(BlockCause.NotGone, [ordinal]),
            PodPhase.Foreign => new Move.Blocked(BlockCause.NameTaken, [ordinal]),
            PodPhase.Starting => new Move.AwaitReady(ordinal),
            _ => new Move.Blocked(IsBroken(state, pod) ? BlockCause.BrokenTemplate : BlockCause.NotReady, [ordinal]),
        };
    }

    private static bool IsBroken(ClusterState state, SimulatedPod pod) =>
        pod.Phase == PodPhase.Unready && pod.Revision == state.UpdateRevision && state.UpdateIsBroken;

    private static PodSet Below(StatefulSetInfo set, Pod member) => set.WithReplicas(member.Index).Pods;

    private static PodPhase? Phase(ClusterState state, int ordinal) => state.Pods.GetValueOrDefault(ordinal)?.Phase;

    private static bool IsInRange(StatefulSetInfo set, int ordinal) =>
        ordinal >= set.OrdinalStart && ordinal - set.OrdinalStart < set.Replicas;
}
