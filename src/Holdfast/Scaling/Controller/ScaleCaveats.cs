using System.Collections.Immutable;

namespace Holdfast;

/// <summary>What should be known before a change is made and no step says.</summary>
internal static class ScaleCaveats
{
    public static IReadOnlyList<string> Of(
        StatefulSetInfo before, StatefulSetInfo after, ScaleOptions options, ImmutableArray<string> immutable, ClusterState found) =>
    [
        .. OfRange(before, after),
        .. OfNumbers(before, after),
        .. OfClaims(before, after),
        .. OfUpdate(before, after, options, found),
        .. immutable.IsEmpty ? [] : OfRecreation(before, after, options, immutable),
    ];

    public static IReadOnlyList<string> OfCreation(StatefulSetInfo after, ClusterState found) =>
        after.ClaimTemplates.Count == 0 || found.KnowsAllClaims
            ? []
            :
            [
                "A claim that already exists under the name of a replica's claim is used as it is: its size, class and data stay, and the retention policy "
                + "applies to it as to any other.",
            ];

    public static IReadOnlyList<string> OfDeletion(StatefulSetInfo before, ClusterState found, DeletionPropagation propagation)
    {
        if (propagation == DeletionPropagation.Orphan)
        {
            return
            [
                "Afterwards no set owns the pods and claims: a deleted pod is not replaced, and claims stay whatever the retention policy is.",
                "A set with the same name and selector takes them over. A set with another name does not.",
            ];
        }

        return
        [
            .. before.Replicas > 1
                ? ["All pods are deleted at once, in no order, whatever the pod management policy. For an orderly shutdown scale to 0 first."]
                : Array.Empty<string>(),
            .. before.ClaimsWhenDeleted == ClaimRetention.Delete && before.ClaimTemplates.Count > 0 && !found.KnowsAllClaims
                ?
                [
                    "Claims that earlier scale-downs left over are deleted with the set, too, as far as the set owns them: a scale-down under this policy "
                    + "keeps them only until then.",
                ]
                : Array.Empty<string>(),
        ];
    }

    private static IEnumerable<string> OfRange(StatefulSetInfo before, StatefulSetInfo after)
    {
        if (after.Replicas > 0 && LeavesReplicas(before, after))
        {
            yield return "Replicas that are removed must leave first where the application counts its replicas for a quorum.";
        }
    }

    private static IEnumerable<string> OfNumbers(StatefulSetInfo before, StatefulSetInfo after)
    {
        if (before.OrdinalStart != after.OrdinalStart)
        {
            yield return "No data moves: replicas with new ordinals start with empty volumes, unless their claims were kept.";
            if (after.PodManagementPolicy == PodManagementPolicy.Parallel && LeavesReplicas(after, before))
            {
                yield return "The old replicas are deleted even if none of the new ones ever becomes Ready.";
            }
        }
    }

    private static IEnumerable<string> OfClaims(StatefulSetInfo before, StatefulSetInfo after)
    {
        if (after.ClaimsWhenScaled == ClaimRetention.Delete
            && after.ClaimTemplates.Count > 0
            && LeavesReplicas(before, after))
        {
            yield return after.PodManagementPolicy == PodManagementPolicy.Parallel
                ? "Reverting the change saves the claims of replicas whose pods are still terminating then; the claims of pods that are gone "
                    + "are lost."
                : "Reverting the change does not save the claim of a replica whose pod is already terminating: it is lost, and the replica may stay "
                    + "missing until the set changes again.";
        }

        if (before.ClaimsWhenDeleted != after.ClaimsWhenDeleted || before.ClaimsWhenScaled != after.ClaimsWhenScaled)
        {
            yield return "Claims that earlier scale-downs left over do not follow the new policy: they stay, even when the set is deleted.";
        }
    }

    private static IEnumerable<string> OfUpdate(StatefulSetInfo before, StatefulSetInfo after, ScaleOptions options, ClusterState found)
    {
        bool pending = options.Template != TemplateChange.None || found.HasTwoTemplates;
        if (before.UpdateStrategy != after.UpdateStrategy && after.UpdateStrategy == UpdateStrategy.OnDelete)
        {
            yield return "A merge patch to OnDelete must set rollingUpdate to null as well; otherwise the API server refuses it.";
        }

        if (pending && after.UpdateStrategy == UpdateStrategy.OnDelete)
        {
            yield return "Replicas get the new template when their pods are deleted by hand. status.currentRevision stays the old one even when "
                + "all have it.";
        }

        if (pending && after.UpdateStrategy == UpdateStrategy.RollingUpdate && after.UpdatePartition > 0)
        {
            yield return after.UpdatePartition >= after.Replicas
                ? $"The partition {Describe.Number(after.UpdatePartition)} is not below the number of replicas, so no replica is updated."
                : "The partition counts replicas, not ordinals: "
                    + $"{NameRuns.Of(after.Pods.Take(after.UpdatePartition))} {(after.UpdatePartition == 1 ? "is" : "are")} not updated.";
            yield return "A deleted pod below the partition is recreated from the template of status.currentRevision, which is older "
                + "than what it ran if an earlier update was never finished.";
        }

        if (after is { UpdateMaxUnavailable: > 0 } or { UpdateMaxUnavailablePercent: > 0 } && !options.KubernetesOf(after).HasMaxUnavailable)
        {
            yield return $"Kubernetes {options.KubernetesOf(after)} drops maxUnavailable (the feature gate MaxUnavailableStatefulSet is off), so replicas are updated one at a time.";
        }

        if (pending && ControllerRule.MaxUnavailable(after) > 1 && options.KubernetesOf(after).HasMaxUnavailable && after.UpdateStrategy == UpdateStrategy.RollingUpdate
            && after.PodManagementPolicy == PodManagementPolicy.Parallel)
        {
            yield return "The update of the next replica may begin as soon as one of those that are down is Ready, not all of them.";
        }

        if (options.Template == TemplateChange.RolledBack)
        {
            yield return "Pods that run the previous template stay as they are; all others are replaced, as in any update.";
        }
    }

    private static IEnumerable<string> OfRecreation(
        StatefulSetInfo before, StatefulSetInfo after, ScaleOptions options, ImmutableArray<string> immutable)
    {
        yield return $"The API server refuses to change {string.Join(", ", immutable)} in place, so the set is deleted without its pods and created again.";
        yield return "No operator or GitOps tool may create the set in between. Name and selector must stay the same, or no set owns the pods "
            + "and they block the names of the new ones.";
        yield return "A pod that ends between the two commands is not replaced until the set exists again.";
        yield return "Existing claims do not change: sizes and classes of new templates apply to new claims only. Expand existing claims one by one "
            + "(kubectl patch; the storage class must allow it), or replace them: delete the claim, delete the pod, wait until it is Ready.";
        if (options.Template == TemplateChange.None)
        {
            yield return "The pod template must stay exactly the same; otherwise every pod is replaced, the highest ordinal first.";
        }

        if (before.ServiceName != after.ServiceName)
        {
            yield return "A pod keeps the DNS name that it was created under"
                + (before.ServiceName.Length > 0 ? $", of Service {before.ServiceName}" : ", which is none")
                + ", until it is replaced; both Services are needed until then.";
        }

        string[] surplus = [.. before.ClaimTemplates.Except(after.ClaimTemplates, StringComparer.Ordinal)];
        if (surplus.Length > 0)
        {
            yield return $"Claims of the former template{(surplus.Length == 1 ? "" : "s")} {string.Join(", ", surplus)} stay until they are deleted by hand.";
        }

        if (after.Pods.Count < before.Pods.Count)
        {
            yield return "The replicas to be removed are deleted as soon as the set exists again.";
        }
    }

    /// <summary>Whether one has replicas that the other has not.</summary>
    private static bool LeavesReplicas(StatefulSetInfo one, StatefulSetInfo other) =>
        one.Replicas > 0 && !(other.IsReplica(one.Pods.First.Ordinal) && other.IsReplica(one.Pods.Last.Ordinal));
}
