namespace Holdfast;

/// <summary>Makes what one says about members, and what a change does at once, part of the state that it begins with.</summary>
internal static class StartingState
{
    /// <summary>The members as the options say they are found.</summary>
    /// <param name="state">The state after the change before.</param>
    /// <param name="before">The set as it was told last.</param>
    /// <param name="options">How members are found.</param>
    public static ClusterState Found(ClusterState state, StatefulSetInfo before, ScaleOptions options) =>
        options.Members.Aggregate(state, (soFar, member) => Found(soFar, before, member.Key, member.Value));

    /// <summary>What happens the moment that the controller is told of the set: a revision, and new owners of claims.</summary>
    public static ClusterState Told(ClusterState state, StatefulSetInfo after, ScaleOptions options)
    {
        if (options.Template != TemplateChange.None)
        {
            int latest = state.Pods.Values.Select(pod => pod.Revision).Append(state.CurrentRevision).Append(state.UpdateRevision).Max();
            state = state with { UpdateRevision = latest + 1, UpdateIsBroken = options.Template == TemplateChange.Broken };
        }

        // Owners are rewritten for pods that are there; claims left over from earlier scale-downs keep what they have.
        bool owned = after.ClaimsWhenDeleted == ClaimRetention.Delete;
        return state with
        {
            Claims = state.Claims.SetItems(state.Claims
                .Where(claim => claim.Value.Exists && state.Pods.ContainsKey(claim.Key.Ordinal))
                .Select(claim => KeyValuePair.Create(claim.Key, claim.Value with { OwnedBySet = owned }))),
        };
    }

    private static ClusterState Found(ClusterState state, StatefulSetInfo before, int ordinal, MemberCondition condition)
    {
        state = state with { NeverReady = state.NeverReady.Remove(ordinal), HeldClaims = state.HeldClaims.Remove(ordinal) };
        return condition switch
        {
            MemberCondition.Missing => state.Without(ordinal),
            MemberCondition.NeverReady => state.Without(ordinal) with { NeverReady = state.NeverReady.Add(ordinal) },
            MemberCondition.ClaimHeldTerminating => state.Without(ordinal) with { HeldClaims = state.HeldClaims.Add(ordinal) },
            MemberCondition.NameTaken => state.With(Pod(state, before, ordinal, PodPhase.Foreign)),
            _ => Existing(state, before, Pod(state, before, ordinal, Phase(condition))),
        };
    }

    /// <summary>A pod that the set no longer wants and that is being deleted is the rest of a scale-down.</summary>
    private static ClusterState Existing(ClusterState state, StatefulSetInfo before, SimulatedPod pod)
    {
        bool condemned = pod.IsEnding && !before.Pods.Contains(new Pod(before, pod.Pod.Ordinal));
        return state
            .With(pod with { OwnsClaims = condemned && before.ClaimsWhenScaled == ClaimRetention.Delete })
            .WithClaims(pod.Pod);
    }

    private static SimulatedPod Pod(ClusterState state, StatefulSetInfo before, int ordinal, PodPhase phase) =>
        state.Pods.TryGetValue(ordinal, out SimulatedPod? pod)
            ? pod with { Phase = phase }
            : ClusterState.NewPod(new Pod(before, ordinal), phase, state.CurrentRevision);

    private static PodPhase Phase(MemberCondition condition) => condition switch
    {
        MemberCondition.Unready => PodPhase.Unready,
        MemberCondition.Failed => PodPhase.Failed,
        MemberCondition.Terminating => PodPhase.Terminating,
        MemberCondition.HeldTerminating => PodPhase.Held,
        _ => PodPhase.Ready,
    };
}
