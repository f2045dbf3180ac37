namespace Holdfast.Tests.Scaling;

/// <summary>Updates where the feature gate MaxUnavailableStatefulSet is on, as it was observed on 1.36.3 with the gate on and as 1.37 has it.</summary>
public class MaxUnavailableTests
{
    private const PodManagementPolicy Ordered = PodManagementPolicy.OrderedReady;
    private const PodManagementPolicy Parallel = PodManagementPolicy.Parallel;

    private static readonly ScaleOptions On = new() { Kubernetes = new KubernetesVersion(1, 37), Template = TemplateChange.Working };

    [Theory]
    [InlineData(Ordered, "{x3 x4} -3 ▸ +3 R3 ▸ +4 R4 ▸ {x1 x2} -1 ▸ +1 R1 ▸ +2 R2 ▸ x0 -0 ▸ +0")]
    [InlineData(Parallel, "{x3 x4} -3 -4 ▸ {+3 +4} R3 R4 ▸ {x1 x2} -1 -2 ▸ {+1 +2} R1 R2 ▸ x0 -0 ▸ +0")]
    public void TwoAtATime(PodManagementPolicy policy, string expected) =>
        Assert.Equal(expected, Notation.Of(ScalePlan.Update(Set(policy, 5, 2), On)));

    [Fact]
    public void ThePartitionHolds() =>
        Assert.Equal("{x3 x4} -3 ▸ +3 R3 ▸ +4 R4 ▸ x2 -2 ▸ +2", Notation.Of(ScalePlan.Update(new StatefulSetInfo(Set(Ordered, 5, 2)) { UpdatePartition = 2 }, On)));

    [Theory]
    [InlineData(50, 4, 2)]
    [InlineData(40, 4, 1)] // rounded down
    [InlineData(10, 4, 1)] // one at least
    [InlineData(100, 4, 4)]
    public void APercentageIsRoundedDown(int percent, int replicas, int together) =>
        Assert.Equal(
            together,
            ScalePlan.Update(new StatefulSetInfo("w") { Replicas = replicas, UpdateMaxUnavailablePercent = percent }, On).Steps[0].Deletes.Count);

    [Theory]
    [InlineData(Ordered, "x2 -2 ▸ +2 ▸ !2 hand ▸ hand x2 -2 ▸ +2 R2 ▸ x1 -1 ▸ +1 R1 ▸ x0 -0 ▸ +0")]
    [InlineData(Parallel, "x2 -2 ▸ +2 ▸ !2 hand ▸ hand x2 -2 ▸ +2 R2 ▸ x1 -1 ▸ +1 R1 ▸ x0 -0 ▸ +0")]
    public void ATemplateThatIsMendedDoesNotReplaceABrokenPodByItself(PodManagementPolicy policy, string expected) =>
        Assert.Equal(expected, Notation.Of(ScalePlan.Update(Set(policy, 3, 0), On with { Template = TemplateChange.Broken })));

    [Fact]
    public void OneMemberThatIsNotReadyStopsTheUpdateOfAParallelSet()
    {
        ScalePlan plan = ScalePlan.Update(Set(Parallel, 4, 0), On with { Replicas = new Dictionary<int, ReplicaCondition> { [1] = ReplicaCondition.Unready } });

        Assert.Equal("!1 x3 -3 ▸ +3 R3 ▸ x2 -2 ▸ +2 R2 ▸ x1 -1 ▸ +1 R1 ▸ x0 -0 ▸ +0", Notation.Of(plan));
        Assert.Contains("counts as one of the replicas", plan.StuckAt!.Blocks[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void WithTwoThatMayBeAwayOneThatIsNotReadyLeavesOne() =>
        Assert.Single(
            ScalePlan.Update(Set(Parallel, 4, 2), On with { Replicas = new Dictionary<int, ReplicaCondition> { [1] = ReplicaCondition.Unready } }).Steps[0].Deletes);

    [Fact]
    public void ImpossibleNumbersAreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("UpdateMaxUnavailable", () => new StatefulSetInfo("w") { UpdateMaxUnavailable = -1 });
        Assert.Throws<ArgumentOutOfRangeException>("UpdateMaxUnavailablePercent", () => new StatefulSetInfo("w") { UpdateMaxUnavailablePercent = 101 });
        Assert.NotEqual(Set(Ordered, 1, 0), Set(Ordered, 1, 2));
        Assert.Equal(2, Set(Ordered, 1, 2).WithReplicas(3).In("shop").UpdateMaxUnavailable);
    }

    private static StatefulSetInfo Set(PodManagementPolicy policy, int replicas, int maxUnavailable) =>
        new("w") { Replicas = replicas, PodManagementPolicy = policy, UpdateMaxUnavailable = maxUnavailable };
}
