using CsCheck;

namespace Holdfast.Tests.Scaling;

/// <summary>What holds of every plan, whatever the set and its replicas are like.</summary>
public class ScalePlanProperties
{
    private static readonly Gen<StatefulSetInfo> Sets =
        from start in Gen.Int[0, 6]
        from replicas in Gen.Int[0, 7]
        from policy in Gen.Enum<PodManagementPolicy>()
        from strategy in Gen.Enum<UpdateStrategy>()
        from partition in Gen.Frequency((2, Gen.Const(0)), (1, Gen.Int[0, 8]))
        from away in Gen.Frequency((2, Gen.Const(0)), (1, Gen.Int[1, 3]))
        from scaled in Gen.Enum<ClaimRetention>()
        from deleted in Gen.Enum<ClaimRetention>()
        from templates in Gen.Frequency((2, Gen.Const<string[]>(["d"])), (1, Gen.Const<string[]>(["d", "e"])))
        select new StatefulSetInfo("w")
        {
            OrdinalStart = start,
            Replicas = replicas,
            PodManagementPolicy = policy,
            UpdateStrategy = strategy,
            UpdatePartition = partition,
            UpdateMaxUnavailable = away,
            ClaimsWhenScaled = scaled,
            ClaimsWhenDeleted = deleted,
            ClaimTemplates = templates,
        };

    private static readonly Gen<ScaleOptions> Options =
        from members in Gen.Select(Gen.Int[0, 13], Gen.Enum<ReplicaCondition>()).Array[0, 4]
        from template in Gen.Enum<TemplateChange>()
        from minor in Gen.Int[35, 37]
        from recreate in Gen.Frequency((3, Gen.Const(false)), (1, Gen.Const(true)))
        select new ScaleOptions
        {
            Replicas = members.DistinctBy(member => member.Item1).ToDictionary(member => member.Item1, member => member.Item2),
            Template = template,
            Kubernetes = new KubernetesVersion(1, minor),
            Recreate = recreate,
        };

    /// <summary>Any change of any set, twice, with replicas in any condition.</summary>
    private static readonly Gen<ScalePlan> Plans =
        from sets in Sets.Array[3]
        from options in Options.Array[2]
        select ScalePlan.Between(sets[0], sets[1], Possible(options[0], sets[0], sets[1])).Then(sets[2], Possible(options[1], sets[1], sets[2]));

    /// <summary>Changes of size and first ordinal alone, of sets whose replicas are all well.</summary>
    private static readonly Gen<(StatefulSetInfo Before, StatefulSetInfo After)> Moves =
        from set in Sets
        from start in Gen.OneOf(Gen.Const(set.OrdinalStart), Gen.Int[0, 6])
        from replicas in Gen.Int[0, 7]
        select (set, new StatefulSetInfo(set) { OrdinalStart = start, Replicas = replicas });

    [Fact]
    public void EveryChangeEndsWithTheMembersThatWereAskedFor() =>
        Plans.Sample(plan =>
        {
            foreach (ScaleChange change in plan.Changes)
            {
                Assert.Empty(change.Phases[^1].Blocks.Select(block => block.Reason));

                // A foreign pod stays where its name is not a replica's.
                Assert.Equal(
                    Ordinals(change.After.Pods),
                    change.End.Pods.Where(pod => pod.Condition != ReplicaCondition.NameTaken).Select(pod => pod.Pod.Ordinal));
                Assert.DoesNotContain(
                    change.End.Pods, pod => pod.Condition == ReplicaCondition.NameTaken && Ordinals(change.After.Pods).Contains(pod.Pod.Ordinal));
            }
        });

    [Fact]
    public void FromWholeSetsStepsLeadExactlyFromOneToTheOther() =>
        Moves.Sample(move =>
        {
            HashSet<int> pods = [.. Ordinals(move.Before.Pods)];
            foreach (ScaleStep step in ScalePlan.Between(move.Before, move.After).Steps)
            {
                Assert.All(Ordinals(step.Deletes), ordinal => Assert.Contains(ordinal, pods));
                Assert.False(pods.Overlaps(Ordinals(step.Creates)), "no pod is created twice");
                pods.ExceptWith(Ordinals(step.Deletes));
                pods.UnionWith(Ordinals(step.Creates));
            }

            Assert.Equal(Ordinals(move.After.Pods), pods.Order());
        });

    [Fact]
    public void NoMemberThatStaysIsDeletedUnlessTheTemplateChanges() =>
        Moves.Sample(move => ScalePlan.Between(move.Before, move.After).Steps
            .All(step => !Ordinals(step.Deletes).Intersect(Ordinals(move.After.Pods)).Any()));

    [Fact]
    public void AllIsCreatedBeforeAnythingIsDeleted() =>
        Moves.Sample(move =>
        {
            bool[] deletes = [.. ScalePlan.Between(move.Before, move.After).Steps.Select(step => step.Deletes.Count > 0)];
            return deletes.SequenceEqual(deletes.Order());
        });

    [Fact]
    public void UpUndoesDownAndDownUndoesUp() =>
        Moves.Sample(move =>
        {
            ScalePlan there = ScalePlan.Between(move.Before, move.After);
            ScalePlan back = ScalePlan.Between(move.After, move.Before);

            Assert.Equal(Touched(there, step => step.Creates), Touched(back, step => step.Deletes));
            Assert.Equal(Touched(there, step => step.Deletes), Touched(back, step => step.Creates));
        });

    [Fact]
    public void OnTheWayBackClaimsAreWhatRetentionLeftOfThem() =>
        Moves.Sample(move => ScalePlan.Between(move.Before, move.After).Then(move.Before).Changes[1].Steps
            .Where(step => step.Creates.Count > 0)
            .SelectMany(step => step.Claims)
            .All(claim => claim.Outcome == (move.Before.ClaimsWhenScaled == ClaimRetention.Retain ? ClaimOutcome.BoundAgain : ClaimOutcome.Created)));

    [Fact]
    public void OrderedSetsTouchOnePodInAStepWhereMaxUnavailableDoesNotCount() =>
        Plans.Sample(plan => plan.Changes
            .Where(change => change.After.PodManagementPolicy == PodManagementPolicy.OrderedReady && change.Options.Kubernetes.Minor != 37)
            .SelectMany(change => change.Steps)
            .All(step => step.Creates.Count + step.Deletes.Count <= 1));

    [Fact]
    public void ARollingUpdateHasOneMemberAwayAtATime() =>
        Sets.Sample(set =>
        {
            foreach (ScaleStep step in ScalePlan.Update(set).Steps)
            {
                Assert.Equal(1, step.Creates.Count + step.Deletes.Count);
                Assert.Equal(set.Replicas - 1, step.ReadyReplicas);
            }
        });

    [Fact]
    public void AnUpdateReplacesThoseFromThePartitionOnTheHighestFirstAndLeavesTheOthers() =>
        Sets.Sample(set =>
        {
            ScalePlan plan = ScalePlan.Update(set);
            int first = set.UpdateStrategy == UpdateStrategy.OnDelete ? set.Replicas : Math.Min(set.UpdatePartition, set.Replicas);

            Assert.Equal(Ordinals(set.Pods).Skip(first).Reverse(), plan.Steps.SelectMany(step => Ordinals(step.Deletes)));
            Assert.Equal(Ordinals(set.Pods).Take(first), Ordinals(plan.Changes[0].KeepOldTemplate));
        });

    [Fact]
    public void WholeSetsWithAWorkingTemplateAreNeverStuck() =>
        Moves.Sample(move =>
            ScalePlan.Between(move.Before, move.After).StuckAt is null
            && ScalePlan.Between(move.Before, move.After, new ScaleOptions { Template = TemplateChange.Working }).StuckAt is null);

    [Fact]
    public void WhatIsStuckSaysWhyAndWhatHelps() =>
        Plans.Sample(plan => plan.Phases.SelectMany(phase => phase.Blocks)
            .All(block => block.Pods.Count > 0 && block.Reason.Length > 0 && block.WaysOut.Count > 0 && block.WaysOut.All(way => way.Text.Length > 0 && way.Helps.Count > 0)));

    [Fact]
    public void EachWayOutLeadsToAPlanThatHoldsNoOtherSurprise() =>
        Plans.Sample(
            plan =>
            {
                foreach (ScaleWayOut way in plan.Phases.SelectMany(phase => phase.Blocks).SelectMany(block => block.WaysOut).Take(8))
                {
                    ScalePlan followed = plan.Following(way);

                    Assert.Empty(followed.Changes[^1].Phases[^1].Blocks.Select(block => $"{block.Reason} after {way}\n{followed}"));
                    Assert.NotEmpty(followed.ToString());
                }
            },
            iter: 50);

    [Fact]
    public void ParallelSetsWaitForReadyMembersOnlyToUpdate() =>
        Plans.Sample(plan => plan.Changes
            .Where(change => change.After.PodManagementPolicy == PodManagementPolicy.Parallel)
            .SelectMany(change => change.Steps.Where(step => step.WaitsForReady.Count > 0), (change, step) => (change, step))
            .All(pair => Ordinals(pair.step.Deletes).All(Ordinals(pair.change.After.Pods).Contains) && pair.step.Creates.Count == 0));

    [Fact]
    public void FiguresOfTheQuorumAreThoseOfTheMembers() =>
        Moves.Sample(move =>
        {
            int members = Ordinals(move.Before.Pods).Union(Ordinals(move.After.Pods)).Count();
            HashSet<int> ready = [.. Ordinals(move.Before.Pods)];
            foreach (ScaleStep step in ScalePlan.Between(move.Before, move.After).Steps)
            {
                ready.UnionWith(Ordinals(step.WaitsForReady));
                ready.ExceptWith(Ordinals(step.Deletes));

                Assert.Equal(members, step.Replicas);
                Assert.Equal((members / 2) + 1, step.Quorum);
                Assert.Equal(ready.Count, step.ReadyReplicas);
                Assert.Equal(step.ReadyReplicas >= step.Quorum, step.HasQuorum);
            }
        });

    [Fact]
    public void AQuorumThatIsGivenIsTheQuorum() =>
        Gen.Select(Moves, Gen.Int[1, 9]).Sample((move, quorum) =>
            ScalePlan.Between(move.Before, move.After, new ScaleOptions { Quorum = quorum }).Steps.All(step => step.Quorum == quorum));

    [Fact]
    public void EachTouchedPodHasItsClaimsAndItsName() =>
        Moves.Sample(move => ScalePlan.Between(move.Before, move.After).Steps.All(step =>
            step.Claims.Count == (step.Creates.Count + step.Deletes.Count) * move.Before.ClaimTemplates.Count
            && step.Claims.Select(claim => claim.Pod).ToHashSet().SetEquals(step.Creates.Concat(step.Deletes))
            && step.NamesAppearing.SetEquals(step.Creates.Select(pod => pod.HostName))
            && step.NamesGoing.SetEquals(step.Deletes.Select(pod => pod.HostName))));

    [Fact]
    public void TextIsTheSameEachTimeAndHoldsNoCarriageReturn() =>
        Gen.Select(Sets, Sets, Options).Sample((before, after, options) =>
        {
            options = Possible(options, before, after);
            string text = ScalePlan.Between(before, after, options).ToString();

            Assert.Equal(text, ScalePlan.Between(before, after, options).ToString());
            Assert.DoesNotContain('\r', text);
            Assert.DoesNotContain(text.Split('\n'), line => line.EndsWith(' '));
        });

    /// <summary>The options without replicas that the set has neither before nor after the change.</summary>
    private static ScaleOptions Possible(ScaleOptions options, StatefulSetInfo before, StatefulSetInfo after) => options with
    {
        Replicas = options.Replicas
            .Where(member => Ordinals(before.Pods).Concat(Ordinals(after.Pods)).Contains(member.Key)
                || member.Value is ReplicaCondition.Terminating or ReplicaCondition.HeldTerminating)
            .ToDictionary(),
    };

    private static IEnumerable<int> Touched(ScalePlan plan, Func<ScaleStep, IReadOnlySet<Pod>> pods) =>
        plan.Steps.SelectMany(step => Ordinals(pods(step))).Order();

    private static IEnumerable<int> Ordinals(IEnumerable<Pod> pods) => pods.Select(pod => pod.Ordinal);
}
