using System.Collections.Immutable;

namespace Holdfast;

/// <summary>
/// Which owner a set's policy asks for on a claim, and when the controller puts it there. That it deletes nothing itself, and
/// leaves that to the garbage collector, is why a claim can go or stay against one's expectation.
/// </summary>
internal static class ClaimOwners
{
    /// <summary>The owner of a replica's claims, as a set's policy asks for it.</summary>
    public static ClaimOwner OfReplica(StatefulSetInfo set) =>
        set.ClaimsWhenDeleted == ClaimRetention.Delete ? ClaimOwner.Set : ClaimOwner.None;

    /// <summary>The owner of a pod's claims, whether it is a replica's or one that is to go.</summary>
    public static ClaimOwner Of(StatefulSetInfo set, int ordinal) =>
        !set.IsReplica(ordinal) && set.ClaimsWhenScaled == ClaimRetention.Delete ? ClaimOwner.Pod : OfReplica(set);

    public static bool AreRight(StatefulSetInfo set, ClusterState state, int ordinal) =>
        set.ClaimTemplates.All(template => state.FindClaim(ordinal, template) is not { Exists: true } claim || claim.Owner == Of(set, ordinal));

    /// <summary>
    /// The state once the controller has looked at it. An OrderedReady set comes no further than to its first replica that is
    /// not Ready: the claims of that one, and of pods that are to go, keep the owner that they had. A Parallel set rewrites
    /// them even while the pods are being deleted. Observed on 1.36.
    /// </summary>
    public static ClusterState Rewritten(StatefulSetInfo set, ClusterState state)
    {
        if (state.Misowned.IsEmpty)
        {
            return state;
        }

        ImmutableArray<int> reached = [.. state.Misowned.Where(Reaches(set, state))];
        return reached.Aggregate(state, (soFar, ordinal) => soFar with { Claims = Rewritten(set, soFar, ordinal) })
            .WithMisowned(state.Misowned.Except(reached));
    }

    private static Func<int, bool> Reaches(StatefulSetInfo set, ClusterState state)
    {
        (int end, bool beyond) = ControllerRule.Reach(set, state);
        return ordinal => set.IsReplica(ordinal) ? ordinal - set.OrdinalStart < end : beyond;
    }

    private static ImmutableDictionary<(int Ordinal, string Template), SimulatedClaim> Rewritten(StatefulSetInfo set, ClusterState state, int ordinal) =>
        state.Claims.SetItems(set.ClaimTemplates
            .Where(template => state.FindClaim(ordinal, template) is { Exists: true })
            .Select(template => KeyValuePair.Create((ordinal, template), new SimulatedClaim(Exists: true, Of(set, ordinal)))));
}
