using System.Collections.Immutable;
using Holdfast.WellKnown;

namespace Holdfast;

/// <summary>Why nothing happens by itself, and what helps, in words and as what is done. The first way out is the one that a plan goes on with.</summary>
internal static class ScaleBlocks
{
    public static ScaleBlock Of(Move.Blocked blocked, StatefulSetInfo set, ClusterState state, KubernetesVersion version)
    {
        ImmutableSortedSet<Pod> pods = PodOrder.Sort(blocked.Ordinals.Select(ordinal => new Pod(set, ordinal)));
        Pod pod = pods[^1];
        (string reason, ScaleWayOut[] waysOut) = blocked.Cause switch
        {
            BlockCause.NotGone => NotGone(pod),
            BlockCause.NameTaken => NameTaken(pod),
            BlockCause.ClaimNotGone => ClaimNotGone(pod),
            BlockCause.BrokenTemplate => BrokenTemplate(set, state, version, pod),
            BlockCause.VolumesDiffer => VolumesDiffer(pod),
            BlockCause.NotNoticed => NotNoticed(pod),
            _ => pods.Count > 1 ? TwoNotReady(state, pods[0], pod) : NotReady(set, state, version, pod),
        };
        return new ScaleBlock(blocked.Cause, pods, reason, waysOut);
    }

    private static (string Reason, ScaleWayOut[] WaysOut) NotReady(StatefulSetInfo set, ClusterState state, KubernetesVersion version, Pod pod)
    {
        ImmutableArray<int> condemned = [.. Replicas.OutsideDescending(set, state.Own)];
        string reason = set.PodManagementPolicy == PodManagementPolicy.OrderedReady
            ? $"{pod} is not Ready; an OrderedReady set creates, deletes and updates nothing beyond it until it is."
            : version.HasMaxUnavailable
                ? $"{pod} is not Ready; it counts as one of the replicas that a rolling update may take down, so the update does not go on."
                : $"{pod} is not Ready; a rolling update goes on to the next replica only when it is.";
        return (reason,
        [
            MakeReady(pod),
            .. condemned.IsEmpty || !set.IsReplica(pod.Ordinal) ? Array.Empty<ScaleWayOut>() :
            [
                new ScaleWayOut(
                    $"scale to {Describe.Number(pod.Index)} or fewer replicas, so that {pod} is removed, too",
                    ScaleHelp.Apply(set.WithReplicas(pod.Index))),
                new ScaleWayOut(
                    $"delete by hand the pods to be removed: {string.Join(", ", condemned.Select(ordinal => new Pod(set, ordinal)))}",
                    [.. condemned.Select(ScaleHelp.DeletePod)]),
            ],
        ]);
    }

    private static (string Reason, ScaleWayOut[] WaysOut) TwoNotReady(ClusterState state, Pod lower, Pod pod) => (
        $"{pod} and {lower} are both not Ready; of the replicas to be removed, one that is not Ready is deleted only when every replica "
        + "below it is Ready.",
        [
            .. new[] { pod, lower }.Where(one => state.Pods[one.Ordinal].Phase == PodPhase.Unready).Select(MakeReady),
            new ScaleWayOut($"delete {pod} by hand: {Kubectl.DeletePod(pod)}", ScaleHelp.DeletePod(pod.Ordinal)),
        ]);

    private static (string Reason, ScaleWayOut[] WaysOut) NotGone(Pod pod) => (
        $"{pod} is being deleted and does not end: its node does not answer, or a finalizer holds it. Its replacement is not created "
        + "until it is gone.",
        [
            new ScaleWayOut("bring its node back, or remove the finalizer", ScaleHelp.Release(pod.Ordinal)),
            new ScaleWayOut(
                $"if the node is lost, delete the Node or taint it {KubernetesTaints.OutOfService}", ScaleHelp.Release(pod.Ordinal)),
            new ScaleWayOut(
                $"force it: {Kubectl.ForceDeletePod(pod)}; if the node was only out of reach, two {pod} then run at once",
                ScaleHelp.Force(pod.Ordinal)),
        ]);

    private static (string Reason, ScaleWayOut[] WaysOut) NameTaken(Pod pod) => (
        $"Another pod, which the set does not own, has the name {pod}; the controller cannot create its own and does not report it.",
        [
            new ScaleWayOut(
                $"delete it: {Kubectl.DeletePod(pod)} (giving it the set's labels does not help where it lacks the volumes); the controller tries again "
                + "by itself after half a minute or more",
                ScaleHelp.FreeName(pod.Ordinal)),
        ]);

    private static (string Reason, ScaleWayOut[] WaysOut) ClaimNotGone(Pod pod) => (
        $"A claim of {pod} is being deleted and something holds it. Until it is gone, the pod is not created, and FailedCreate is "
        + "reported repeatedly.",
        [
            new ScaleWayOut("find out what holds the claim and remove it; a new, empty claim is then created", ScaleHelp.FreeClaim(pod.Ordinal)),
        ]);

    private static (string Reason, ScaleWayOut[] WaysOut) BrokenTemplate(StatefulSetInfo set, ClusterState state, KubernetesVersion version, Pod pod)
    {
        bool belowPartition = ControllerRule.GetsOldTemplate(set, pod.Ordinal);
        bool byItself = set is { PodManagementPolicy: PodManagementPolicy.Parallel, UpdateStrategy: UpdateStrategy.RollingUpdate } && !version.HasMaxUnavailable;
        ScaleHelp[] delete = byItself ? [] : [ScaleHelp.DeletePod(pod.Ordinal)];
        if (belowPartition)
        {
            // status.currentRevision is the broken one itself: no template that is applied reaches a replica below the partition.
            StatefulSetInfo after = new(set) { UpdatePartition = Math.Max(pod.Index, 0) };
            return (
                $"{pod} runs a template that does not become Ready, and it is below the partition. Its pod is recreated from the same template "
                + "(status.currentRevision) whatever is applied.",
                [
                    new ScaleWayOut(
                        $"apply a template that works with the partition {Describe.Number(after.UpdatePartition)}"
                        + (byItself ? ": the controller then replaces the pod by itself" : $", and then delete {pod} by hand"),
                        [ScaleHelp.Apply(after, TemplateChange.Working), .. delete]),
                    MakeReady(pod),
                ]);
        }

        string template = pod.Ordinal is var ordinal && state.Pods[ordinal].Template == state.UpdateTemplate
            ? state.Templates.Count > 1 ? "the new template" : "a template"
            : "a template that is no longer the set's";
        return byItself
            ? ($"{pod} runs {template} and does not become Ready; the update does not go on to the next replica.",
                [
                    new ScaleWayOut(
                        "apply a template that works: the controller then replaces the pod by itself", ScaleHelp.Apply(TemplateChange.Working)),
                    .. RollBack(state, "", []),
                    MakeReady(pod),
                ])
            : ($"{pod} runs {template} and does not become Ready. Fixing or rolling back the template is not enough: the pod "
                + "stays, and nothing else is done before it is Ready.",
                [
                    new ScaleWayOut(
                        $"apply a template that works, and then delete {pod} by hand", [ScaleHelp.Apply(TemplateChange.Working), .. delete]),
                    .. RollBack(state, $", and then delete {pod} by hand", delete),
                    new ScaleWayOut(
                        $"make {pod} Ready as it is; the update goes on, and replaces it if the template has changed since",
                        ScaleHelp.MakeReady(pod.Ordinal)),
                ]);
    }

    private static ScaleWayOut[] RollBack(ClusterState state, string then, ScaleHelp[] helps) =>
        state.Templates.Count > 1 && !state.BrokenTemplates.Contains(state.Templates[^2])
            ? [new ScaleWayOut("roll back to the previous template" + then, [ScaleHelp.Apply(TemplateChange.RolledBack), .. helps])]
            : [];

    private static (string Reason, ScaleWayOut[] WaysOut) VolumesDiffer(Pod pod) => (
        $"{pod} was created without a volume for each claim template that the set has now, and a pod's volumes cannot be changed; "
        + "nothing else is done while it is there.",
        [new ScaleWayOut($"delete {pod} by hand", ScaleHelp.DeletePod(pod.Ordinal))]);

    private static (string Reason, ScaleWayOut[] WaysOut) NotNoticed(Pod pod) => (
        $"{pod} was to be removed and is wanted again while it is still being deleted, and its claim is deleted after it. The controller looks at the set before the "
        + $"claim is gone and not again after that: {pod} may stay missing, without an event, until the set changes again.",
        [new ScaleWayOut($"touch the set if {pod} does not appear", ScaleHelp.Touch())]);

    private static ScaleWayOut MakeReady(Pod pod) => new($"make {pod} Ready", ScaleHelp.MakeReady(pod.Ordinal));
}
