using System.Collections.Immutable;

namespace Holdfast;

/// <summary>Makes the given conditions of replicas, and what a change does at once, part of the state that it begins with.</summary>
internal static class StartingState
{
    /// <summary>The replicas and claims as the options say they are found.</summary>
    /// <param name="state">The state after the change before.</param>
    /// <param name="before">The set as it was applied last.</param>
    /// <param name="options">How replicas are found.</param>
    public static ClusterState Found(ClusterState state, StatefulSetInfo before, ScaleOptions options)
    {
        if (options.KeptClaims is { } kept)
        {
            // One that an earlier scale-down left over still has the owner that it had as a replica's.
            SimulatedClaim claim = new(Exists: true, ClaimOwners.OfReplica(before));
            state = state with
            {
                KnowsAllClaims = true,
                Claims = state.Claims.SetItems(ClaimNames.Read(before, kept)
                    .Where(key => !state.Claims.ContainsKey(key))
                    .Select(key => KeyValuePair.Create(key, claim))),
            };
        }

        return options.Replicas.Aggregate(state, (soFar, replica) => Found(soFar, before, replica.Key, replica.Value));
    }

    /// <summary>What happens the moment that the controller sees the set: a revision, and a look at all pods.</summary>
    public static ClusterState Told(ClusterState state, StatefulSetInfo after, TemplateChange template)
    {
        if (template == TemplateChange.RolledBack)
        {
            state = state.Templates.Count > 1 ? state.WithTemplate(state.Templates[^2]) : state;
        }
        else if (template != TemplateChange.None)
        {
            int latest = state.Templates.Max() + 1;
            state = state with { BrokenTemplates = template == TemplateChange.Broken ? state.BrokenTemplates.Add(latest) : state.BrokenTemplates };
            state = state.WithTemplate(latest);
        }

        return (state with { Unnoticed = [] }).ComparedWith(after);
    }

    private static ClusterState Found(ClusterState state, StatefulSetInfo before, int ordinal, ReplicaCondition condition)
    {
        if (condition == ReplicaCondition.NeverReadyAgain)
        {
            return state with { NeverReady = state.NeverReady.Add(ordinal) };
        }

        state = state with { NeverReady = state.NeverReady.Remove(ordinal), HeldClaims = state.HeldClaims.Remove(ordinal) };
        return condition switch
        {
            ReplicaCondition.Missing => state.Without(ordinal),
            ReplicaCondition.NeverReady => state.Without(ordinal) with { NeverReady = state.NeverReady.Add(ordinal) },
            ReplicaCondition.ClaimHeldTerminating => (state.Without(ordinal) with { HeldClaims = state.HeldClaims.Add(ordinal) })
                .WithClaim(ordinal, before.ClaimTemplates.FirstOrDefault(), ClaimOwner.None),
            ReplicaCondition.NameTaken => state.With(Pod(state, before, ordinal, PodPhase.Foreign)),
            _ => Existing(state, before, Pod(state, before, ordinal, Phase(condition))),
        };
    }

    /// <summary>A pod that the set no longer wants and that is being deleted is the rest of a scale-down, which has made its claims the pod's.</summary>
    private static ClusterState Existing(ClusterState state, StatefulSetInfo before, SimulatedPod pod)
    {
        bool known = state.Pods.TryGetValue(pod.Pod.Ordinal, out SimulatedPod? there) && there.IsOwn;
        ClaimOwner owner = pod.IsEnding ? ClaimOwners.Of(before, pod.Pod.Ordinal) : ClaimOwners.OfReplica(before);
        return known ? state.With(pod) : state.With(pod).WithClaims(pod.Pod, owner);
    }

    private static SimulatedPod Pod(ClusterState state, StatefulSetInfo before, int ordinal, PodPhase phase) =>
        state.Pods.TryGetValue(ordinal, out SimulatedPod? pod)
            ? pod with { Phase = phase }
            : ClusterState.NewPod(new Pod(before, ordinal), phase, state.CurrentTemplate);

    private static PodPhase Phase(ReplicaCondition condition) => condition switch
    {
        ReplicaCondition.Unready => PodPhase.Unready,
        ReplicaCondition.Failed => PodPhase.Failed,
        ReplicaCondition.Terminating => PodPhase.Terminating,
        ReplicaCondition.HeldTerminating => PodPhase.Held,
        _ => PodPhase.Ready,
    };
}
