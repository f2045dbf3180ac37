using System.Collections.Immutable;
using CsCheck;
using Holdfast.Local.Control;

namespace Holdfast.Local.Tests.Control;

/// <summary>What a plan says is what a local cluster does: order of starts and stops, claims, templates, and what is there in the end.</summary>
public class ControllerAgainstPlanTests
{
    private static readonly Gen<StatefulSetInfo> Sets =
        from start in Gen.Int[0, 3]
        from replicas in Gen.Int[0, 6]
        from policy in Gen.Enum<PodManagementPolicy>()
        from strategy in Gen.Frequency((3, Gen.Const(UpdateStrategy.RollingUpdate)), (1, Gen.Const(UpdateStrategy.OnDelete)))
        from partition in Gen.Frequency((2, Gen.Const(0)), (1, Gen.Int[0, 6]))
        from seconds in Gen.Frequency((2, Gen.Const(0)), (1, Gen.Const(5)))
        from away in Gen.Frequency((2, Gen.Const(0)), (1, Gen.Int[1, 3]))
        from scaled in Gen.Enum<ClaimRetention>()
        from deleted in Gen.Enum<ClaimRetention>()
        from templates in Gen.Frequency((2, Gen.Const<string[]>(["d"])), (1, Gen.Const<string[]>(["d", "e"])), (1, Gen.Const<string[]>([])))
        select new StatefulSetInfo("w")
        {
            OrdinalStart = start,
            Replicas = replicas,
            PodManagementPolicy = policy,
            UpdateStrategy = strategy,
            UpdatePartition = partition,
            UpdateMaxUnavailable = away,
            MinReadySeconds = seconds,
            ClaimsWhenScaled = scaled,
            ClaimsWhenDeleted = deleted,
            ClaimTemplates = templates,
        };

    private static readonly Gen<Change> Changes =
        from start in Gen.Frequency((3, Gen.Const(0)), (1, Gen.Int[1, 3]))
        from replicas in Gen.Int[0, 6]
        from partition in Gen.Frequency((3, Gen.Const(0)), (1, Gen.Int[0, 6]))
        from scaled in Gen.Enum<ClaimRetention>()
        from template in Gen.Enum<TemplateChange>()
        from conditions in Gen.Select(Gen.Int[0, 12], Gen.Int[0, 3]).Array[0, 3]
        select new Change(start, replicas, partition, scaled, template, conditions);

    private static readonly Gen<(StatefulSetInfo Set, Change[] Changes, int Minor, int Seed)> Scenarios =
        Gen.Select(Sets, Changes.Array[2, 3], Gen.Int[35, 37], Gen.Int);

    [Fact]
    public void StartsStopsAndClaimsComeAsThePlanSays()
    {
        Scenarios.Sample(
            scenario => Play(scenario.Set, scenario.Changes, scenario.Minor, (runner, _) => runner.RunToEnd(), inOrder: true),
            iter: 2000);
    }

    [Fact]
    public void WhateverComesFirstTheEndIsThePlans()
    {
        // Where members are well, nothing but the order in which they become Ready and go is left to chance.
        Scenarios.Sample(
            scenario =>
            {
                Change[] well = [.. scenario.Changes.Select(change => change with
                {
                    Conditions = [],
                    Template = change.Template == TemplateChange.Broken ? TemplateChange.Working : change.Template,
                    Scaled = ClaimRetention.Retain,
                })];
                var set = new StatefulSetInfo(scenario.Set) { ClaimsWhenScaled = ClaimRetention.Retain };
                var random = new Random(scenario.Seed);
                Play(set, well, scenario.Minor, (runner, _) => runner.RunToEnd(random), inOrder: set.PodManagementPolicy == PodManagementPolicy.OrderedReady);
            },
            iter: 1000);
    }

    [Fact]
    public void AnIdentityNeverRunsTwiceWhateverIsDeletedByHand()
    {
        // FakeRunner fails where a pod is started that runs, or that has not gone yet.
        Gen.Select(Sets, Gen.Int).Sample(
            scenario =>
            {
                (StatefulSetInfo set, int seed) = scenario;
                var random = new Random(seed);
                var runner = new FakeRunner();
                var controller = new SetController(set, KubernetesVersion.Default, runner, []);
                runner.Controller = controller;
                controller.Sync();
                for (int i = 0; i < 8; i++)
                {
                    controller.Delete(random.Next(12));
                    controller.Apply(set.WithReplicas(random.Next(7)), random.Next(3) == 0 ? TemplateChange.Working : TemplateChange.None);
                    if (random.Next(2) == 0)
                    {
                        runner.RunToEnd(random);
                        controller.Touch();
                    }
                }

                controller.Apply(set, TemplateChange.None);
                do
                {
                    runner.RunToEnd(random);
                    controller.Touch();
                    runner.RunToEnd(random);
                }
                while (controller.Waiting is Move.Blocked { Cause: BlockCause.NotNoticed });
                Assert.True(controller.IsSettled, $"{controller.Waiting}");
            },
            iter: 500);
    }

    private static void Play(StatefulSetInfo set, Change[] changes, int minor, Action<FakeRunner, ScalePlan> run, bool inOrder)
    {
        var version = new KubernetesVersion(1, minor);
        var runner = new FakeRunner();
        var controller = new SetController(set, version, runner, []);
        runner.Controller = controller;
        ScalePlan plan = ScalePlan.Creation(set, new ScaleOptions { KeptClaims = [], Kubernetes = version, EndWhereStuck = true });
        controller.Sync();
        run(runner, plan);
        Same(plan, controller, runner, inOrder);

        foreach (Change change in changes)
        {
            StatefulSetInfo after = change.Of(set);
            Dictionary<int, ReplicaCondition> conditions = change.ConditionsOf(plan.Changes[^1].State, set, after);
            foreach ((int ordinal, ReplicaCondition condition) in conditions)
            {
                // A later condition of a replica replaces the one before.
                runner.NeverReady.Remove(ordinal);
                switch (condition)
                {
                    case ReplicaCondition.Unready:
                        runner.Spoil(ordinal);
                        break;
                    case ReplicaCondition.Terminating:
                        controller.Delete(ordinal);
                        break;
                    default:
                        runner.NeverReady.Add(ordinal);
                        break;
                }
            }

            runner.Acts.Clear();
            int latest = controller.State.Templates.Max() + 1;
            if (change.Template == TemplateChange.Broken)
            {
                runner.Broken.Add(latest);
            }

            plan = plan.Then(
                after, new ScaleOptions { Replicas = conditions, Template = change.Template, Kubernetes = version, EndWhereStuck = true });
            controller.Apply(after, change.Template);
            run(runner, plan);
            Same(plan, controller, runner, inOrder);
            set = after;
        }

        runner.Acts.Clear();
        plan = plan.ThenDeletion(options: new ScaleOptions { EndWhereStuck = true });
        controller.DeleteSet();
        run(runner, plan);
        Assert.Equal(plan.Changes[^1].Steps.SelectMany(Tokens).Order(StringComparer.Ordinal), runner.Acts.Where(act => act[0] == '-').Order(StringComparer.Ordinal));
        Assert.True(controller.IsSettled);
        Assert.Empty(controller.State.Own);
        Assert.Equal(Claims(plan.Changes[^1].State), Claims(controller.State));
    }

    private static void Same(ScalePlan plan, SetController controller, FakeRunner runner, bool inOrder)
    {
        IReadOnlyList<ScaleStep> steps = plan.Changes[^1].Steps;
        ClusterState state = plan.Changes[^1].State;
        string said = string.Join('\n', plan.Changes[^1], string.Join('\n', steps), string.Join(' ', runner.Acts));

        string[] expected = Groups(steps.SelectMany(Tokens), inOrder);
        string[] done = Groups(runner.Acts.Where(act => act[0] is '+' or '-').Select(act => act.Split('@')[0]), inOrder);
        Assert.True(expected.SequenceEqual(done), $"{string.Join(' ', expected)}\n{string.Join(' ', done)}\n{said}");

        string[] made = [.. runner.Acts.Where(act => act.StartsWith("new ", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        Assert.Equal(steps.SelectMany(step => step.Claims).Where(claim => claim.Outcome == ClaimOutcome.Created).Select(claim => $"new {claim.Name}").Order(StringComparer.Ordinal), made);
        string[] bound = [.. runner.Acts.Where(act => act.StartsWith("old ", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        Assert.Equal(steps.SelectMany(step => step.Claims).Where(claim => claim.Outcome == ClaimOutcome.BoundAgain).Select(claim => $"old {claim.Name}").Order(StringComparer.Ordinal), bound);

        Assert.Equal(Pods(state), Pods(controller.State));
        Assert.Equal(Claims(state), Claims(controller.State));
        Assert.Equal((state.CurrentTemplate, state.UpdateTemplate), (controller.State.CurrentTemplate, controller.State.UpdateTemplate));
    }

    private static IEnumerable<string> Tokens(ScaleStep step) =>
        step.Creates.Select(pod => $"+{pod.Ordinal}").Concat(step.Deletes.Select(pod => $"-{pod.Ordinal}"));

    /// <summary>What has no order in a step has none here: starts that follow each other are one group, and so are stops.</summary>
    private static string[] Groups(IEnumerable<string> tokens, bool inOrder)
    {
        if (!inOrder)
        {
            return [.. tokens.Order(StringComparer.Ordinal)];
        }

        List<SortedSet<string>> groups = [];
        char kind = ' ';
        foreach (string token in tokens)
        {
            if (token[0] != kind)
            {
                groups.Add(new SortedSet<string>(StringComparer.Ordinal));
                kind = token[0];
            }

            groups[^1].Add(token);
        }

        return [.. groups.Select(group => string.Join(',', group))];
    }

    private static string[] Pods(ClusterState state) =>
        [.. state.Pods.Values.Select(pod => $"{pod.Pod.Ordinal}@{pod.Template} {(pod.Phase == PodPhase.Ready ? "Ready" : pod.IsEnding ? "ending" : "not Ready")}")];

    private static string[] Claims(ClusterState state) =>
        [.. state.Claims.Where(claim => claim.Value.Exists).Select(claim => $"{claim.Key.Template}-{claim.Key.Ordinal} {claim.Value.Owner}").Order(StringComparer.Ordinal)];

    private sealed record Change(int Start, int Replicas, int Partition, ClaimRetention Scaled, TemplateChange Template, (int Which, int Condition)[] Conditions)
    {
        public StatefulSetInfo Of(StatefulSetInfo set) => new(set)
        {
            OrdinalStart = Start == 0 ? set.OrdinalStart : Start,
            Replicas = Replicas,
            UpdatePartition = Partition,
            ClaimsWhenScaled = Scaled,
        };

        /// <summary>Conditions that members can have: some that are Ready turn out not to be, are being deleted, or do not come back; some new ones never come.</summary>
        public Dictionary<int, ReplicaCondition> ConditionsOf(ClusterState state, StatefulSetInfo before, StatefulSetInfo after)
        {
            int[] ready = [.. state.Ready.Where(ordinal => before.IsReplica(ordinal))];
            int[] coming = [.. Enumerable.Range(after.OrdinalStart, after.Replicas).Where(ordinal => !state.Pods.ContainsKey(ordinal))];
            var conditions = new Dictionary<int, ReplicaCondition>();
            foreach ((int which, int condition) in Conditions)
            {
                if (condition == 3 && coming.Length > 0)
                {
                    conditions[coming[which % coming.Length]] = ReplicaCondition.NeverReady;
                }
                else if (condition != 3 && ready.Length > 0)
                {
                    conditions[ready[which % ready.Length]] = condition switch
                    {
                        0 => ReplicaCondition.Unready,
                        1 => ReplicaCondition.Terminating,
                        _ => ReplicaCondition.NeverReadyAgain,
                    };
                }
            }

            return conditions;
        }

        public override string ToString() =>
            $"start {Start}, n {Replicas}, partition {Partition}, {Scaled}, {Template}, {string.Join(' ', Conditions)}";
    }
}
