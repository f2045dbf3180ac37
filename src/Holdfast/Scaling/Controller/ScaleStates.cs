using Holdfast.WellKnown;

namespace Holdfast;

/// <summary>Puts what a plan imagines into the words of its users.</summary>
internal static class ScaleStates
{
    public static ScaleState Of(StatefulSetInfo set, ClusterState state) => new(
        [.. state.Pods.Values.Select(pod => new ScaledPodState(pod.Pod, Condition(pod.Phase), pod.Template))],
        [
            .. state.Claims
                .Where(claim => claim.Value.Exists)
                .Select(claim => new ScaledClaimState(
                    claim.Key.Ordinal, KubernetesNames.Claim(claim.Key.Template, set.Name, claim.Key.Ordinal), claim.Value.Owner))
                .OrderBy(claim => claim.Ordinal)
                .ThenBy(claim => claim.Name, StringComparer.Ordinal),
        ],
        state.CurrentTemplate,
        state.UpdateTemplate);

    private static ReplicaCondition Condition(PodPhase phase) => phase switch
    {
        PodPhase.Ready => ReplicaCondition.Ready,
        PodPhase.Failed => ReplicaCondition.Failed,
        PodPhase.Terminating => ReplicaCondition.Terminating,
        PodPhase.Held => ReplicaCondition.HeldTerminating,
        PodPhase.Foreign => ReplicaCondition.NameTaken,
        _ => ReplicaCondition.Unready,
    };
}
