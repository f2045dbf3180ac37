using System.Collections.Immutable;
using Holdfast.WellKnown;

namespace Holdfast;

/// <summary>
/// The controller's rule, as observed: what is missing is created in ascending order, then what is too many is deleted in
/// descending order. With <see cref="PodManagementPolicy.OrderedReady"/> each creation waits until all members below are
/// Ready, and each deletion until all that stay are Ready and the one deleted before is gone; with
/// <see cref="PodManagementPolicy.Parallel"/> nothing waits and nothing is ordered.
/// </summary>
internal static class ScaleSteps
{
    /// <summary>
    /// The steps from one state of a set to another. Written for any two ranges of ordinals, since a set whose first
    /// ordinal changes follows the same rule.
    /// </summary>
    /// <param name="before">The set as it is.</param>
    /// <param name="after">The set as it shall be.</param>
    /// <param name="membersSoFar">The members that have been there, whose claims are therefore known to exist.</param>
    public static IReadOnlyList<ScaleStep> Between(StatefulSetInfo before, StatefulSetInfo after, PodSet membersSoFar)
    {
        ImmutableArray<Pod> missing = [.. after.Pods.Where(pod => !before.Pods.Contains(pod))];
        ImmutableArray<Pod> tooMany = [.. before.Pods.Where(pod => !after.Pods.Contains(pod)).Reverse()];
        return after.PodManagementPolicy == PodManagementPolicy.Parallel
            ? Parallel(after, missing, tooMany, membersSoFar)
            : OneByOne(after, missing, tooMany, membersSoFar);
    }

    private static ImmutableArray<ScaleStep> OneByOne(
        StatefulSetInfo after, ImmutableArray<Pod> missing, ImmutableArray<Pod> tooMany, PodSet membersSoFar) =>
    [
        .. missing.Select(pod => Create([pod], after.WithReplicas(pod.Index).Pods, membersSoFar)),
        .. tooMany.Select((pod, index) => Delete([pod], after.Pods, index == 0 ? [] : [tooMany[index - 1]])),
    ];

    private static ImmutableArray<ScaleStep> Parallel(
        StatefulSetInfo after, ImmutableArray<Pod> missing, ImmutableArray<Pod> tooMany, PodSet membersSoFar)
    {
        PodSet nobody = after.WithReplicas(0).Pods;
        ImmutableArray<ScaleStep> creation = missing.IsEmpty ? [] : [Create(missing, nobody, membersSoFar)];
        return tooMany.IsEmpty ? creation : creation.Add(Delete(tooMany, nobody, []));
    }

    private static ScaleStep Create(IReadOnlyCollection<Pod> pods, PodSet waitsForReady, PodSet membersSoFar) => new(waitsForReady)
    {
        Creates = Set(pods),
        Claims = Claims(
            pods, pod => !membersSoFar.Contains(pod) ? ClaimOutcome.CreatedOrBoundAgain
                : IsRetained(pod) ? ClaimOutcome.BoundAgain
                : ClaimOutcome.Created),
        NamesAppearing = Names(pods),
    };

    private static ScaleStep Delete(IReadOnlyCollection<Pod> pods, PodSet waitsForReady, IReadOnlyCollection<Pod> waitsForGone) =>
        new(waitsForReady)
        {
            WaitsForGone = Set(waitsForGone),
            Deletes = Set(pods),
            Claims = Claims(pods, pod => IsRetained(pod) ? ClaimOutcome.Kept : ClaimOutcome.Deleted),
            NamesGoing = Names(pods),
        };

    private static bool IsRetained(Pod pod) => pod.Set.ClaimsWhenScaled == ClaimRetention.Retain;

    private static ImmutableSortedSet<Pod> Set(IReadOnlyCollection<Pod> pods) => pods.ToImmutableSortedSet(PodOrder.Instance);

    private static ImmutableSortedSet<ScaledClaim> Claims(IReadOnlyCollection<Pod> pods, Func<Pod, ClaimOutcome> outcome) =>
        pods
            .SelectMany(pod => pod.Set.ClaimTemplates.Select(template =>
                new ScaledClaim(pod, KubernetesNames.Claim(template, pod.Set.Name, pod.Ordinal), outcome(pod))))
            .ToImmutableSortedSet(ScaledClaimOrder.Instance);

    private static ImmutableSortedSet<string> Names(IReadOnlyCollection<Pod> pods) =>
        pods
            .Where(pod => pod.Set.ServiceName.Length > 0)
            .Select(pod => pod.HostName)
            .ToImmutableSortedSet(NameOrder.Instance);
}
