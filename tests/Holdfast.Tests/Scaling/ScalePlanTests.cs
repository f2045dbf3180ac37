using Holdfast.Tests.Identity;

namespace Holdfast.Tests.Scaling;

/// <summary>Each row of what was observed of the controller when a set is created and scaled, with both policies.</summary>
public class ScalePlanTests
{
    [Theory]
    [InlineData(0, 0, 3, "+0 R0 ▸ +1 R1 ▸ +2")] // create n=3, and 0→3
    [InlineData(5, 0, 3, "+5 R5 ▸ +6 R6 ▸ +7")] // create n=3, start=5
    [InlineData(0, 3, 5, "+3 R3 ▸ +4")]
    [InlineData(0, 5, 1, "x4 -4 ▸ x3 -3 ▸ x2 -2 ▸ x1")]
    [InlineData(0, 1, 3, "+1 R1 ▸ +2")]
    [InlineData(0, 3, 0, "x2 -2 ▸ x1 -1 ▸ x0")]
    [InlineData(5, 3, 5, "+8 R8 ▸ +9")] // start=5: 3→5→2
    [InlineData(5, 5, 2, "x9 -9 ▸ x8 -8 ▸ x7")]
    [InlineData(0, 3, 3, "")]
    [InlineData(0, 0, 0, "")]
    public void OrderedSetsScaleOneByOne(int start, int from, int to, string expected) =>
        Assert.Equal(expected, Notation.Of(Plan(PodManagementPolicy.OrderedReady, start, from, to).Steps));

    [Theory]
    [InlineData(0, 0, 3, "{+0 +1 +2}")]
    [InlineData(5, 0, 3, "{+5 +6 +7}")]
    [InlineData(0, 3, 5, "{+3 +4}")]
    [InlineData(0, 5, 1, "{x1 x2 x3 x4}")]
    [InlineData(0, 1, 3, "{+1 +2}")]
    [InlineData(0, 3, 0, "{x0 x1 x2}")]
    [InlineData(5, 3, 5, "{+8 +9}")]
    [InlineData(5, 5, 2, "{x7 x8 x9}")]
    [InlineData(0, 3, 3, "")]
    public void ParallelSetsScaleAllAtOnce(int start, int from, int to, string expected)
    {
        ScalePlan plan = Plan(PodManagementPolicy.Parallel, start, from, to);

        Assert.Equal(expected, Notation.Of(plan.Steps));
        Assert.All(plan.Steps, step =>
        {
            Assert.Empty(step.WaitsForReady);
            Assert.Empty(step.WaitsForGone);
        });
    }

    [Fact]
    public void OrderedCreationWaitsForAllMembersBelow()
    {
        ScalePlan plan = Plan(PodManagementPolicy.OrderedReady, 5, 3, 5);

        Assert.Equal("w-5, w-6, w-7", plan.Steps[0].WaitsForReady.ToString());
        Assert.Equal("w-5, w-6, w-7, w-8", plan.Steps[1].WaitsForReady.ToString());
        Assert.All(plan.Steps, step => Assert.Empty(step.WaitsForGone));
    }

    [Fact]
    public void OrderedDeletionWaitsForAllMembersThatStay()
    {
        ScalePlan plan = Plan(PodManagementPolicy.OrderedReady, 5, 5, 2);

        Assert.All(plan.Steps, step => Assert.Equal("w-5, w-6", step.WaitsForReady.ToString()));
        Assert.Equal([], plan.Steps[0].WaitsForGone);
        Assert.Equal(["w-9"], plan.Steps[1].WaitsForGone.Select(pod => pod.Name));
        Assert.Equal(["w-8"], plan.Steps[2].WaitsForGone.Select(pod => pod.Name));
    }

    [Theory]
    [InlineData(PodManagementPolicy.OrderedReady)]
    [InlineData(PodManagementPolicy.Parallel)]
    public void ClaimsOfCreatedPodsMayExistAlready(PodManagementPolicy policy) =>
        Assert.Equal(
            [("d-w-3", ClaimOutcome.CreatedOrBoundAgain), ("d-w-4", ClaimOutcome.CreatedOrBoundAgain)],
            Claims(Plan(policy, 0, 3, 5)));

    [Theory]
    [InlineData(PodManagementPolicy.OrderedReady)]
    [InlineData(PodManagementPolicy.Parallel)]
    public void ClaimsOfDeletedPodsStay(PodManagementPolicy policy)
    {
        ScalePlan plan = Plan(policy, 0, 5, 3);

        Assert.Equal([("d-w-3", ClaimOutcome.Kept), ("d-w-4", ClaimOutcome.Kept)], Claims(plan).Order());
        Assert.All(plan.Steps.SelectMany(step => step.Claims), claim => Assert.Equal($"d-{claim.Pod.Name}", claim.Name));
    }

    [Fact]
    public void ClaimsThatTheSamePlanKeptAreBoundAgain() =>
        Assert.Equal(
            [
                ("d-w-2", ClaimOutcome.Kept),
                ("d-w-1", ClaimOutcome.Kept),
                ("d-w-1", ClaimOutcome.BoundAgain),
                ("d-w-2", ClaimOutcome.BoundAgain),
                ("d-w-3", ClaimOutcome.CreatedOrBoundAgain),
            ],
            Claims(Plan(PodManagementPolicy.OrderedReady, 0, 3, 1).Then(4)));

    [Fact]
    public void EachTemplateMakesAClaim()
    {
        var set = new StatefulSetInfo("w") { ClaimTemplates = ["wal", "data"] };

        Assert.Equal(["data-w-0", "wal-w-0"], ScalePlan.Between(set, 0, 1).Steps[0].Claims.Select(claim => claim.Name));
        Assert.Empty(ScalePlan.Between(new StatefulSetInfo("w"), 0, 1).Steps[0].Claims);
    }

    [Fact]
    public void DnsNamesComeAndGoWithTheirPods()
    {
        ScalePlan plan = ScalePlan.Between<ZooKeeper>(3, 4).Then(3);

        Assert.Equal(["zookeeper-3.zookeeper"], plan.Steps[0].NamesAppearing);
        Assert.Empty(plan.Steps[0].NamesGoing);
        Assert.Equal(["zookeeper-3.zookeeper"], plan.Steps[1].NamesGoing);
        Assert.Empty(plan.Steps[1].NamesAppearing);
        Assert.Equal(
            ["zookeeper-3.zookeeper.shop.svc.cluster.local"],
            ScalePlan.Between(ZooKeeper.StatefulSet.In("shop"), 3, 4).Steps[0].NamesAppearing);
    }

    [Fact]
    public void WithoutAGoverningServiceThereAreNoDnsNames()
    {
        ScalePlan plan = ScalePlan.Between(new StatefulSetInfo("batch") { ServiceName = "" }, 0, 1).Then(0);

        Assert.All(plan.Steps, step =>
        {
            Assert.Empty(step.NamesAppearing);
            Assert.Empty(step.NamesGoing);
        });
    }

    [Fact]
    public void NamesInASetReadInTheOrderOfOrdinals() =>
        Assert.Equal(
            ["w-9.w", "w-10.w"],
            Plan(PodManagementPolicy.Parallel, 0, 9, 11).Steps[0].NamesAppearing);

    [Fact]
    public void PlansFollowEachOther()
    {
        ScalePlan plan = Plan(PodManagementPolicy.OrderedReady, 5, 3, 5).Then(2).Then(2);

        Assert.Equal(3, plan.From);
        Assert.Equal(2, plan.To);
        Assert.Equal(["3 → 5", "5 → 2", "2 → 2"], plan.Changes.Select(change => change.ToString()));
        Assert.Equal([2, 3, 0], plan.Changes.Select(change => change.Steps.Count));
        Assert.Equal(plan.Changes.SelectMany(change => change.Steps), plan.Steps);
    }

    [Fact]
    public void DeclaredReplicasPlayNoPart() =>
        Assert.Equal(
            ScalePlan.Between(ZooKeeper.StatefulSet, 3, 5).ToString(),
            ScalePlan.Between(ZooKeeper.StatefulSet.WithReplicas(0), 3, 5).ToString());

    [Fact]
    public void PlannedPodsEqualThoseOfTheApplication() =>
        Assert.Contains(ZooKeeper.Pods[2], ScalePlan.Between<ZooKeeper>(3, 1).Steps[0].Deletes);

    [Fact]
    public void ImpossibleSizesAreRefused()
    {
        StatefulSetInfo set = new("w") { OrdinalStart = 5 };

        Assert.Throws<ArgumentOutOfRangeException>("from", () => ScalePlan.Between(set, -1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("to", () => ScalePlan.Between(set, 1, -1));
        Assert.Throws<ArgumentOutOfRangeException>("replicas", () => ScalePlan.Between(set, 1, 1).Then(-1));
        Assert.Throws<ArgumentOutOfRangeException>("from", () => ScalePlan.Between(set, int.MaxValue, 1));
        Assert.Throws<ArgumentOutOfRangeException>("to", () => ScalePlan.Between(set, 1, int.MaxValue - 4));
        Assert.Throws<ArgumentOutOfRangeException>("replicas", () => ScalePlan.Between(set, 1, 1).Then(int.MaxValue));
        Assert.Throws<ArgumentNullException>("set", () => ScalePlan.Between(null!, 1, 1));
    }

    [Fact]
    public void ImpossibleOptionsAreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("Quorum", () => new ScaleOptions { Quorum = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(
            "Replicas", () => new ScaleOptions { Replicas = new Dictionary<int, ReplicaCondition> { [-1] = ReplicaCondition.Ready } });
        Assert.Throws<ArgumentNullException>("Replicas", () => new ScaleOptions { Replicas = null! });
        Assert.Throws<ArgumentException>("options", () => ScalePlan.Between(
            new StatefulSetInfo("w"), 0, 1, new ScaleOptions { Replicas = new Dictionary<int, ReplicaCondition> { [0] = ReplicaCondition.ClaimHeldTerminating } }));
    }

    [Fact]
    public void SetsDoNotBecomeOthers()
    {
        StatefulSetInfo shop = ZooKeeper.StatefulSet.In("shop");

        Assert.Throws<ArgumentException>("after", () => ScalePlan.Between(shop, shop.In("test")));
        Assert.Throws<ArgumentException>("after", () => ScalePlan.Between(shop, 1, 1).Then(new StatefulSetInfo("kafka")));
        Assert.Throws<ArgumentNullException>("before", () => ScalePlan.Between(null!, shop));
        Assert.Throws<ArgumentNullException>("after", () => ScalePlan.Between(shop, null!));
        Assert.Throws<ArgumentNullException>("set", () => ScalePlan.Update(null!));
        Assert.Throws<ArgumentNullException>("set", () => ScalePlan.Deletion(null!));
        Assert.Throws<InvalidOperationException>(() => ScalePlan.Deletion(shop).Then(1));
        Assert.Throws<InvalidOperationException>(() => ScalePlan.Deletion(shop).ThenDeletion());
    }

    private static ScalePlan Plan(PodManagementPolicy policy, int start, int from, int to) =>
        ScalePlan.Between(
            new StatefulSetInfo("w") { OrdinalStart = start, PodManagementPolicy = policy, ClaimTemplates = ["d"] }, from, to);

    [Fact]
    public void ClaimsThatAreNotRetained_GoWithTheirPods_AndComeBackEmpty()
    {
        var set = new StatefulSetInfo("w") { ClaimTemplates = ["d"], ClaimsWhenScaled = ClaimRetention.Delete };
        ScalePlan plan = ScalePlan.Between(set, 3, 1).Then(3);
        Assert.Equal(
            [
                ("d-w-2", ClaimOutcome.Deleted),
                ("d-w-1", ClaimOutcome.Deleted),
                ("d-w-1", ClaimOutcome.Created),
                ("d-w-2", ClaimOutcome.Created),
            ],
            Claims(plan));
        Assert.Contains("claim d-w-2: deleted with its data\n", plan.ToString(), StringComparison.Ordinal);
        Assert.Contains("claim d-w-1: created, new and empty\n", plan.ToString(), StringComparison.Ordinal);
        Assert.NotEqual(set, new StatefulSetInfo("w") { ClaimTemplates = ["d"] });
        Assert.Equal(ClaimRetention.Delete, set.In("shop").WithReplicas(5).ClaimsWhenScaled);
    }

    private static IEnumerable<(string Name, ClaimOutcome Outcome)> Claims(ScalePlan plan) =>
        plan.Steps.SelectMany(step => step.Claims).Select(claim => (claim.Name, claim.Outcome));
}
