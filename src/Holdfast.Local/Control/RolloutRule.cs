using System.Collections.Immutable;
using Holdfast.Local.Manifests;

namespace Holdfast.Local.Control;

/// <summary>
/// What the Deployment controller decides: how many pods each template shall have. After pkg/controller/deployment of Kubernetes 1.36 (rolling.go,
/// recreate.go), but for the proportional scaling of a rollout that is under way.
/// </summary>
internal static class RolloutRule
{
    /// <summary>The numbers of pods by template, as the next look at the Deployment leaves them.</summary>
    /// <param name="spec">How pods are replaced.</param>
    /// <param name="replicas">How many there shall be.</param>
    /// <param name="template">The template that they shall have.</param>
    /// <param name="desired">The numbers so far.</param>
    /// <param name="pods">The pods that are there.</param>
    public static ImmutableSortedDictionary<int, int> Next(
        RolloutSpec spec, int replicas, int template, ImmutableSortedDictionary<int, int> desired, IReadOnlyCollection<RolloutPod> pods)
    {
        int now = desired.GetValueOrDefault(template);
        int[] old = [.. desired.Where(pair => pair.Key != template && pair.Value > 0).Select(pair => pair.Key)];
        if (spec.Recreate)
        {
            // The new template waits for the last old process, not only for the decision to end it.
            desired = old.Aggregate(desired, (left, other) => left.SetItem(other, 0));
            return pods.Any(pod => pod.Template != template) ? desired : desired.SetItem(template, replicas);
        }

        if (old.Length == 0)
        {
            return desired.SetItem(template, replicas);
        }

        (int surge, int away) = Limits(spec, replicas);
        int total = desired.Values.Sum();
        int more = Math.Min(replicas + surge - total, replicas - now);
        if (now > replicas || more > 0)
        {
            return desired.SetItem(template, now > replicas ? replicas : now + more);
        }

        // What may go: as many as are above the least number, less those of the new template that are not available yet.
        int least = replicas - away;
        int left = total - least - (now - Available(pods, template));
        foreach (int other in old)
        {
            // Old pods that do not work go first: nothing is lost with them.
            int count = Math.Min(left, desired[other] - Available(pods, other));
            if (count > 0)
            {
                desired = desired.SetItem(other, desired[other] - count);
                left -= count;
            }
        }

        int spare = Math.Min(left, desired.Keys.Sum(each => Math.Min(desired[each], Available(pods, each))) - least);
        foreach (int other in old)
        {
            int count = Math.Min(spare, desired[other]);
            if (count > 0)
            {
                desired = desired.SetItem(other, desired[other] - count);
                spare -= count;
            }
        }

        return desired;
    }

    /// <summary>Which pods a ReplicaSet deletes first: those that are not ready, then the newest.</summary>
    public static IEnumerable<RolloutPod> InOrderOfDeletion(IEnumerable<RolloutPod> pods) =>
        pods.OrderBy(pod => pod.IsAvailable).ThenByDescending(pod => pod.Number);

    /// <summary>How many may be there beyond the replicas, and how many may be away; both 0 would let nothing happen.</summary>
    private static (int Surge, int Away) Limits(RolloutSpec spec, int replicas)
    {
        (int surge, int away) = (spec.MaxSurge.Of(replicas, up: true), spec.MaxUnavailable.Of(replicas, up: false));
        return surge == 0 && away == 0 ? (0, 1) : (surge, Math.Min(away, replicas));
    }

    private static int Available(IEnumerable<RolloutPod> pods, int template) => pods.Count(pod => pod.Template == template && pod is { IsAvailable: true, IsEnding: false });
}
