namespace Holdfast.Tests.Scaling;

/// <summary>
/// What was observed of the controller of Kubernetes 1.36 (docs/kubernetes/controller.md), row by row: the
/// number in a test's name is the section, the words are the row's. The notation is that of the observation; see
/// <see cref="Notation"/> for what is added to it.
/// </summary>
/// <remarks>
/// Rows that are not a plan between two states, and so have no test here:
/// 1, an unbound claim leaves its pod Pending, a vanished claim of a Pending pod is made again: no pod comes or goes (the
/// replica is just not Ready, which is in section 2).
/// 4, node NotReady and the taint manager's 300 s: nothing happens, or another party deletes (which is Terminating). Grace
/// periods: time, and a plan tells order alone. Labels of a foreign pod: what is done by hand, in the way out's words.
/// 5, switch to OnDelete by merge patch: the API server's answer; a caveat says it. rollingUpdate.maxUnavailable: in
/// <see cref="MaxUnavailableTests"/>. Names of revisions and counters of the status: not what happens to pods.
/// 6, the references on claims (controller, blockOwnerDeletion): how, not what; what they lead to is tested.
/// 7, size and labels of a pre-made claim, claim deleted under a running pod, lost volume: no change of the set; pods and
/// claims are deleted by hand, in the order that the user chooses. That a claim may be there already is
/// <see cref="ClaimOutcome.CreatedOrBoundAgain"/>.
/// 8, 422 and 403: the API server's answers; the caveats say them.
/// 9, identity: tested where names are made (Identity). 10, disruption budgets: the eviction API, which is not the controller;
/// an evicted pod is one that is Terminating.
/// </remarks>
public class ControllerBehaviourTests
{
    private const PodManagementPolicy Ordered = PodManagementPolicy.OrderedReady;
    private const PodManagementPolicy Parallel = PodManagementPolicy.Parallel;

    private static readonly ScaleOptions NewTemplate = new() { Template = TemplateChange.Working };

    private static readonly ScaleOptions BrokenTemplate = new() { Template = TemplateChange.Broken };

    // 1. Create and scale

    [Theory]
    [InlineData(Ordered, 0, 0, 3, "+0 R0 ▸ +1 R1 ▸ +2")]
    [InlineData(Parallel, 0, 0, 3, "{+0 +1 +2}")]
    [InlineData(Ordered, 5, 0, 3, "+5 R5 ▸ +6 R6 ▸ +7")]
    [InlineData(Parallel, 5, 0, 3, "{+5 +6 +7}")]
    public void S1_Create3(PodManagementPolicy policy, int start, int from, int to, string expected)
    {
        ScalePlan plan = ScalePlan.Between(Set(policy, 0, start), from, to);

        Assert.Equal(expected, Notation.Of(plan));
        Assert.Null(plan.StuckAt);
    }

    [Theory]
    [InlineData(Ordered, 0, 3, 5, "+3 R3 ▸ +4")]
    [InlineData(Parallel, 0, 3, 5, "{+3 +4}")]
    [InlineData(Ordered, 0, 5, 1, "x4 -4 ▸ x3 -3 ▸ x2 -2 ▸ x1")]
    [InlineData(Parallel, 0, 5, 1, "{x1 x2 x3 x4}")]
    [InlineData(Ordered, 0, 3, 0, "x2 -2 ▸ x1 -1 ▸ x0")]
    [InlineData(Parallel, 0, 3, 0, "{x0 x1 x2}")]
    [InlineData(Ordered, 5, 3, 5, "+8 R8 ▸ +9")]
    [InlineData(Ordered, 5, 5, 2, "x9 -9 ▸ x8 -8 ▸ x7")]
    public void S1_Scale(PodManagementPolicy policy, int start, int from, int to, string expected) =>
        Assert.Equal(expected, Notation.Of(ScalePlan.Between(Set(policy, 0, start), from, to)));

    [Theory]
    [InlineData(Ordered, "x2 -2 ▸ x1 ▸ +1 R1 ▸ +2", "od2 ▸ od1 ▸ =d1 ▸ =d2")]
    [InlineData(Parallel, "{x1 x2} ▸ {+1 +2}", "od1 od2 ▸ =d1 =d2")]
    public void S1_1To3BindsOldClaimsAgain(PodManagementPolicy policy, string expected, string claims)
    {
        ScalePlan plan = ScalePlan.Between(Set(policy), 3, 1).Then(3);

        Assert.Equal(expected, Notation.Of(plan));
        Assert.Equal(claims, Notation.Claims(plan));
    }

    [Fact]
    public void S1_AnOrdinalWhoseOldPodStillTerminatesIsNotMadeAgainBeforeThatOneIsGone()
    {
        // 5→3 with w-4 held by a finalizer, then →5: w-3 was not yet touched.
        ScalePlan plan = ScalePlan.Between(Set(Ordered), 3, 5, With((3, ReplicaCondition.Ready), (4, ReplicaCondition.HeldTerminating)));

        Assert.Equal("!4 +4", Notation.Of(plan));
        Assert.Equal("w-4", Assert.Single(plan.Steps[^1].WaitsForGone).Name);
        Assert.Equal(BlockCause.NotGone, plan.StuckAt!.Blocks[0].Cause);
    }

    [Theory]
    [InlineData(Ordered, "once w-0 to w-2 are Ready for 6 s")]
    [InlineData(Parallel, "create w-3, w-4 in any order\n")]
    public void S1_MinReadySecondsDelayScalingInOrderAlone(PodManagementPolicy policy, string expected) =>
        Assert.Contains(
            expected,
            ScalePlan.Between(new StatefulSetInfo("w") { PodManagementPolicy = policy, MinReadySeconds = 6 }, 3, 5).ToString(),
            StringComparison.Ordinal);

    // 2. Who waits for whom

    [Theory]
    [InlineData(Ordered, "!1 +2 R2 ▸ +3 R3 ▸ +4")]
    [InlineData(Parallel, "{+2 +3 +4}")]
    public void S2_3To5WhileW1IsNotReadyAndW2NotYetMade(PodManagementPolicy policy, string expected) =>
        Assert.Equal(
            expected,
            Notation.Of(ScalePlan.Between(Set(policy), 3, 5, With((1, ReplicaCondition.Unready), (2, ReplicaCondition.Missing)))));

    [Theory]
    [InlineData(Ordered, "!1 +5")]
    [InlineData(Parallel, "+5")]
    public void S2_5To6WhileW1IsUnready(PodManagementPolicy policy, string expected) =>
        Assert.Equal(expected, Notation.Of(ScalePlan.Between(Set(policy), 5, 6, With((1, ReplicaCondition.Unready)))));

    [Theory]
    [InlineData(Ordered, "!0 x4 -4 ▸ x3")]
    [InlineData(Parallel, "{x3 x4}")]
    public void S2_5To3WhileW0WhichStaysIsUnready(PodManagementPolicy policy, string expected)
    {
        ScalePlan plan = ScalePlan.Between(Set(policy), 5, 3, With((0, ReplicaCondition.Unready)));

        Assert.Equal(expected, Notation.Of(plan));
        Assert.Equal(policy == Ordered, plan.StuckAt is not null);
    }

    [Fact]
    public void S2_TheWayOutIsToMakeItReadyToShrinkFurtherOrToDeleteByHand()
    {
        ScaleBlock block = ScalePlan.Between(Set(Ordered), 5, 3, With((1, ReplicaCondition.Unready))).StuckAt!.Blocks[0];

        Assert.Equal(
            ["make w-1 Ready", "scale to 1 or fewer replicas, so that w-1 is removed, too", "delete by hand the pods to be removed: w-4, w-3"],
            block.WaysOut.Select(way => way.Text));
        Assert.Equal(["w-1"], block.Pods.Select(pod => pod.Name));
        Assert.Equal("x4 -4 ▸ x3 -3 ▸ x2 -2 ▸ x1", Notation.Of(ScalePlan.Between(Set(Ordered), 5, 1, With((1, ReplicaCondition.Unready)))));
    }

    [Fact]
    public void S2_5To2WithNoneReadyInParallel() =>
        Assert.Equal(
            "{x2 x3 x4}",
            Notation.Of(ScalePlan.Between(Set(Parallel), 5, 2, With([.. Enumerable.Range(0, 5).Select(ordinal => (ordinal, ReplicaCondition.Unready))]))));

    [Theory]
    [InlineData(Ordered, 3, 4, "x4 -4 ▸ x3")]
    [InlineData(Parallel, 3, 4, "{x3 x4}")]
    [InlineData(Ordered, 2, 3, "x4 -4 ▸ x3 -3 ▸ x2")]
    [InlineData(Parallel, 2, 3, "{x2 x3 x4}")]
    public void S2_5ToFewerWithOneCondemnedUnready(PodManagementPolicy policy, int to, int unready, string expected) =>
        Assert.Equal(expected, Notation.Of(ScalePlan.Between(Set(policy), 5, to, With((unready, ReplicaCondition.Unready)))));

    [Theory]
    [InlineData(Ordered, "!3 !4 x4 -4 ▸ x3 -3 ▸ x2")]
    [InlineData(Parallel, "{x2 x3 x4}")]
    public void S2_5To2WithBothW3AndW4Unready(PodManagementPolicy policy, string expected)
    {
        ScalePlan plan = ScalePlan.Between(Set(policy), 5, 2, With((3, ReplicaCondition.Unready), (4, ReplicaCondition.Unready)));

        Assert.Equal(expected, Notation.Of(plan));
        if (policy == Ordered)
        {
            Assert.Equal(["make w-4 Ready", "make w-3 Ready"], plan.StuckAt!.Blocks[0].WaysOut.Take(2).Select(way => way.Text));
        }
    }

    [Theory]
    [InlineData(3, 1, 1, "x1")]
    [InlineData(3, 0, 0, "x0")]
    public void S2_ScaleDownOfASetThatNeverGotBeyondAnUnreadyMember(int from, int to, int unready, string expected) =>
        Assert.Equal(
            expected,
            Notation.Of(ScalePlan.Between(
                Set(Ordered),
                from,
                to,
                With([(unready, ReplicaCondition.Unready), .. Enumerable.Range(unready + 1, from - unready - 1).Select(ordinal => (ordinal, ReplicaCondition.Missing))]))));

    [Fact]
    public void S2_4To2WithCondemnedW2Pending() =>
        Assert.Equal(
            "x2",
            Notation.Of(ScalePlan.Between(Set(Ordered), 4, 2, With((2, ReplicaCondition.Unready), (3, ReplicaCondition.Missing)))));

    [Theory]
    [InlineData(1, "!0 x1")]
    [InlineData(0, "x1 -1 ▸ x0")]
    public void S2_2ToFewerWithW0Pending(int to, string expected) =>
        Assert.Equal(expected, Notation.Of(ScalePlan.Between(Set(Ordered), 2, to, With((0, ReplicaCondition.Unready)))));

    [Fact]
    public void S2_3To1WithTheReplacementOfW0Unready() =>
        Assert.Equal(
            "+0 ▸ !0 x2 -2 ▸ x1",
            Notation.Of(ScalePlan.Between(Set(Ordered), 3, 1, With((0, ReplicaCondition.NeverReady)))));

    // 3. ordinals.start changes

    [Theory]
    [InlineData(Ordered, 0, 2, "+3 R3 ▸ +4 R4 ▸ x1 -1 ▸ x0")]
    [InlineData(Parallel, 0, 2, "{+3 +4} ▸ {x0 x1}")]
    [InlineData(Ordered, 0, 10, "+10 R10 ▸ +11 R11 ▸ +12 R12 ▸ x2 -2 ▸ x1 -1 ▸ x0")]
    [InlineData(Parallel, 0, 10, "{+10 +11 +12} ▸ {x0 x1 x2}")]
    [InlineData(Ordered, 10, 0, "+0 R0 ▸ +1 R1 ▸ +2 R2 ▸ x12 -12 ▸ x11 -11 ▸ x10")]
    [InlineData(Ordered, 2, 0, "+0 R0 ▸ +1 R1 ▸ x4 -4 ▸ x3")]
    public void S3_StartChanges(PodManagementPolicy policy, int from, int to, string expected)
    {
        ScalePlan plan = ScalePlan.Between(Set(policy, 3, from), Set(policy, 3, to));

        Assert.Equal(expected, Notation.Of(plan));
        Assert.Contains(plan.Changes[0].Caveats, caveat => caveat.StartsWith("No data moves", StringComparison.Ordinal));
    }

    [Fact]
    public void S3_UpTo2nPodsLiveAtOnce()
    {
        ScalePlan plan = ScalePlan.Between(Set(Ordered, 3), Set(Ordered, 3, 10));

        Assert.Equal([3, 4, 5, 5, 4, 3], plan.Steps.Select(step => step.ReadyReplicas));
        Assert.All(plan.Steps, step => Assert.Equal(6, step.Replicas));
    }

    [Theory]
    [InlineData(Ordered, "+10 ▸ !10 +11 R11 ▸ +12 R12 ▸ x2 -2 ▸ x1 -1 ▸ x0")]
    [InlineData(Parallel, "{+10 +11 +12} ▸ {x0 x1 x2}")]
    public void S3_Start10WithANewPodThatIsNotReady(PodManagementPolicy policy, string expected) =>
        Assert.Equal(
            expected,
            Notation.Of(ScalePlan.Between(Set(policy, 3), Set(policy, 3, 10), With((10, ReplicaCondition.NeverReady)))));

    [Fact]
    public void S3_BackTo0FindsTheOldClaims()
    {
        ScalePlan plan = ScalePlan.Between(Set(Ordered, 3), Set(Ordered, 3, 2)).Then(Set(Ordered, 3));

        Assert.Equal("?d3 ▸ ?d4 ▸ od1 ▸ od0 ▸ =d0 ▸ =d1 ▸ od4 ▸ od3", Notation.Claims(plan));
    }

    [Fact]
    public void S3_Start4And2ReplicasInOnePatchWithWhenScaledDelete()
    {
        ScalePlan plan = ScalePlan.Between(Deleting(Set(Ordered, 3)), Deleting(Set(Ordered, 2, 4)));

        Assert.Equal("+4 R4 ▸ +5 R5 ▸ x2 -2 ▸ x1 -1 ▸ x0", Notation.Of(plan));
        Assert.Equal("?d4 ▸ ?d5 ▸ -d2 ▸ -d1 ▸ -d0", Notation.Claims(plan));
    }

    // 4. One pod deleted or lost

    [Theory]
    [InlineData(Ordered)]
    [InlineData(Parallel)]
    public void S4_DeleteW1(PodManagementPolicy policy)
    {
        ScalePlan plan = ScalePlan.Between(Set(policy), 3, 3, With((1, ReplicaCondition.Terminating)));

        Assert.Equal("+1", Notation.Of(plan));
        Assert.Equal("=d1", Notation.Claims(plan));
        Assert.Equal(["w-1"], plan.Steps[0].WaitsForGone.Select(pod => pod.Name));
    }

    [Theory]
    [InlineData(Ordered, "+0 R0 ▸ +1 R1 ▸ +2")]
    [InlineData(Parallel, "{+0 +1 +2}")]
    public void S4_Delete0_1_2Together(PodManagementPolicy policy, string expected)
    {
        ScalePlan plan = ScalePlan.Between(
            Set(policy), 3, 3, With((0, ReplicaCondition.Terminating), (1, ReplicaCondition.Terminating), (2, ReplicaCondition.Terminating)));

        Assert.Equal(expected, Notation.Of(plan));
        Assert.All(plan.Steps, step => Assert.Equal(step.Creates, step.WaitsForGone));
    }

    [Theory]
    [InlineData(Ordered, "!1 +1 R1 ▸ +2")]
    [InlineData(Parallel, "+2 ▸ !1 +1")]
    public void S4_W1HeldTerminatingThenW2Deleted(PodManagementPolicy policy, string expected) =>
        Assert.Equal(
            expected,
            Notation.Of(ScalePlan.Between(Set(policy), 3, 3, With((1, ReplicaCondition.HeldTerminating), (2, ReplicaCondition.Terminating)))));

    [Fact]
    public void S4_ForceLetsTwoRunAtOnce() =>
        Assert.Contains(
            ScalePlan.Between(Set(Ordered), 3, 3, With((1, ReplicaCondition.HeldTerminating))).StuckAt!.Blocks[0].WaysOut,
            way => way.Text.Contains("--grace-period=0 --force", StringComparison.Ordinal) && way.Text.Contains("two w-1 then run at once", StringComparison.Ordinal));

    [Theory]
    [InlineData(Ordered)]
    [InlineData(Parallel)]
    public void S4_PhaseFailed(PodManagementPolicy policy)
    {
        ScalePlan plan = ScalePlan.Between(Set(policy), 3, 3, With((1, ReplicaCondition.Failed)));

        Assert.Equal("x1 -1 ▸ +1", Notation.Of(plan));
        Assert.Equal("od1 ▸ =d1", Notation.Claims(plan));
    }

    [Fact]
    public void S4_NodeSilentHoldsReplacementAndScaleDown()
    {
        Assert.Equal("!0 +0", Notation.Of(ScalePlan.Between(Set(Ordered), 2, 2, With((0, ReplicaCondition.HeldTerminating)))));
        ScalePlan down = ScalePlan.Between(Set(Ordered), 2, 1, With((1, ReplicaCondition.HeldTerminating)));
        Assert.Equal("!1", Notation.Of(down));
        Assert.DoesNotContain("all is done", down.ToString(), StringComparison.Ordinal);
        Assert.Equal("!2 x1", Notation.Of(ScalePlan.Between(Set(Ordered), 3, 1, With((2, ReplicaCondition.HeldTerminating)))));
    }

    [Theory]
    [InlineData(Ordered, 3, 3, "!1 +1")]
    [InlineData(Ordered, 0, 3, "+0 R0 ▸ +c1 ▸ !1 +1 R1 ▸ +2")]
    [InlineData(Parallel, 0, 3, "{+0 +2} ▸ !1 +1")]
    [InlineData(Parallel, 0, 5, "{+0 +2} ▸ !1 {+1 +3 +4}")] // The batch of w-1 and w-2 is the last.
    public void S4_APodThatIsNotTheSetsBlocksTheName(PodManagementPolicy policy, int from, int to, string expected)
    {
        ScalePlan plan = ScalePlan.Between(Set(policy), from, to, With((1, ReplicaCondition.NameTaken)));

        Assert.Equal(expected, Notation.Of(plan));
        Assert.Equal(BlockCause.NameTaken, plan.StuckAt!.Blocks[0].Cause);
        Assert.StartsWith("delete it: kubectl delete pod w-1", plan.StuckAt.Blocks[0].WaysOut[0].Text, StringComparison.Ordinal);
    }

    // 5. Rolling update

    [Theory]
    [InlineData(Ordered)]
    [InlineData(Parallel)]
    public void S5_3MembersNewImage(PodManagementPolicy policy)
    {
        ScalePlan plan = ScalePlan.Update(Set(policy, 3));

        Assert.Equal("x2 -2 ▸ +2 R2 ▸ x1 -1 ▸ +1 R1 ▸ x0 -0 ▸ +0", Notation.Of(plan));
        Assert.Equal("od2 ▸ =d2 ▸ od1 ▸ =d1 ▸ od0 ▸ =d0", Notation.Claims(plan));
        Assert.All(plan.Steps, step => Assert.Equal(step.Creates, step.FromNewTemplate));
        Assert.All(plan.Steps, step => Assert.True(step.HasQuorum));
    }

    [Theory]
    [InlineData(0, 0, "x2 -2 ▸ +2 R2 ▸ x1 -1 ▸ +1 R1 ▸ x0 -0 ▸ +0", "")]
    [InlineData(0, 1, "x2 -2 ▸ +2 R2 ▸ x1 -1 ▸ +1", "w-0")]
    [InlineData(5, 1, "x7 -7 ▸ +7 R7 ▸ x6 -6 ▸ +6", "w-5")]
    [InlineData(0, 3, "", "w-0, w-1, w-2")]
    [InlineData(0, 9, "", "w-0, w-1, w-2")]
    public void S5_PartitionCountsFromTheStart(int start, int partition, string expected, string old)
    {
        ScalePlan plan = ScalePlan.Update(Partitioned(3, partition, start));

        Assert.Equal(expected, Notation.Of(plan));
        Assert.Equal(old, string.Join(", ", plan.Changes[0].KeepOldTemplate));
    }

    [Theory]
    [InlineData(1, "The partition counts replicas, not ordinals: w-5 is not updated.")]
    [InlineData(2, "The partition counts replicas, not ordinals: w-5, w-6 are not updated.")]
    [InlineData(3, "The partition 3 is not below the number of replicas, so no replica is updated.")]
    public void S5_PartitionSaysWhomItLeavesBehind(int partition, string expected) =>
        Assert.Contains(expected, ScalePlan.Update(Partitioned(3, partition, 5)).Changes[0].Caveats);

    [Fact]
    public void S5_PodsBelowThePartitionComeBackAtTheOldTemplate()
    {
        ScalePlan plan = ScalePlan.Update(Partitioned(3, 2)).Then(Partitioned(3, 2), With((0, ReplicaCondition.Terminating)));

        Assert.Equal(["w-0"], plan.Steps[^1].FromOldTemplate.Select(pod => pod.Name));
        Assert.Empty(plan.Steps[^1].FromNewTemplate);
    }

    [Fact]
    public void S5_ThatIsOlderThanWhatThePodRanIfAnEarlierUpdateNeverFinished()
    {
        // start=5: w-7 runs B, the partition is raised to 3, C comes, w-7 is deleted and comes back at A.
        ScalePlan plan = ScalePlan.Update(Partitioned(3, 2, 5))
            .Then(Partitioned(3, 3, 5), NewTemplate)
            .Then(Partitioned(3, 3, 5), With((7, ReplicaCondition.Terminating)));

        Assert.Equal("x7 -7 ▸ +7 ▸ +7", Notation.Of(plan));
        Assert.Equal(["w-7"], plan.Steps[^1].FromOldTemplate.Select(pod => pod.Name));
        Assert.Contains(plan.Changes[1].Caveats, caveat => caveat.Contains("older than what it ran", StringComparison.Ordinal));
        // And from there the update to C goes on with all three.
        Assert.Equal(3, plan.Then(Partitioned(3, 0, 5)).Changes[^1].Steps.Count(step => step.FromNewTemplate.Count == 1));
    }

    [Fact]
    public void S5_3To4WhilePartitionIs9()
    {
        ScalePlan plan = ScalePlan.Update(Partitioned(3, 9)).Then(4);

        Assert.Equal("+3", Notation.Of(plan));
        Assert.Equal(["w-3"], plan.Steps[0].FromOldTemplate.Select(pod => pod.Name));
    }

    [Fact]
    public void S5_Partition9To2To0ContinuesFromTheTop()
    {
        ScalePlan plan = ScalePlan.Update(Partitioned(4, 9)).Then(Partitioned(4, 2)).Then(Partitioned(4, 0));

        Assert.Equal(
            ["", "x3 -3 ▸ +3 R3 ▸ x2 -2 ▸ +2", "x1 -1 ▸ +1 R1 ▸ x0 -0 ▸ +0"],
            plan.Changes.Select(change => Notation.Of(change.Steps)));
        Assert.Empty(plan.Changes[^1].KeepOldTemplate);
    }

    [Theory]
    [InlineData(Ordered, "+3 R3 ▸ +4 R4 ▸ x2 -2 ▸ +2 R2 ▸ x1 -1 ▸ +1 R1 ▸ x0 -0 ▸ +0")]
    [InlineData(Parallel, "{+3 +4} R3 R4 ▸ x2 -2 ▸ +2 R2 ▸ x1 -1 ▸ +1 R1 ▸ x0 -0 ▸ +0")]
    public void S5_ImageAnd3To5InOnePatch(PodManagementPolicy policy, string expected)
    {
        ScalePlan plan = ScalePlan.Between(Set(policy), 3, 5, NewTemplate);

        Assert.Equal(expected, Notation.Of(plan));
        Assert.All(plan.Steps, step => Assert.Equal(step.Creates, step.FromNewTemplate));
    }

    [Theory]
    [InlineData(Ordered, "x4 -4 ▸ x3 -3 ▸ x2 -2 ▸ x1 -1 ▸ +1 R1 ▸ x0 -0 ▸ +0")]
    [InlineData(Parallel, "{x1 x2 x3 x4} -1 ▸ +1 R1 ▸ x0 -0 ▸ +0")]
    public void S5_ImageAnd5To2InOnePatch(PodManagementPolicy policy, string expected) =>
        Assert.Equal(expected, Notation.Of(ScalePlan.Between(Set(policy), 5, 2, NewTemplate)));

    [Theory]
    [InlineData(Ordered, "delete w-1 once w-0 to w-2 are Ready for 5 s")]
    [InlineData(Parallel, "delete w-1 once w-2 is Ready for 5 s")]
    public void S5_MinReadySecondsDelayTheNextDeletion(PodManagementPolicy policy, string expected) =>
        Assert.Contains(
            expected,
            ScalePlan.Update(new StatefulSetInfo("w") { Replicas = 3, PodManagementPolicy = policy, MinReadySeconds = 5 }).ToString(),
            StringComparison.Ordinal);

    [Fact]
    public void S5_OnDeleteUpdatesNothingByItself()
    {
        ScalePlan plan = ScalePlan.Update(OnDelete(3)).Then(4).Then(4, With((1, ReplicaCondition.Terminating)));

        Assert.Equal(["", "+3", "+1"], plan.Changes.Select(change => Notation.Of(change.Steps)));
        Assert.Equal(["w-3", "w-1"], plan.Steps.SelectMany(step => step.FromNewTemplate).Select(pod => pod.Name));
        Assert.Equal(["w-0", "w-2"], plan.Changes[^1].KeepOldTemplate.Select(pod => pod.Name));
        Assert.Contains(plan.Changes[0].Caveats, caveat => caveat.Contains("deleted by hand", StringComparison.Ordinal));
    }

    [Fact]
    public void S5_OnDeleteNeverAdvancesCurrentRevision()
    {
        // All have the new template; with a partition and rolling updates again, a deleted pod comes back at the old one all the same.
        ScalePlan plan = ScalePlan.Update(OnDelete(1))
            .Then(OnDelete(1), With((0, ReplicaCondition.Terminating)))
            .Then(OnDelete(1), With((0, ReplicaCondition.Ready)));
        Assert.Empty(plan.Changes[^1].KeepOldTemplate);

        ScalePlan partitioned = plan.Then(Partitioned(1, 1), With((0, ReplicaCondition.Terminating)));
        Assert.Equal(["w-0"], partitioned.Steps[^1].FromOldTemplate.Select(pod => pod.Name));
    }

    [Fact]
    public void S5_SwitchToOnDeleteSaysWhatAMergePatchNeeds() =>
        Assert.Contains(
            ScalePlan.Between(Set(Ordered, 3), OnDelete(3)).Changes[0].Caveats,
            caveat => caveat.Contains("rollingUpdate to null", StringComparison.Ordinal));

    [Theory]
    [InlineData(Ordered, "!1 x2 -2 ▸ +2 R2 ▸ x1 -1 ▸ +1 R1 ▸ x0 -0 ▸ +0")]
    [InlineData(Parallel, "x2 -2 ▸ +2 R2 ▸ x1 -1 ▸ +1 R1 ▸ x0 -0 ▸ +0")]
    public void S5_W1UnreadyBeforeTheUpdate(PodManagementPolicy policy, string expected) =>
        Assert.Equal(expected, Notation.Of(ScalePlan.Update(Set(policy, 3), With((1, ReplicaCondition.Unready)))));

    [Theory]
    [InlineData(Ordered, "x2 -2 ▸ +2 ▸ !2 hand ▸ hand x2 -2 ▸ +2 R2 ▸ x1 -1 ▸ +1 R1 ▸ x0 -0 ▸ +0")]
    [InlineData(Parallel, "x2 -2 ▸ +2 ▸ !2 hand ▸ x2 -2 ▸ +2 R2 ▸ x1 -1 ▸ +1 R1 ▸ x0 -0 ▸ +0")]
    public void S5_NewW2NeverReadyAndTheTemplateFixed(PodManagementPolicy policy, string expected)
    {
        ScalePlan plan = ScalePlan.Update(Set(policy, 3), BrokenTemplate);

        Assert.Equal(expected, Notation.Of(plan));
        Assert.Equal(BlockCause.BrokenTemplate, plan.StuckAt!.Blocks[0].Cause);
        Assert.Equal(policy == Ordered, plan.StuckAt.Blocks[0].Reason.Contains("is not enough", StringComparison.Ordinal));
    }

    [Fact]
    public void S5_ABrokenTemplateStopsAScaleUpAsWell() =>
        Assert.Equal(
            "+3 ▸ !3 hand ▸ hand x3 -3 ▸ +3 R3 ▸ +4 R4 ▸ x2 -2 ▸ +2 R2 ▸ x1 -1 ▸ +1 R1 ▸ x0 -0 ▸ +0",
            Notation.Of(ScalePlan.Between(Set(Ordered), 3, 5, BrokenTemplate)));

    [Fact]
    public void S5_RollBackIsAnUpdate() =>
        Assert.Equal(
            ["x1 -1 ▸ +1 R1 ▸ x0 -0 ▸ +0", "x1 -1 ▸ +1 R1 ▸ x0 -0 ▸ +0"],
            ScalePlan.Update(Set(Ordered, 2)).Then(2, NewTemplate).Changes.Select(change => Notation.Of(change.Steps)));

    [Fact]
    public void S5_AChangeOfSizeStartPartitionOrRetentionMakesNoRevision()
    {
        ScalePlan plan = ScalePlan.Between(Set(Ordered, 3), Deleting(Partitioned(3, 1)));

        Assert.Empty(plan.Steps);
        Assert.Empty(plan.Changes[0].KeepOldTemplate);
    }

    // 6. persistentVolumeClaimRetentionPolicy

    [Theory]
    [InlineData(ClaimRetention.Retain, ClaimRetention.Retain, "od2 ▸ od1 ▸ =d1 ▸ =d2 ▸ od0 od1 od2")]
    [InlineData(ClaimRetention.Retain, ClaimRetention.Delete, "-d2 ▸ -d1 ▸ +d1 ▸ +d2 ▸ od0 od1 od2")]
    [InlineData(ClaimRetention.Delete, ClaimRetention.Retain, "od2 ▸ od1 ▸ =d1 ▸ =d2 ▸ -d0 -d1 -d2")]
    [InlineData(ClaimRetention.Delete, ClaimRetention.Delete, "-d2 ▸ -d1 ▸ +d1 ▸ +d2 ▸ -d0 -d1 -d2")]
    public void S6_3To1To3AndTheSetDeleted(ClaimRetention whenDeleted, ClaimRetention whenScaled, string expected) =>
        Assert.Equal(expected, Notation.Claims(ScalePlan.Between(Retaining(3, whenDeleted, whenScaled), 3, 1).Then(3).ThenDeletion()));

    [Fact]
    public void S6_DeletionTakesClaimsOfScaledDownOrdinalsToo() =>
        Assert.Equal(
            "od2 ▸ od1 ▸ -d0 -d1 -d2",
            Notation.Claims(ScalePlan.Between(Retaining(3, ClaimRetention.Delete, ClaimRetention.Retain), 3, 1).ThenDeletion()));

    [Fact]
    public void S6_AReplacedPodKeepsItsClaimUnderEveryPolicy()
    {
        StatefulSetInfo set = Retaining(1, ClaimRetention.Delete, ClaimRetention.Delete);

        Assert.Equal("od0 ▸ =d0", Notation.Claims(ScalePlan.Update(set)));
        Assert.Equal("=d0", Notation.Claims(ScalePlan.Between(set, 1, 1, With((0, ReplicaCondition.Terminating)))));
    }

    [Fact]
    public void S6_2To1To2WhileW1StillTerminatesLosesTheClaimAndMayLoseTheMember()
    {
        // 9 of 9 on 1.36: neither a pod nor an event until the set is touched. Once it was seen to come back by itself.
        ScalePlan plan = ScalePlan.Between(Deleting(Set(Ordered)), 1, 2, With((1, ReplicaCondition.Terminating)));

        Assert.Equal("-c1 ▸ !1 +1", Notation.Of(plan));
        Assert.Equal("-d1 ▸ +d1", Notation.Claims(plan));
        Assert.Equal(BlockCause.NotNoticed, plan.StuckAt!.Blocks[0].Cause);
        Assert.Contains("may stay missing", plan.ToString(), StringComparison.Ordinal);
        Assert.Contains("kubectl annotate statefulset w ", plan.ToString(), StringComparison.Ordinal);
        Assert.Contains(
            ScalePlan.Between(Deleting(Set(Ordered)), 2, 1).Changes[0].Caveats,
            caveat => caveat.Contains("does not save the claim", StringComparison.Ordinal));
    }

    [Fact]
    public void S6_AParallelSetTakesItsClaimsBackWhileThePodsStillTerminate()
    {
        ScalePlan plan = ScalePlan.Between(Deleting(Set(Parallel)), 1, 3, With((1, ReplicaCondition.Terminating), (2, ReplicaCondition.Terminating)));

        Assert.Equal("{+1 +2}", Notation.Of(plan));
        Assert.Equal("=d1 =d2", Notation.Claims(plan));
        Assert.Null(plan.StuckAt);
        Assert.Contains(
            ScalePlan.Between(Deleting(Set(Parallel)), 2, 1).Changes[0].Caveats,
            caveat => caveat.Contains("saves the claims", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Ordered)]
    [InlineData(Parallel)]
    public void S6_APodThatTerminatesAlreadyAndIsThenScaledAwayTakesItsClaimAlong(PodManagementPolicy policy)
    {
        ScalePlan plan = ScalePlan.Between(Deleting(Set(policy)), 3, 2, With((2, ReplicaCondition.Terminating))).Then(3);

        Assert.Equal("-d2 ▸ +d2", Notation.Claims(plan));
    }

    [Fact]
    public void S6_UnlessAnOrderedSetDoesNotComeThatFarBeforeThePodIsGone() =>
        Assert.Equal(
            "=d2",
            Notation.Claims(ScalePlan.Between(Deleting(Set(Ordered)), 3, 2, With((0, ReplicaCondition.Unready), (2, ReplicaCondition.Terminating))).Then(3)));

    [Fact]
    public void S6_ClaimsLeftOverFromEarlierScaleDownsOutliveTheDeletionUnderANewPolicy()
    {
        StatefulSetInfo deleting = Retaining(1, ClaimRetention.Delete, ClaimRetention.Delete);

        Assert.Equal("od2 ▸ od1 ▸ -d0 od1 od2", Notation.Claims(ScalePlan.Between(Set(Ordered), 3, 1).Then(deleting).ThenDeletion()));
    }

    [Theory]
    [InlineData(Ordered)]
    [InlineData(Parallel)]
    public void S6_SetDeletionHasNoOrder(PodManagementPolicy policy)
    {
        Assert.Equal("hand ▸ {x0 x1 x2}", Notation.Of(ScalePlan.Deletion(Set(policy, 3))));
        Assert.Contains("scale to 0 first", ScalePlan.Deletion(Set(policy, 3)).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void S6_CascadeOrphanDeletesNothingWhateverThePolicy() =>
        Assert.Equal(
            "hand ▸ hand",
            Notation.Of(ScalePlan.Between(Retaining(3, ClaimRetention.Delete, ClaimRetention.Delete), 3, 3, new ScaleOptions { Recreate = true })));

    // 7. Claims that already exist

    [Theory]
    [InlineData(Ordered, "+0 R0 ▸ !1 +1 R1 ▸ +2 R2 ▸ +3")]
    [InlineData(Parallel, "{+0 +2} ▸ !1 {+1 +3}")] // 0: w-2, in the batch of w-1, is made; w-3 never
    public void S7_ClaimBeingDeletedWhenItsPodIsDue(PodManagementPolicy policy, string expected)
    {
        ScalePlan plan = ScalePlan.Between(Set(policy), 0, 4, With((1, ReplicaCondition.ClaimHeldTerminating)));

        Assert.Equal(expected, Notation.Of(plan));
        Assert.Equal(BlockCause.ClaimNotGone, plan.StuckAt!.Blocks[0].Cause);
        Assert.Contains("+d1", Notation.Claims(plan), StringComparison.Ordinal);
    }

    // 8. Orphan and re-create

    [Fact]
    public void S8_SameTemplatePodsAdoptedWithoutRestart()
    {
        StatefulSetInfo after = new("w") { Replicas = 3, ClaimTemplates = ["d"], PodManagementPolicy = Parallel };
        ScalePlan plan = ScalePlan.Between(Set(Ordered, 3), after);

        Assert.Equal("hand ▸ hand", Notation.Of(plan));
        Assert.Equal(["spec.podManagementPolicy"], plan.Changes[0].Immutable);
        Assert.Equal(["kubectl delete statefulset w --cascade=orphan"], plan.Steps[0].Commands);
        Assert.All(plan.Steps, step => Assert.Empty(step.Claims));
        // A deleted w-2 comes back on its claim, w-3 gets a new one.
        Assert.Equal("=d2 ▸ ?d3", Notation.Claims(ScalePlan.Between(Set(Ordered), 3, 4, With((2, ReplicaCondition.Terminating)) with { Recreate = true })));
    }

    [Fact]
    public void S8_NewOwnersArePutOnTheOldClaims() =>
        Assert.Equal(
            "-d0 -d1",
            Notation.Claims(ScalePlan.Between(Retaining(2, ClaimRetention.Delete, ClaimRetention.Delete), 2, 2, new ScaleOptions { Recreate = true }).ThenDeletion()));

    [Fact]
    public void S8_AChangedPodTemplateRollsEveryPodHighestFirst() =>
        Assert.Equal(
            "hand ▸ hand ▸ x1 -1 ▸ +1 R1 ▸ x0 -0 ▸ +0",
            Notation.Of(ScalePlan.Between(Set(Ordered), 2, 2, NewTemplate with { Recreate = true })));

    [Fact]
    public void S8_BOldClaimsMustBeGrownByHand() =>
        Assert.Contains(
            ScalePlan.Between(Set(Ordered), 2, 2, new ScaleOptions { Recreate = true }).Changes[0].Caveats,
            caveat => caveat.Contains("Expand existing claims one by one", StringComparison.Ordinal));

    [Fact]
    public void S8_CSmallerNCondemnsPodsAtOnce() =>
        Assert.Equal("hand ▸ hand ▸ x2 -2 ▸ x1", Notation.Of(ScalePlan.Between(Set(Ordered), 3, 1, new ScaleOptions { Recreate = true })));

    [Fact]
    public void S8_DAnAddedClaimTemplateSticksUntilPodsAreDeletedByHand()
    {
        StatefulSetInfo after = new("w") { Replicas = 2, ClaimTemplates = ["d", "e"] };
        ScalePlan plan = ScalePlan.Between(Set(Ordered), 3, 3).Then(after);

        // w-0 adopted, claim e-w-0 made; no w-1, surplus w-2 not removed until w-0 is deleted by hand.
        Assert.Equal(
            "hand ▸ hand ▸ +c0 ▸ !0 hand x0 -0 ▸ +0 R0 ▸ +c1 ▸ !1 hand x1 -1 ▸ +1 R1 ▸ x2",
            Notation.Of(plan));
        Assert.Equal("?e0 ▸ od0 ▸ =d0 =e0 ▸ ?e1 ▸ od1 ▸ =d1 =e1 ▸ od2", Notation.Claims(plan));
        Assert.Equal(BlockCause.VolumesDiffer, plan.StuckAt!.Blocks[0].Cause);
    }

    [Fact]
    public void S8_DARenamedClaimTemplateSticksLikewiseAndLeavesTheOldClaims()
    {
        ScalePlan plan = ScalePlan.Between(Set(Ordered, 1), new StatefulSetInfo("w") { ClaimTemplates = ["e"] });

        Assert.Equal("hand ▸ hand ▸ +c0 ▸ !0 hand x0 -0 ▸ +0", Notation.Of(plan));
        Assert.Equal("?e0 ▸ od0 ▸ =e0", Notation.Claims(plan));
        Assert.Contains("Claims of the former template d stay", plan.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void S8_EAPodThatDiesInBetweenStaysAwayUntilTheSetIsBack() =>
        Assert.Equal(
            "hand ▸ hand ▸ +1",
            Notation.Of(ScalePlan.Between(Set(Ordered), 2, 2, With((1, ReplicaCondition.Missing)) with { Recreate = true })));

    [Fact]
    public void S8_FNoOtherPartyMayCreateItAndNameAndSelectorMustStay()
    {
        Assert.Contains(
            ScalePlan.Between(Set(Ordered), 2, 2, new ScaleOptions { Recreate = true }).Changes[0].Caveats,
            caveat => caveat.Contains("No operator or GitOps tool", StringComparison.Ordinal) && caveat.Contains("Name and selector must stay", StringComparison.Ordinal));
        Assert.Throws<ArgumentException>("after", () => ScalePlan.Between(Set(Ordered), new StatefulSetInfo("v")));
    }

    private static StatefulSetInfo Set(PodManagementPolicy policy, int replicas = 1, int start = 0) =>
        new("w") { Replicas = replicas, OrdinalStart = start, PodManagementPolicy = policy, ClaimTemplates = ["d"] };

    private static StatefulSetInfo Partitioned(int replicas, int partition, int start = 0) =>
        new("w") { Replicas = replicas, OrdinalStart = start, UpdatePartition = partition, ClaimTemplates = ["d"] };

    private static StatefulSetInfo OnDelete(int replicas) =>
        new("w") { Replicas = replicas, UpdateStrategy = UpdateStrategy.OnDelete, ClaimTemplates = ["d"] };

    private static StatefulSetInfo Retaining(int replicas, ClaimRetention whenDeleted, ClaimRetention whenScaled) =>
        new("w") { Replicas = replicas, ClaimsWhenDeleted = whenDeleted, ClaimsWhenScaled = whenScaled, ClaimTemplates = ["d"] };

    private static StatefulSetInfo Deleting(StatefulSetInfo set) => new(set) { ClaimsWhenScaled = ClaimRetention.Delete };

    private static ScaleOptions With(params (int Ordinal, ReplicaCondition Condition)[] members) =>
        new() { Replicas = members.ToDictionary(member => member.Ordinal, member => member.Condition) };
}
