using System.Collections.Immutable;

namespace Holdfast;

/// <summary>What should be known before a change is made and no step says.</summary>
internal static class ScaleCaveats
{
    public static IReadOnlyList<string> Of(
        StatefulSetInfo before, StatefulSetInfo after, ScaleOptions options, ImmutableArray<string> immutable, ClusterState found) =>
    [
        .. OfMembership(before, after),
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
                "A claim that is there already under the name of a member's is used as it is: its size, class and data stay, and the retention policy "
                + "counts for it as for any other.",
            ];

    public static IReadOnlyList<string> OfDeletion(StatefulSetInfo before, ClusterState found, DeletionPropagation propagation)
    {
        if (propagation == DeletionPropagation.Orphan)
        {
            return
            [
                "Pods and claims belong to no set then: a pod that is deleted stays away, and claims stay whatever the retention policy is.",
                "A set of the same name and selector takes them over. One of another name does not, and pods that stay hold their names against it.",
            ];
        }

        return
        [
            .. before.Replicas > 1
                ? ["All pods are deleted at once, in no order, whatever the pod management policy. For an orderly end scale to 0 first."]
                : Array.Empty<string>(),
            .. before.ClaimsWhenDeleted == ClaimRetention.Delete && before.ClaimTemplates.Count > 0 && !found.KnowsAllClaims
                ?
                [
                    "Claims that earlier scale-downs left over go with the set, too, as far as the set owns them: a scale-down under this policy "
                    + "keeps them only until then.",
                ]
                : Array.Empty<string>(),
        ];
    }

    private static IEnumerable<string> OfMembership(StatefulSetInfo before, StatefulSetInfo after)
    {
        if (after.Replicas > 0 && LeavesMembers(before, after))
        {
            yield return "An application that counts its own members, for a quorum, must be told of those that go before they go.";
        }
    }

    private static IEnumerable<string> OfNumbers(StatefulSetInfo before, StatefulSetInfo after)
    {
        if (before.OrdinalStart != after.OrdinalStart)
        {
            yield return "No data moves: members under new ordinals begin with empty volumes, unless claims of theirs were kept.";
            if (after.PodManagementPolicy == PodManagementPolicy.Parallel && LeavesMembers(after, before))
            {
                yield return "The old members are deleted even if none of the new ones ever becomes Ready.";
            }
        }
    }

    private static IEnumerable<string> OfClaims(StatefulSetInfo before, StatefulSetInfo after)
    {
        if (after.ClaimsWhenScaled == ClaimRetention.Delete
            && after.ClaimTemplates.Count > 0
            && LeavesMembers(before, after))
        {
            yield return after.PodManagementPolicy == PodManagementPolicy.Parallel
                ? "To take the change back saves the claims of those members whose pods are still terminating then; those of pods that are gone "
                    + "are lost."
                : "To take the change back does not save the claim of a member whose pod is terminating already: it is lost, and the member may stay "
                    + "away until something else happens to the set.";
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
            yield return "A merge patch to OnDelete must set rollingUpdate to null as well; the API server refuses it else.";
        }

        if (pending && after.UpdateStrategy == UpdateStrategy.OnDelete)
        {
            yield return "Members get the new template when somebody deletes their pods. status.currentRevision stays the old one even when "
                + "all have it.";
        }

        if (pending && after.UpdateStrategy == UpdateStrategy.RollingUpdate && after.UpdatePartition > 0)
        {
            yield return after.UpdatePartition >= after.Replicas
                ? $"The partition {Describe.Number(after.UpdatePartition)} is not below the number of replicas, so no member is updated."
                : "The partition counts members, not ordinals: "
                    + $"{NameRuns.Of(after.Pods.Take(after.UpdatePartition))} {(after.UpdatePartition == 1 ? "is" : "are")} not updated.";
            yield return "A pod below the partition that is deleted comes back with the template of status.currentRevision, which is older "
                + "than what it ran if an earlier update was never finished.";
        }

        if (after is { UpdateMaxUnavailable: > 0 } or { UpdateMaxUnavailablePercent: > 0 } && !options.KubernetesOf(after).HasMaxUnavailable)
        {
            yield return $"Kubernetes {options.KubernetesOf(after)} drops maxUnavailable (the feature gate MaxUnavailableStatefulSet is off), so members are updated one at a time.";
        }

        if (pending && ControllerRule.MaxUnavailable(after) > 1 && options.KubernetesOf(after).HasMaxUnavailable && after.UpdateStrategy == UpdateStrategy.RollingUpdate
            && after.PodManagementPolicy == PodManagementPolicy.Parallel)
        {
            yield return "The update of the next member may begin as soon as one of those that are away is Ready, not all of them.";
        }

        if (options.Template == TemplateChange.RolledBack)
        {
            yield return "Pods that run the template before stay as they are; all others are replaced, as in any update.";
        }
    }

    private static IEnumerable<string> OfRecreation(
        StatefulSetInfo before, StatefulSetInfo after, ScaleOptions options, ImmutableArray<string> immutable)
    {
        yield return $"The API server refuses to change {string.Join(", ", immutable)} in place, so the set is deleted and created again around its pods.";
        yield return "No operator and no GitOps may create the set in between. Name and selector must stay, or the pods belong to no set "
            + "and hold their names against the new ones.";
        yield return "A pod that dies between the two commands stays away until the set is back.";
        yield return "Claims that exist are not changed: sizes and classes of new templates count for new claims only. Grow old ones one by one "
            + "(kubectl patch; the storage class must allow it), or replace them: delete the claim, delete the pod, wait until it is Ready.";
        if (options.Template == TemplateChange.None)
        {
            yield return "The pod template must stay the same to the letter; else every pod is replaced, the highest first.";
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
            yield return $"Claims of the former template{(surplus.Length == 1 ? "" : "s")} {string.Join(", ", surplus)} stay until somebody deletes them.";
        }

        if (after.Pods.Count < before.Pods.Count)
        {
            yield return "The members that are to go are deleted as soon as the set is back.";
        }
    }

    /// <summary>Whether one has replicas that the other has not.</summary>
    private static bool LeavesMembers(StatefulSetInfo one, StatefulSetInfo other) =>
        one.Replicas > 0 && !(other.IsMember(one.Pods.First.Ordinal) && other.IsMember(one.Pods.Last.Ordinal));
}
