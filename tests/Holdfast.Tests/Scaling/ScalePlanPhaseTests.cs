using Holdfast.Tests.Identity;

namespace Holdfast.Tests.Scaling;

/// <summary>Phases, what is in the way between them, ways out, and the state at the end.</summary>
public class ScalePlanPhaseTests
{
    private const PodManagementPolicy Ordered = PodManagementPolicy.OrderedReady;
    private const PodManagementPolicy Parallel = PodManagementPolicy.Parallel;

    [Fact]
    public void APlanThatIsNeverStuckHasOnePhaseForEachChange()
    {
        ScalePlan plan = ScalePlan.Between(Set(Ordered), 3, 5).Then(1);

        Assert.Equal(2, plan.Phases.Count());
        Assert.All(plan.Phases, phase => Assert.Empty(phase.Blocks));
        Assert.All(plan.Phases, phase => Assert.Null(phase.Help));
        Assert.Null(plan.StuckAt);
    }

    [Fact]
    public void AllThatHoldsAStepIsListedAndHelpedOneAfterTheOther()
    {
        ScalePlan plan = ScalePlan.Between(Set(Ordered), 5, 4, With((0, ReplicaCondition.Unready), (2, ReplicaCondition.Unready)));

        Assert.Equal([["w-0", "w-2"], ["w-2"], []], plan.Phases.Select(phase => phase.Blocks.SelectMany(block => block.Pods).Select(pod => pod.Name)));
        Assert.Equal([null, ScaleHelp.MakeReady(0), ScaleHelp.MakeReady(2)], plan.Phases.Select(phase => phase.Help));
        Assert.Equal("!0 !2 x4", Notation.Of(plan));
        Assert.Equal(2, plan.Steps[0].Stuck.Count);
    }

    [Fact]
    public void WhatComesAfterAStepIsNotListedBeforeIt()
    {
        // w-4 is in the way of no step before w-3 is there.
        ScalePlan plan = ScalePlan.Between(Set(Ordered), 3, 5, With((0, ReplicaCondition.Unready), (4, ReplicaCondition.NameTaken)));

        Assert.Equal([["w-0"], ["w-4"], []], plan.Phases.Select(phase => phase.Blocks.SelectMany(block => block.Pods).Select(pod => pod.Name)));
    }

    [Fact]
    public void TheStateAtTheEndHasPodsClaimsAndTemplates()
    {
        StatefulSetInfo set = new(Set(Ordered, 3)) { UpdatePartition = 2, ClaimsWhenDeleted = ClaimRetention.Delete };
        ScaleState end = ScalePlan.Update(set).Then(2).End;

        Assert.Equal([("w-0", ReplicaCondition.Ready, 0), ("w-1", ReplicaCondition.Ready, 0)], end.Pods.Select(pod => (pod.Pod.Name, pod.Condition, pod.Template)));
        Assert.Equal([("d-w-0", ClaimOwner.Set), ("d-w-1", ClaimOwner.Set), ("d-w-2", ClaimOwner.Set)], end.Claims.Select(claim => (claim.Name, claim.Owner)));
        Assert.Equal((0, 1), (end.CurrentTemplate, end.UpdateTemplate));
    }

    [Fact]
    public void TheStateAtTheEndOfAPhaseIsThatOfTheMoment()
    {
        ScalePlan plan = ScalePlan.Update(Set(Ordered, 2), new ScaleOptions { Template = TemplateChange.Broken });

        Assert.Equal(
            [("w-0", ReplicaCondition.Ready, 0), ("w-1", ReplicaCondition.Unready, 1)],
            plan.StuckAt!.End.Pods.Select(pod => (pod.Pod.Name, pod.Condition, pod.Template)));
        Assert.Equal([2, 2], plan.End.Pods.Select(pod => pod.Template));
        Assert.Equal(2, plan.End.CurrentTemplate);
    }

    [Fact]
    public void EachWayOutCanBeFollowed()
    {
        ScalePlan plan = ScalePlan.Between(Set(Ordered), 5, 3, With((1, ReplicaCondition.Unready)));
        IReadOnlyList<ScaleWayOut> ways = plan.StuckAt!.Blocks[0].WaysOut;

        Assert.Equal("!1 x4 -4 ▸ x3", Notation.Of(plan.Following(ways[0])));
        Assert.Equal("!1 hand ▸ x4 -4 ▸ x3 -3 ▸ x2 -2 ▸ x1", Notation.Of(plan.Following(ways[1])));
        Assert.Equal(["w-0"], plan.Following(ways[1]).End.Pods.Select(pod => pod.Pod.Name));
        Assert.Equal("!1 hand x4 ▸ hand x3", Notation.Of(plan.Following(ways[2]))[..20]);
        Assert.Contains("kubectl scale statefulset w --replicas=1", plan.Following(ways[1]).ToString(), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("way", () => ScalePlan.Between(Set(Ordered), 5, 3).Following(ways[0]));
        Assert.Throws<ArgumentNullException>("way", () => plan.Following(null!));
    }

    [Fact]
    public void AnotherWayOutOfABrokenTemplateIsToRollBack()
    {
        ScalePlan plan = ScalePlan.Update(Set(Ordered, 3), new ScaleOptions { Template = TemplateChange.Broken });
        ScaleWayOut back = plan.StuckAt!.Blocks[0].WaysOut.Single(way => way.Text.StartsWith("roll back", StringComparison.Ordinal));
        ScalePlan rolledBack = plan.Following(back);

        // The others never left the old template.
        Assert.Equal("x2 -2 ▸ +2 ▸ !2 hand ▸ hand x2 -2 ▸ +2", Notation.Of(rolledBack));
        Assert.Equal([0, 0, 0], rolledBack.End.Pods.Select(pod => pod.Template));
        Assert.Contains("create w-2 from the previous template", rolledBack.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void APlanCanEndWhereItIsStuckAndGoOnWithAnyHelp()
    {
        ScalePlan stuck = ScalePlan.Between(Set(Ordered), 5, 4, With((1, ReplicaCondition.Unready)) with { EndWhereStuck = true });
        ScalePlan helped = stuck.Then(ScaleHelp.DeletePod(1));

        Assert.Empty(stuck.Steps);
        Assert.Single(stuck.Phases);
        Assert.Equal("!1 hand x1 -1 ▸ +1 R1 ▸ x4", Notation.Of(helped));
        Assert.Equal(ScaleHelp.DeletePod(1), helped.Phases.Last().Help);
        Assert.Equal(ReplicaCondition.Unready, stuck.Then(ScaleHelp.DeletePod(1), With((1, ReplicaCondition.NeverReadyAgain))).End.Pods[1].Condition);
        Assert.Equal(5, stuck.Then(5).End.Pods.Count);
    }

    [Fact]
    public void HelpMustBePossible()
    {
        ScalePlan plan = ScalePlan.Between(Set(Ordered), 3, 4);

        Assert.Throws<ArgumentNullException>("help", () => plan.Then((ScaleHelp)null!));
        Assert.Throws<ArgumentOutOfRangeException>("ordinal", () => ScaleHelp.MakeReady(-1));
        Assert.Throws<ArgumentNullException>("set", () => ScaleHelp.Apply((StatefulSetInfo)null!));
        Assert.Throws<ArgumentException>("after", () => plan.Then(ScaleHelp.Apply(new StatefulSetInfo("v"))));
        Assert.Equal("hand", Notation.Of([plan.Then(ScaleHelp.DeletePod(17)).Steps[^1]]));
    }

    [Fact]
    public void AFailedPodIsNotToBeMadeReady()
    {
        // r04 of the recordings: two pods fail while they wait to go.
        ScalePlan plan = ScalePlan.Between(
            Set(Ordered), 6, 2, With((0, ReplicaCondition.Unready), (2, ReplicaCondition.Failed), (4, ReplicaCondition.Failed)));

        Assert.Equal("!0 x5 ▸ !2 !4 hand x4 -4 ▸ x3 -3 ▸ x2", Notation.Of(plan));
        Assert.Equal(["delete w-4 by hand: kubectl delete pod w-4"], plan.Phases.ElementAt(1).Blocks[0].WaysOut.Select(way => way.Text));
    }

    [Theory]
    [InlineData(Ordered, "+0 ▸ !0 hand ▸ hand x0 -0 ▸ +0 R0 ▸ +1")]
    [InlineData(Parallel, "{+0 +1} ▸ !0 !1 hand ▸ x1 -1 ▸ +1 R1 ▸ x0 -0 ▸ +0")]
    public void ASetIsCreatedFromABrokenTemplate(PodManagementPolicy policy, string expected)
    {
        ScalePlan plan = ScalePlan.Creation(Set(policy, 2), new ScaleOptions { Template = TemplateChange.Broken });

        Assert.Equal(expected, Notation.Of(plan));
        Assert.DoesNotContain(plan.StuckAt!.Blocks[0].WaysOut, way => way.Text.StartsWith("roll back", StringComparison.Ordinal));
        Assert.Equal(1, plan.End.CurrentTemplate);
    }

    [Fact]
    public void ANewSetHasNoOlderTemplateAndASetAt0Has()
    {
        StatefulSetInfo partitioned = new(Set(Ordered, 3)) { UpdatePartition = 2 };

        Assert.Equal([0, 0, 0], ScalePlan.Creation(partitioned, new ScaleOptions { Template = TemplateChange.Working }).End.Pods.Select(pod => pod.Template));
        Assert.Equal([0, 0, 1], ScalePlan.Between(partitioned, 0, 3, new ScaleOptions { Template = TemplateChange.Working }).End.Pods.Select(pod => pod.Template));
        Assert.Equal("0 → 3", ScalePlan.Between(partitioned, 0, 3).Changes[0].ToString());
        Assert.Equal("the set is created with 3 replicas", ScalePlan.Creation(partitioned).Changes[0].ToString());
        Assert.Equal(ScalePlan.Creation(ZooKeeper.StatefulSet).ToString(), ScalePlan.Creation<ZooKeeper>().ToString());
        Assert.Throws<ArgumentException>("options", () => ScalePlan.Creation(partitioned, new ScaleOptions { Template = TemplateChange.RolledBack }));
        Assert.Throws<ArgumentNullException>("set", () => ScalePlan.Creation(null!));
    }

    [Fact]
    public void ATemplateThatBrokeAt0ComesBackBelowThePartition()
    {
        // f117 of the recordings: status.currentRevision became the broken one at 0 replicas.
        StatefulSetInfo set = new(Set(Ordered, 2)) { UpdatePartition = 1 };
        ScalePlan plan = ScalePlan.Between(set, 2, 0, new ScaleOptions { Template = TemplateChange.Broken })
            .Then(2, new ScaleOptions { EndWhereStuck = true });
        ScalePlan corrected = plan.Then(ScaleHelp.Apply(TemplateChange.Working)).Then(ScaleHelp.DeletePod(0));

        Assert.Equal(1, plan.End.CurrentTemplate);
        Assert.Equal([(1, ReplicaCondition.Unready)], corrected.End.Pods.Select(pod => (pod.Template, pod.Condition)));
        Assert.Equal([3, 3], corrected.Following(corrected.Changes[^1].Phases[^1].Blocks[0].WaysOut[0]).End.Pods.Select(pod => pod.Template));
    }

    [Fact]
    public void OneMemberDoesNotComeBackAfterAnUpdate()
    {
        ScalePlan plan = ScalePlan.Update(Set(Ordered, 3), With((1, ReplicaCondition.NeverReadyAgain)));

        Assert.Equal("x2 -2 ▸ +2 R2 ▸ x1 -1 ▸ +1 ▸ !1 x0 -0 ▸ +0", Notation.Of(plan));
        Assert.Equal(BlockCause.NotReady, plan.StuckAt!.Blocks[0].Cause);
    }

    [Fact]
    public void APodThatIsNeverReadyIsFollowedByOneThatIs() =>
        Assert.Equal(
            "+2 ▸ !2 hand x2 -2 ▸ +2 R2 ▸ +3",
            Notation.Of(ScalePlan.Between(Set(Ordered), 2, 4, With((2, ReplicaCondition.NeverReady)) with { EndWhereStuck = true }).Then(ScaleHelp.DeletePod(2))));

    [Theory]
    [InlineData(Ordered)]
    [InlineData(Parallel)]
    public void ACanaryThatIsRolledBackReplacesTheCanariesAlone(PodManagementPolicy policy)
    {
        StatefulSetInfo canary = new(Set(policy, 4)) { UpdatePartition = 2 };
        ScalePlan plan = ScalePlan.Update(canary).Then(Set(policy, 4), new ScaleOptions { Template = TemplateChange.RolledBack });

        Assert.Equal("x3 -3 ▸ +3 R3 ▸ x2 -2 ▸ +2", Notation.Of(plan.Changes[1].Steps));
        Assert.Equal([0, 0, 0, 0], plan.End.Pods.Select(pod => pod.Template));
        Assert.Equal("partition 2 → 0", plan.Changes[1].ToString().Split(", ")[1]);
    }

    [Fact]
    public void RollingBackAnUpdateThatThePlanHasNotSeenReplacesAll() =>
        Assert.Equal(2, ScalePlan.Update(Set(Ordered, 2), new ScaleOptions { Template = TemplateChange.RolledBack }).Steps.Count(step => step.Deletes.Count > 0));

    [Fact]
    public void RollingBackTwiceIsWhereItBegan()
    {
        ScalePlan plan = ScalePlan.Update(Set(Ordered, 1))
            .Then(1, new ScaleOptions { Template = TemplateChange.RolledBack })
            .Then(1, new ScaleOptions { Template = TemplateChange.RolledBack });

        Assert.Equal([1, 0, 1], plan.Changes.Select(change => change.End.Pods[0].Template));
    }

    [Fact]
    public void ASetIsDeletedWithoutItsPodsAndCreatedAroundThem()
    {
        StatefulSetInfo set = new(Set(Ordered, 3)) { ClaimsWhenDeleted = ClaimRetention.Delete };
        ScalePlan plan = ScalePlan.Deletion(set, DeletionPropagation.Orphan);
        ScalePlan again = plan.ThenCreation(set);

        Assert.Equal("hand", Notation.Of(plan));
        Assert.Equal("kubectl delete statefulset w --cascade=orphan", plan.Steps[0].Commands[0]);
        Assert.Equal(3, plan.End.Pods.Count);
        Assert.All(plan.End.Claims, claim => Assert.Equal(ClaimOwner.None, claim.Owner));
        Assert.Empty(again.Changes[1].Steps);
        Assert.All(again.End.Claims, claim => Assert.Equal(ClaimOwner.Set, claim.Owner));
        Assert.Equal("x2 -2 ▸ x1", Notation.Of(plan.ThenCreation(set.WithReplicas(1)).Changes[1].Steps));
        Assert.StartsWith("StatefulSet w: replicas 3 → deleted, pods stay → created with 3 replicas", again.ToString(), StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => plan.Then(1));
        Assert.Throws<InvalidOperationException>(() => again.ThenCreation(set));
    }

    [Fact]
    public void ASetThatIsDeletedAndCreatedAgainFindsTheClaimsThatStayed()
    {
        ScalePlan plan = ScalePlan.Deletion(Set(Ordered, 2)).ThenCreation(Set(Ordered, 3));

        Assert.Equal("+0 R0 ▸ +1 R1 ▸ +2", Notation.Of(plan.Changes[1].Steps));
        Assert.Equal("od0 od1 ▸ =d0 ▸ =d1 ▸ ?d2", Notation.Claims(plan));
    }

    [Fact]
    public void DeletionHeedsHowMembersAndClaimsAreFound()
    {
        StatefulSetInfo set = new(Set(Ordered, 3)) { ClaimsWhenDeleted = ClaimRetention.Delete };
        ScalePlan plan = ScalePlan.Deletion(
            set, options: With((1, ReplicaCondition.HeldTerminating)) with { KeptClaims = ["d-w-7"] });

        Assert.Equal("hand ▸ {x0 x2} ▸ !1", Notation.Of(plan));
        Assert.Equal("-d0 -d1 -d2 -d7", Notation.Claims(plan));
        Assert.Equal(["d-w-1"], plan.StuckAt!.End.Claims.Select(claim => claim.Name));
        Assert.Empty(plan.End.Claims);
        Assert.Contains(ScalePlan.Deletion(set).Changes[0].Caveats, caveat => caveat.StartsWith("Claims that earlier scale-downs left over are deleted with the set", StringComparison.Ordinal));
        Assert.Equal("kubectl delete statefulset w --cascade=foreground", ScalePlan.Deletion(set, DeletionPropagation.Foreground).Steps[0].Commands[0]);
        Assert.Throws<ArgumentException>("options", () => ScalePlan.Deletion(set, options: new ScaleOptions { Template = TemplateChange.Working }));
    }

    [Fact]
    public void ClaimsThatExistAlreadyAreBoundAndAllOthersAreNew() =>
        Assert.Equal("+d3 ▸ =d4", Notation.Claims(ScalePlan.Between(Set(Ordered), 3, 5, new ScaleOptions { KeptClaims = ["d-w-4"] })));

    [Theory]
    [InlineData(ReplicaCondition.Unready)]
    [InlineData(ReplicaCondition.Failed)]
    [InlineData(ReplicaCondition.Ready)]
    [InlineData(ReplicaCondition.NameTaken)]
    public void AMemberThatTheSetNeverHasIsRefused(ReplicaCondition condition)
    {
        ArgumentException error = Assert.Throws<ArgumentException>("options", () => ScalePlan.Between(Set(Ordered), 5, 5, With((50, condition))));

        Assert.Contains("replica 50", error.Message, StringComparison.Ordinal);
        Assert.Contains("5 replicas, w-0 to w-4", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheRestOfAnEarlierScaleDownIsNotRefused() =>
        Assert.Equal(["w-7"], ScalePlan.Between(Set(Ordered), 5, 4, With((7, ReplicaCondition.Terminating))).Steps[0].WaitsForGone.Select(pod => pod.Name));

    [Fact]
    public void ClaimsThatAreNotTheSetsAreRefused()
    {
        Assert.Throws<ArgumentException>("options", () => ScalePlan.Between(Set(Ordered), 5, 5, new ScaleOptions { KeptClaims = ["e-w-7"] }));
        Assert.Throws<ArgumentException>("options", () => ScalePlan.Between(Set(Ordered), 5, 5, new ScaleOptions { KeptClaims = ["d-w-07"] }));
        Assert.Throws<ArgumentNullException>("KeptClaims", () => new ScaleOptions { KeptClaims = [null!] });
        Assert.Throws<ArgumentNullException>("Kubernetes", () => new ScaleOptions { Kubernetes = null! });
    }

    [Fact]
    public void ANameThatIsTakenEndsTheWorkOfAParallelSet()
    {
        // r12 of the recordings: nothing is deleted and nothing updated before the name is free.
        ScalePlan plan = ScalePlan.Between(Set(Parallel), 6, 4, With((1, ReplicaCondition.NameTaken)) with { Template = TemplateChange.Working });

        Assert.Empty(plan.Changes[0].Phases[0].Steps);
        Assert.Equal(
            "!1 +1 ▸ {x3 x4 x5} -3 ▸ +3 R3 ▸ x2 -2 ▸ +2 R2 ▸ x0 -0 ▸ +0",
            Notation.Of(plan).Replace("+1 R1", "+1", StringComparison.Ordinal).Replace("{x4 x5} ▸ x3 -3", "{x3 x4 x5} -3", StringComparison.Ordinal));
    }

    [Fact]
    public void WithTheFirstNameTakenAParallelSetCreatesNone() =>
        Assert.Equal("+c0 ▸ !0 {+0 +1 +2 +3 +4}", Notation.Of(ScalePlan.Between(Set(Parallel), 0, 5, With((0, ReplicaCondition.NameTaken)))));

    [Fact]
    public void StepsOfAParallelSetDoNotWaitForMembersThatTerminate()
    {
        // p18 of the recordings: the update goes on until it comes to w-1.
        ScalePlan plan = ScalePlan.Update(Set(Parallel, 4), With((1, ReplicaCondition.Terminating)));

        Assert.Equal("x3 -3 ▸ +3 R3 ▸ x2 -2 ▸ +2 ▸ +1 R1 ▸ x0 -0 ▸ +0", Notation.Of(plan));
        Assert.All(plan.Steps.Take(4), step => Assert.DoesNotContain("w-1", step.WaitsForGone.Select(pod => pod.Name)));
    }

    [Fact]
    public void AClaimTemplateThatIsAddedMakesTheClaimsOfAWholeBatch()
    {
        StatefulSetInfo after = new("w") { Replicas = 5, PodManagementPolicy = Parallel, ClaimTemplates = ["d", "e"] };
        ScalePlan plan = ScalePlan.Between(Set(Parallel, 5), after, new ScaleOptions { KeptClaims = [] });

        Assert.Equal(
            ["+e0", "+e1 +e2", "+e3 +e4"],
            plan.Steps
                .Select(step => string.Join(' ', step.Claims.Where(claim => claim.Outcome == ClaimOutcome.Created).Select(claim => "+e" + claim.Pod.Ordinal)))
                .Where(claims => claims.Length > 0));
        Assert.Empty(plan.Changes[^1].Phases[^1].Blocks);
    }

    [Fact]
    public void AFailedMemberGoesBeforeThoseThatAScaleDownTakesFirst() =>
        // p22 of the recordings.
        Assert.Equal(
            ["w-4", "w-5", "w-3"],
            ScalePlan.Between(Set(Ordered), 6, 3, With((4, ReplicaCondition.Failed))).Steps.SelectMany(step => step.Deletes).Select(pod => pod.Name));

    private static StatefulSetInfo Set(PodManagementPolicy policy, int replicas = 1) =>
        new("w") { Replicas = replicas, PodManagementPolicy = policy, ClaimTemplates = ["d"] };

    private static ScaleOptions With(params (int Ordinal, ReplicaCondition Condition)[] members) =>
        new() { Replicas = members.ToDictionary(member => member.Ordinal, member => member.Condition) };
}
