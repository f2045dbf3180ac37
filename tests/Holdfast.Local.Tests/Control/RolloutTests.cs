using CsCheck;
using Holdfast.Local.Control;
using Holdfast.Local.Manifests;

namespace Holdfast.Local.Tests.Control;

/// <summary>A Deployment replaces its pods within its limits, and comes to an end.</summary>
public class RolloutTests
{
    private static readonly Gen<RolloutSpec.Share> Shares = Gen.OneOf(
        Gen.Int[0, 3].Select(number => new RolloutSpec.Share(number, false)), Gen.Int[0, 10].Select(tenth => new RolloutSpec.Share(tenth * 10, true)));

    private static readonly Gen<(RolloutSpec Spec, int Replicas, int Seed)> Scenarios = Gen.Select(
        Gen.Select(Gen.Bool, Shares, Shares, (recreate, surge, away) => new RolloutSpec { Recreate = recreate, MaxSurge = surge, MaxUnavailable = away }),
        Gen.Int[0, 8],
        Gen.Int);

    [Fact]
    public void ARolloutStaysWithinItsLimitsAndEnds() => Scenarios.Sample(
        scenario =>
        {
            (RolloutSpec spec, int replicas, int seed) = scenario;
            (int surge, int away) = (spec.MaxSurge.Of(replicas, up: true), spec.MaxUnavailable.Of(replicas, up: false));
            away = surge == 0 && away == 0 ? 1 : away;
            var cluster = new Pods();
            var random = new Random(seed);
            cluster.Controller.Apply(spec, replicas, template: 0);
            cluster.RunToEnd(random, () => { });
            Assert.True(cluster.Controller.IsSettled);

            cluster.Controller.Apply(spec, replicas, template: 1);
            cluster.RunToEnd(random, () =>
            {
                RolloutPod[] running = [.. cluster.Controller.Pods.Where(pod => !pod.IsEnding)];
                if (spec.Recreate)
                {
                    Assert.True(cluster.Controller.Pods.Select(pod => pod.Template).Distinct().Count() <= 1, "old and new pods at once");
                    return;
                }

                Assert.True(running.Length <= replicas + surge, $"{running.Length} pods");
                Assert.True(running.Count(pod => pod.IsAvailable) >= replicas - away, $"{running.Count(pod => pod.IsAvailable)} available");
            });
            Assert.True(cluster.Controller.IsSettled);
            Assert.All(cluster.Controller.Pods, pod => Assert.Equal(1, pod.Template));
        },
        iter: 1000);

    [Fact]
    public void WhateverHappensTheEndIsWhatIsDeclared() => Scenarios.Sample(
        scenario =>
        {
            (RolloutSpec spec, int replicas, int seed) = scenario;
            var cluster = new Pods();
            var random = new Random(seed);
            for (int i = 0; i < 12; i++)
            {
                cluster.Controller.Apply(spec, random.Next(9), random.Next(3));
                if (cluster.Controller.Pods is { IsEmpty: false } pods)
                {
                    RolloutPod one = pods[random.Next(pods.Length)];
                    _ = random.Next(2) == 0 ? cluster.Controller.Delete(one.Name) : cluster.Spoil(one);
                }

                cluster.Step(random);
            }

            cluster.Controller.Apply(spec, replicas, template: 2);
            cluster.RunToEnd(random, () => { });
            Assert.True(cluster.Controller.IsSettled, $"{string.Join(' ', cluster.Controller.Pods)}");
        },
        iter: 1000);

    [Fact]
    public void ATemplateThatNeverWorksLeavesTheOldPodsThatTheLimitsLeave()
    {
        var cluster = new Pods { Broken = 1 };
        var spec = new RolloutSpec();
        cluster.Controller.Apply(spec, 4, template: 0);
        cluster.RunToEnd(new Random(1), () => { });
        cluster.Controller.Apply(spec, 4, template: 1);
        cluster.RunToEnd(new Random(1), () => { });

        // A quarter of four: one more and one fewer.
        Assert.Equal([0, 0, 0, 1, 1], cluster.Controller.Pods.Select(pod => pod.Template));
        Assert.False(cluster.Controller.IsSettled);

        cluster.Controller.Apply(spec, 4, template: 0);
        cluster.RunToEnd(new Random(1), () => { });
        Assert.True(cluster.Controller.IsSettled);
    }

    [Theory]
    [InlineData(25, true, 10, 3, 2)]
    [InlineData(25, true, 3, 1, 0)]
    [InlineData(2, false, 10, 2, 2)]
    [InlineData(0, true, 10, 0, 0)]
    public void SharesAreRoundedUpForMoreAndDownForFewer(int number, bool percent, int replicas, int up, int down)
    {
        var share = new RolloutSpec.Share(number, percent);

        Assert.Equal((up, down), (share.Of(replicas, up: true), share.Of(replicas, up: false)));
    }

    /// <summary>Pods without processes.</summary>
    private sealed class Pods
    {
        private int _last;

        public Pods() => Controller = new DeploymentController(template => $"{template}-{_last++}", _ => { });

        public DeploymentController Controller { get; }

        /// <summary>A template whose pods never become Ready.</summary>
        public int Broken { get; init; } = -1;

        public bool Spoil(RolloutPod pod)
        {
            Controller.Observe(pod.Name, isAvailable: false);
            return true;
        }

        public void RunToEnd(Random random, Action check)
        {
            do
            {
                check();
            }
            while (Step(random));
        }

        public bool Step(Random random)
        {
            RolloutPod[] possible = [.. Controller.Pods.Where(pod => pod.IsEnding || (!pod.IsAvailable && pod.Template != Broken))];
            if (possible.Length == 0)
            {
                return false;
            }

            RolloutPod one = possible[random.Next(possible.Length)];
            if (one.IsEnding)
            {
                Controller.Gone(one.Name);
            }
            else
            {
                Controller.Observe(one.Name, isAvailable: true);
            }

            return true;
        }
    }
}
