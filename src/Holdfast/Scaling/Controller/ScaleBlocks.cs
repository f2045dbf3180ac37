using System.Collections.Immutable;
using Holdfast.WellKnown;

namespace Holdfast;

/// <summary>Why nothing happens by itself, and what helps, in words. The first way out is the one that a plan goes on with.</summary>
internal static class ScaleBlocks
{
    public static ScaleBlock Of(Move.Blocked blocked, StatefulSetInfo set, ClusterState state)
    {
        ImmutableSortedSet<Pod> pods = PodOrder.Sort(blocked.Ordinals.Select(ordinal => new Pod(set, ordinal)));
        Pod pod = pods[^1];
        (string reason, string[] waysOut) = blocked.Cause switch
        {
            BlockCause.NotGone => NotGone(pod),
            BlockCause.NameTaken => NameTaken(pod),
            BlockCause.ClaimNotGone => ClaimNotGone(pod),
            BlockCause.BrokenTemplate => BrokenTemplate(set, pod),
            BlockCause.VolumesDiffer => VolumesDiffer(pod),
            _ => pods.Count > 1 ? TwoNotReady(pods[0], pod) : NotReady(set, state, pod),
        };
        return new ScaleBlock(blocked.Cause, pods, reason, waysOut);
    }

    private static (string Reason, string[] WaysOut) NotReady(StatefulSetInfo set, ClusterState state, Pod pod)
    {
        ImmutableArray<SimulatedPod> condemned = ControllerRule.Condemned(set, state);
        string reason = set.PodManagementPolicy == PodManagementPolicy.Parallel
            ? $"{pod} is not Ready; a rolling update goes on to the next member only when it is."
            : $"{pod} is not Ready; an OrderedReady set creates, deletes and updates nothing beyond it until it is.";
        return (reason,
        [
            $"make {pod} Ready",
            .. condemned.IsEmpty ? Array.Empty<string>() :
            [
                $"or scale to {Describe.Number(pod.Index)} or less, so that {pod} is to go itself",
                $"or delete by hand the pods that are to go: {string.Join(", ", condemned.Select(gone => gone.Pod.Name))}",
            ],
        ]);
    }

    private static (string Reason, string[] WaysOut) TwoNotReady(Pod lower, Pod pod) => (
        $"{pod} and {lower} are both not Ready; of the members that are to go, one that is not Ready is deleted only when none "
        + "below it is not Ready either.",
        [$"make {pod} Ready", $"or make {lower} Ready", $"or delete {pod} by hand: {Kubectl.DeletePod(pod)}"]);

    private static (string Reason, string[] WaysOut) NotGone(Pod pod) => (
        $"{pod} is being deleted and does not go: its node does not answer, or a finalizer holds it. No second pod gets its name "
        + "until it is gone.",
        [
            "bring its node back, or remove the finalizer",
            $"or, if the node is lost for good, delete the Node or taint it {KubernetesTaints.OutOfService}",
            $"or force it: {Kubectl.DeletePod(pod)} --grace-period=0 --force; if the node was only out of reach, two {pod} then run "
            + "at once",
        ]);

    private static (string Reason, string[] WaysOut) NameTaken(Pod pod) => (
        $"A pod called {pod} is there that is not the set's; the controller cannot create another one and says nothing about it.",
        [$"delete it: {Kubectl.DeletePod(pod)} (to give it the set's labels does not help where it lacks the volumes)"]);

    private static (string Reason, string[] WaysOut) ClaimNotGone(Pod pod) => (
        $"A claim of {pod} is being deleted and something holds it; until it is gone the pod is not created, and FailedCreate is "
        + "reported again and again.",
        ["find out what holds the claim and remove that; a new, empty claim is then made"]);

    private static (string Reason, string[] WaysOut) BrokenTemplate(StatefulSetInfo set, Pod pod) =>
        set.PodManagementPolicy == PodManagementPolicy.Parallel && set.UpdateStrategy == UpdateStrategy.RollingUpdate
            ? ($"{pod} runs the new template and does not become Ready; the update does not go on to the next member.",
                ["apply a template that works, or roll back: the controller then replaces the pod by itself"])
            : ($"{pod} runs the new template and does not become Ready. To mend or roll back the template is not enough: the pod "
                + "stays, and nothing else is done before it is Ready.",
                [
                    $"apply a template that works, or roll back, and then delete {pod} by hand",
                    $"or make {pod} Ready as it is; the update goes on, and replaces it if the template has changed since",
                ]);

    private static (string Reason, string[] WaysOut) VolumesDiffer(Pod pod) => (
        $"{pod} was created without a volume for each claim template that the set has now, and a pod's volumes cannot be changed; "
        + "nothing else is done while it is there.",
        [$"delete {pod} by hand"]);
}
