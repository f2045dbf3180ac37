using Holdfast.Tests.Identity;

namespace Holdfast.Tests.Scaling;

public class ScalePlanTextTests
{
    [Fact]
    public void Ordered_plan_reads_as_a_change_request() =>
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
                "- An application that counts its own members, for a quorum, must be told of those that go before they go.",
                "",
                "1 → 1: nothing to do"),
            ScalePlan.Between(ZooKeeper.StatefulSet.In("shop"), 3, 5).Then(1).Then(1).ToString());

    [Fact]
    public void Parallel_plan_reads_as_a_change_request() =>
        Assert.Equal(
            Lines(
                "StatefulSet w: replicas 1 → 3 → 0 → 2 (Parallel: all at once)",
                "",
                "1 → 3",
                "1. create w-1, w-2 in any order",
                "   claim d-w-1: created, or bound again if it was kept",
                "   claim d-w-2: created, or bound again if it was kept",
                "   DNS name w-1.w appears",
                "   DNS name w-2.w appears",
                "   Ready: 1 of 3, WITHOUT the quorum of 2",
                "",
                "3 → 0",
                "2. delete w-0, w-1, w-2 in any order",
                "   claim d-w-0: kept with its data",
                "   claim d-w-1: kept with its data",
                "   claim d-w-2: kept with its data",
                "   DNS name w-0.w goes",
                "   DNS name w-1.w goes",
                "   DNS name w-2.w goes",
                "   Ready: 0 of 3, WITHOUT the quorum of 2",
                "",
                "0 → 2",
                "3. create w-0, w-1 in any order",
                "   claim d-w-0: bound again with its data",
                "   claim d-w-1: bound again with its data",
                "   DNS name w-0.w appears",
                "   DNS name w-1.w appears",
                "   Ready: 0 of 2, WITHOUT the quorum of 2"),
            ScalePlan.Between(
                new StatefulSetInfo("w") { PodManagementPolicy = PodManagementPolicy.Parallel, ClaimTemplates = ["d"] }, 1, 3)
                .Then(0).Then(2).ToString());

    [Fact]
    public void Single_step_reads_alone() =>
        Assert.Equal(
            Lines(
                "create w-2 once w-0 and w-1 are Ready",
                "DNS name w-2.w appears",
                "Ready: 2 of 3, with the quorum of 2"),
            ScalePlan.Between(new StatefulSetInfo("w"), 2, 3).Steps[0].ToString());

    [Fact]
    public void First_member_waits_for_nobody() =>
        Assert.Equal(
            Lines("StatefulSet batch: replicas 0 → 1 (OrderedReady: one by one)", "", "0 → 1", "1. create batch-0", "   Ready: 0 of 1, WITHOUT the quorum of 1"),
            ScalePlan.Between(new StatefulSetInfo("batch") { ServiceName = "" }, 0, 1).ToString());

    private static string Lines(params string[] lines) => string.Join('\n', lines);
}
