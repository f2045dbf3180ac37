using System.Collections.Immutable;

namespace Holdfast;

/// <summary>Plans one change, from the state that the one before has left.</summary>
internal static class ScaleChanges
{
    /// <summary>The controller, or the API server, is told of a set that is different.</summary>
    public static (ScaleChange Change, ClusterState State) Plan(
        ClusterState left, StatefulSetInfo before, StatefulSetInfo after, ScaleOptions options)
    {
        ImmutableArray<string> immutable = ImmutableFields.Between(before, after, options);
        ClusterState found = StartingState.Found(left, before, options);
        Simulation simulation;
        if (immutable.IsEmpty)
        {
            simulation = Begin(before, after, options, StartingState.Told(found, after, options));
        }
        else
        {
            simulation = Begin(before, after, options, Anew(found, after, options));
            simulation.DoByHand("delete the set and leave its pods and claims", Kubectl.OrphanPods(before));
            simulation.DoByHand("create the set anew, under the same name; it takes over the pods with the labels of its selector", Kubectl.Apply);
        }

        simulation.Run();
        ClusterState state = simulation.State;
        var change = new ScaleChange(before, after, options, simulation.Steps)
        {
            Immutable = immutable,
            KeepOldTemplate = PodOrder.Sort(state.Pods.Values
                .Where(pod => pod.IsOwn && pod.Revision != state.UpdateRevision)
                .Select(pod => pod.Pod)),
            Caveats = ScaleCaveats.Of(before, after, options, immutable, found),
        };
        return (change, state);
    }

    /// <summary>The set is deleted, and the garbage collector deletes what is its.</summary>
    public static (ScaleChange Change, ClusterState State) PlanDeletion(ClusterState left, StatefulSetInfo before)
    {
        StatefulSetInfo after = before.WithReplicas(0);
        ScaleOptions options = new();
        Simulation simulation = Begin(before, after, options, left);
        simulation.DoByHand("delete the set", Kubectl.DeleteSet(before));
        simulation.DeleteSet();
        var change = new ScaleChange(before, after, options, simulation.Steps)
        {
            IsDeletion = true,
            Caveats = ScaleCaveats.OfDeletion(before),
        };
        return (change, simulation.State);
    }

    /// <summary>
    /// Pods and claims have lost their owner, and the new set has found them. It begins with the template it is given, so
    /// that there is no older one for members below a partition.
    /// </summary>
    private static ClusterState Anew(ClusterState found, StatefulSetInfo after, ScaleOptions options)
    {
        ClusterState orphaned = found with
        {
            Claims = found.Claims.SetItems(found.Claims.Select(claim => KeyValuePair.Create(claim.Key, claim.Value with { OwnedBySet = false }))),
        };
        ClusterState told = StartingState.Told(orphaned, after, options);
        return told with { CurrentRevision = told.UpdateRevision };
    }

    private static Simulation Begin(StatefulSetInfo before, StatefulSetInfo after, ScaleOptions options, ClusterState state)
    {
        int members = before.Replicas + after.Pods.Count(pod => !IsMember(before, pod.Ordinal));
        return new Simulation(after, state, members, options.Quorum ?? (members / 2) + 1);
    }

    private static bool IsMember(StatefulSetInfo set, int ordinal) =>
        ordinal >= set.OrdinalStart && ordinal - set.OrdinalStart < set.Replicas;
}
