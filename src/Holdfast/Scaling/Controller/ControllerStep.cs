using System.Collections.Immutable;

namespace Holdfast;

/// <summary>
/// One sync of the StatefulSet controller as a function of what it finds. Plans and local clusters both take their steps from here: a
/// plan imagines what follows, a local cluster does it with processes.
/// </summary>
/// <param name="Found">What the controller finds, once it has taken note of a finished update and of the owners of claims.</param>
/// <param name="Move">What it does or waits for; null where there is nothing left to do.</param>
/// <param name="Left">What is there afterwards: pods that it creates start, pods that it deletes are terminating.</param>
internal sealed record ControllerStep(ClusterState Found, Move? Move, ClusterState Left)
{
    /// <summary>The step that comes next.</summary>
    /// <param name="set">The set as the controller is told.</param>
    /// <param name="state">What is there.</param>
    /// <param name="version">The version of Kubernetes.</param>
    public static ControllerStep Of(StatefulSetInfo set, ClusterState state, KubernetesVersion version)
    {
        ClusterState found = ControllerRule.IsUpdated(set, state) ? state with { CurrentTemplate = state.UpdateTemplate } : state;
        found = ClaimOwners.Rewritten(set, found);
        Move? move = ControllerRule.Next(set, found, version);
        return new ControllerStep(found, move, move is Move.Act act ? Done(set, found, act) : found);
    }

    /// <summary>What is there once the controller has acted.</summary>
    public static ClusterState Done(StatefulSetInfo set, ClusterState state, Move.Act act)
    {
        state = act.Creates.Aggregate(state, (soFar, ordinal) => Created(set, soFar, new Pod(set, ordinal)));

        // The owner of a claim is set with its pod, and that is not to be had.
        state = act.Claims.Aggregate(state, (soFar, ordinal) => soFar.WithClaims(new Pod(set, ordinal), ClaimOwner.None));
        return act.Deletes.Aggregate(state, Deleted);
    }

    /// <summary>What is there once a pod is being deleted, by the controller or by hand.</summary>
    public static ClusterState Deleted(ClusterState state, int ordinal) => state.With(state.Pods[ordinal] with { Phase = PodPhase.Terminating });

    /// <summary>What is there once a pod is gone: the claims that it owned are about to go.</summary>
    public static ClusterState Gone(StatefulSetInfo set, ClusterState state, int ordinal)
    {
        bool owns = set.ClaimTemplates.Any(template => state.FindClaim(ordinal, template) is { Exists: true, Owner: ClaimOwner.Pod });
        state = state.Without(ordinal);
        return owns ? state with { DyingClaims = state.DyingClaims.Add(ordinal) } : state;
    }

    /// <summary>What is there once claims that pods owned are gone, which does not make the controller look again.</summary>
    public static ClusterState ClaimsGone(StatefulSetInfo set, ClusterState state, IReadOnlyCollection<int> ordinals)
    {
        state = ordinals.Aggregate(state, (soFar, ordinal) => soFar.WithoutClaims(ordinal, ClaimOwner.Pod));
        return state with
        {
            DyingClaims = state.DyingClaims.Except(ordinals),
            Unnoticed = state.Unnoticed.Union(ordinals.Where(ordinal => set.IsReplica(ordinal) && !state.Pods.ContainsKey(ordinal))),
        };
    }

    /// <summary>The template that the next pod of a replica gets.</summary>
    public static int TemplateOf(StatefulSetInfo set, ClusterState state, int ordinal) =>
        ControllerRule.GetsOldTemplate(set, ordinal) ? state.CurrentTemplate : state.UpdateTemplate;

    private static ClusterState Created(StatefulSetInfo set, ClusterState state, Pod pod)
    {
        int template = TemplateOf(set, state, pod.Ordinal);
        bool neverReady = state.NeverReady.Contains(pod.Ordinal);
        bool unready = state.BrokenTemplates.Contains(template) || neverReady;
        state = state
            .With(ClusterState.NewPod(pod, unready ? PodPhase.Unready : PodPhase.Starting, template))
            .WithClaims(pod, ClaimOwners.OfReplica(set));
        return neverReady ? state with { NeverReady = state.NeverReady.Remove(pod.Ordinal) } : state;
    }
}
