using Holdfast.Tests.Identity;

namespace Holdfast.Tests.Scaling;

public class ScalePlanTextTests
{
    [Fact]
    public void OrderedPlanReadsAsAChangeRequest() =>
        Assert.Equal(
            Lines(
                "StatefulSet zookeeper in namespace shop: replicas 3 → 5 → 1 → 1 (OrderedReady: one by one)",
                "",
                "3 → 5",
                "1. create zookeeper-3 once zookeeper-0 to zookeeper-2 are Ready",
                "   claim data-zookeeper-3: created, or bound again if it was kept",
                "   DNS name zookeeper-3.zookeeper.shop.svc.cluster.local appears",
                "   Ready: 3 of 5, with the quorum of 3",
                "2. create zookeeper-4 once zookeeper-0 to zookeeper-3 are Ready",
                "   claim data-zookeeper-4: created, or bound again if it was kept",
                "   DNS name zookeeper-4.zookeeper.shop.svc.cluster.local appears",
                "   Ready: 4 of 5, with the quorum of 3",
                "",
                "5 → 1",
                "3. delete zookeeper-4 once zookeeper-0 is Ready",
                "   claim data-zookeeper-4: kept with its data",
                "   DNS name zookeeper-4.zookeeper.shop.svc.cluster.local goes",
                "   Ready: 4 of 5, with the quorum of 3",
                "4. delete zookeeper-3 once zookeeper-4 is gone and zookeeper-0 is Ready",
                "   claim data-zookeeper-3: kept with its data",
                "   DNS name zookeeper-3.zookeeper.shop.svc.cluster.local goes",
                "   Ready: 3 of 5, with the quorum of 3",
                "5. delete zookeeper-2 once zookeeper-3 is gone and zookeeper-0 is Ready",
                "   claim data-zookeeper-2: kept with its data",
                "   DNS name zookeeper-2.zookeeper.shop.svc.cluster.local goes",
                "   Ready: 2 of 5, WITHOUT the quorum of 3",
                "6. delete zookeeper-1 once zookeeper-2 is gone and zookeeper-0 is Ready",
                "   claim data-zookeeper-1: kept with its data",
                "   DNS name zookeeper-1.zookeeper.shop.svc.cluster.local goes",
                "   Ready: 1 of 5, WITHOUT the quorum of 3",
                "- Replicas that are removed must leave first where the application counts its replicas for a quorum.",
                "",
                "1 → 1: nothing to do"),
            ScalePlan.Between(ZooKeeper.StatefulSet.In("shop"), 3, 5).Then(1).Then(1).ToString());

    [Fact]
    public void ParallelPlanReadsAsAChangeRequest() =>
        Assert.Equal(
            Lines(
                "StatefulSet w: replicas 1 → 3 → 0 → 2 (Parallel: all at once)",
                "",
                "1 → 3",
                "1. create w-1, w-2 in any order",
                "   claims d-w-1, d-w-2: created, or bound again if they were kept",
                "   DNS names w-1.w, w-2.w appear",
                "   Ready: 1 of 3, WITHOUT the quorum of 2",
                "",
                "3 → 0",
                "2. delete w-0 to w-2 in any order",
                "   claims d-w-0 to d-w-2: kept with their data",
                "   DNS names w-0.w to w-2.w go",
                "   Ready: 0 of 3",
                "",
                "0 → 2",
                "3. create w-0, w-1 in any order",
                "   claims d-w-0, d-w-1: bound again with their data",
                "   DNS names w-0.w, w-1.w appear",
                "   Ready: 0 of 2"),
            ScalePlan.Between(
                new StatefulSetInfo("w") { PodManagementPolicy = PodManagementPolicy.Parallel, ClaimTemplates = ["d"] }, 1, 3)
                .Then(0).Then(2).ToString());

    [Fact]
    public void SingleStepReadsAlone() =>
        Assert.Equal(
            Lines(
                "create w-2 once w-0 and w-1 are Ready",
                "DNS name w-2.w appears",
                "Ready: 2 of 3, with the quorum of 2"),
            ScalePlan.Between(new StatefulSetInfo("w"), 2, 3).Steps[0].ToString());

    [Fact]
    public void FirstMemberWaitsForNobody() =>
        Assert.Equal(
            Lines("StatefulSet batch: replicas 0 → 1 (OrderedReady: one by one)", "", "0 → 1", "1. create batch-0", "   Ready: 0 of 1"),
            ScalePlan.Between(new StatefulSetInfo("batch") { ServiceName = "" }, 0, 1).ToString());

    [Fact]
    public void AParallelCreationOf12TakesFourLines() =>
        Assert.Equal(
            Lines(
                "StatefulSet w: created with 12 replicas (Parallel: all at once)",
                "",
                "the set is created with 12 replicas",
                "1. create w-0 to w-11 in any order",
                "   claims d-w-0 to d-w-11: created, new and empty",
                "   DNS names w-0.w to w-11.w appear",
                "   Ready: 0 of 12"),
            ScalePlan.Creation(
                new StatefulSetInfo("w") { Replicas = 12, PodManagementPolicy = PodManagementPolicy.Parallel, ClaimTemplates = ["d"] },
                new ScaleOptions { KeptClaims = [] }).ToString());

    [Fact]
    public void ClaimsAreGroupedByTemplateAndByWhatBecomesOfThem() =>
        Assert.Equal(
            Lines(
                "create w-1 to w-3, w-5 in any order",
                "claims d-w-1, d-w-2: bound again with their data",
                "claims d-w-3, d-w-5: created, new and empty",
                "DNS names w-1.w to w-3.w, w-5.w appear",
                "Ready: 2 of 6, WITHOUT the quorum of 4"),
            ScalePlan.Between(
                new StatefulSetInfo("w") { PodManagementPolicy = PodManagementPolicy.Parallel, ClaimTemplates = ["d"] },
                1,
                6,
                new ScaleOptions
                {
                    Replicas = new Dictionary<int, ReplicaCondition> { [4] = ReplicaCondition.Ready },
                    KeptClaims = ["d-w-1", "d-w-2"],
                }).Steps[0].ToString());

    [Theory]
    [InlineData(0, 3)]
    [InlineData(3, 0)]
    public void ASetThatComesOrGoesHasNoQuorumToLose(int from, int to)
    {
        ScalePlan plan = ScalePlan.Between(new StatefulSetInfo("w"), from, to);

        Assert.DoesNotContain("WITHOUT", plan.ToString(), StringComparison.Ordinal);
        Assert.Contains("with the quorum of 2", plan.ToString(), StringComparison.Ordinal);
        Assert.Contains(plan.Steps, step => step is { HasQuorum: false, LosesQuorum: false });
        Assert.DoesNotContain("WITHOUT", ScalePlan.Deletion(new StatefulSetInfo("w") { Replicas = 3 }).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsInTheWayIsToldOnceAndNothingIsSaidToBeDoneBesideIt()
    {
        string text = ScalePlan.Between(
            new StatefulSetInfo("w"),
            3,
            3,
            new ScaleOptions { Replicas = new Dictionary<int, ReplicaCondition> { [0] = ReplicaCondition.Unready, [2] = ReplicaCondition.Unready } }).ToString();

        Assert.Equal(2, text.Split("STUCK: ").Length - 1);
        Assert.Contains("1. by hand: make w-0 Ready\n2. by hand: make w-2 Ready", text, StringComparison.Ordinal);
        Assert.DoesNotContain("all is done", text, StringComparison.Ordinal);
    }

    private static string Lines(params string[] lines) => string.Join('\n', lines);
}
