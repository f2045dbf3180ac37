using CsCheck;

namespace Holdfast.Tests.Scaling;

public class ScalePlanProperties
{
    private static readonly Gen<(StatefulSetInfo Set, int[] Sizes)> Plans =
        from start in Gen.Int[0, 12]
        from policy in Gen.Enum<PodManagementPolicy>()
        from sizes in Gen.Int[0, 12].Array[2, 6]
        select (new StatefulSetInfo("w") { OrdinalStart = start, PodManagementPolicy = policy, ClaimTemplates = ["d"] }, sizes);

    [Fact]
    public void Steps_lead_from_the_first_size_to_the_last() =>
        Plans.Sample(sample =>
        {
            HashSet<Pod> pods = [.. sample.Set.WithReplicas(sample.Sizes[0]).Pods];
            foreach (ScaleStep step in Plan(sample).Steps)
            {
                Assert.True(step.Deletes.IsSubsetOf(pods), "only a pod that is there is deleted");
                Assert.False(step.Creates.Overlaps(pods), "no pod is created twice");
                pods.ExceptWith(step.Deletes);
                pods.UnionWith(step.Creates);
            }

            Assert.True(pods.SetEquals(sample.Set.WithReplicas(sample.Sizes[^1]).Pods));
        });

    [Fact]
    public void Members_are_always_the_lowest_ordinals() =>
        Plans.Sample(sample =>
        {
            int size = sample.Sizes[0];
            foreach (ScaleStep step in Plan(sample).Steps)
            {
                Assert.All(step.Creates, pod => Assert.InRange(pod.Index, size, size + step.Creates.Count - 1));
                Assert.All(step.Deletes, pod => Assert.InRange(pod.Index, size - step.Deletes.Count, size - 1));
                size += step.Creates.Count - step.Deletes.Count;
            }
        });

    [Fact]
    public void Waits_can_end() =>
        Plans.Sample(sample =>
        {
            HashSet<Pod> pods = [.. sample.Set.WithReplicas(sample.Sizes[0]).Pods];
            foreach (ScaleStep step in Plan(sample).Steps)
            {
                Assert.All(step.WaitsForReady, pod => Assert.Contains(pod, pods));
                Assert.All(step.WaitsForGone, pod => Assert.DoesNotContain(pod, pods));
                pods.ExceptWith(step.Deletes);
                pods.UnionWith(step.Creates);
            }
        });

    [Fact]
    public void Ordered_steps_touch_one_pod_each() =>
        Plans.Where(sample => sample.Set.PodManagementPolicy == PodManagementPolicy.OrderedReady).Sample(sample =>
            Plan(sample).Steps.All(step => step.Creates.Count + step.Deletes.Count == 1));

    [Fact]
    public void Each_touched_pod_has_its_claim_and_its_name() =>
        Plans.Sample(sample => Plan(sample).Steps.All(step =>
            step.Claims.Select(claim => claim.Pod).ToHashSet().SetEquals(step.Creates.Concat(step.Deletes))
            && step.NamesAppearing.SetEquals(step.Creates.Select(pod => pod.HostName))
            && step.NamesGoing.SetEquals(step.Deletes.Select(pod => pod.HostName))));

    private static ScalePlan Plan((StatefulSetInfo Set, int[] Sizes) sample) =>
        sample.Sizes[2..].Aggregate(
            ScalePlan.Between(sample.Set, sample.Sizes[0], sample.Sizes[1]),
            (plan, size) => plan.Then(size));
}
