using k8s.Models;

namespace Holdfast.Analyzers.Tests.Manifests;

/// <summary>What decides on the number of replicas.</summary>
public class AutoscalerTests
{
    [Fact]
    public void ItScalesTheSetByCpuAndLetsMembersGoSlowly()
    {
        V2HorizontalPodAutoscaler autoscaler = Autoscaler("[Autoscaler(2, 5)]");
        V2HorizontalPodAutoscalerSpec spec = autoscaler.Spec;
        Assert.Equal("a", autoscaler.Metadata.Name);
        Assert.Equal(("apps/v1", "StatefulSet", "a"), (spec.ScaleTargetRef.ApiVersion, spec.ScaleTargetRef.Kind, spec.ScaleTargetRef.Name));
        Assert.Equal((2, 5), (spec.MinReplicas, spec.MaxReplicas));
        V2MetricSpec metric = Assert.Single(spec.Metrics);
        Assert.Equal(("Resource", "cpu", "Utilization", 80), (metric.Type, metric.Resource.Name, metric.Resource.Target.Type, metric.Resource.Target.AverageUtilization));
        Assert.Null(spec.Behavior.ScaleUp);
        Assert.Equal((300, null), (spec.Behavior.ScaleDown.StabilizationWindowSeconds, spec.Behavior.ScaleDown.SelectPolicy));
        Assert.Equal("Pods 1/300", Text(spec.Behavior.ScaleDown));
    }

    [Fact]
    public void EveryMeasureAndBehaviorIsThere()
    {
        V2HorizontalPodAutoscalerSpec spec = Autoscaler("""
            [Autoscaler(1, 9, CpuUtilization = 60, MemoryUtilization = 70, CpuAverage = "500m", MemoryAverage = "2Gi",
                ScaleDownStabilizationSeconds = 600, ScaleDownReplicas = 2, ScaleDownPeriodSeconds = 900, NeverScaleDown = true,
                ScaleUpStabilizationSeconds = 30, ScaleUpReplicas = 3)]
            """).Spec;
        Assert.Equal(
            ["cpu Utilization 60 ", "cpu AverageValue  500m", "memory Utilization 70 ", "memory AverageValue  2Gi"],
            spec.Metrics.Select(metric => $"{metric.Resource.Name} {metric.Resource.Target.Type} {metric.Resource.Target.AverageUtilization} {metric.Resource.Target.AverageValue}"));
        Assert.Equal((600, "Disabled", "Pods 2/900"), (spec.Behavior.ScaleDown.StabilizationWindowSeconds, spec.Behavior.ScaleDown.SelectPolicy, Text(spec.Behavior.ScaleDown)));
        Assert.Equal((30, "Pods 3/60"), (spec.Behavior.ScaleUp.StabilizationWindowSeconds, Text(spec.Behavior.ScaleUp)));
    }

    [Fact]
    public void AnotherMeasureTakesThePlaceOfCpu() =>
        Assert.Equal("memory", Assert.Single(Autoscaler("[Autoscaler(1, 2, MemoryAverage = \"1Gi\")]").Spec.Metrics).Resource.Name);

    [Theory]
    [InlineData("", 2)]
    [InlineData(", Replicas = 4", 4)]
    public void TheManifestHasNoNumberOfMembersAndCodeHas(string arguments, int members)
    {
        EmittedManifest manifest = Manifest("[Autoscaler(2, 5)]", arguments);
        Assert.Null(manifest.StatefulSet.Spec.Replicas);
        Assert.DoesNotContain("\n  replicas:", manifest.Yaml, StringComparison.Ordinal);
        Assert.Equal(members, manifest.Member<PodSet>("Pods").Count);
        Assert.Equal(members, manifest.Member<string>("Peers").Split(',').Length);
    }

    private static string Text(V2HPAScalingRules rules) =>
        string.Join(",", rules.Policies.Select(policy => $"{policy.Type} {policy.Value}/{policy.PeriodSeconds}"));

    private static V2HorizontalPodAutoscaler Autoscaler(string attribute) =>
        Assert.Single(Manifest(attribute).Objects.OfType<V2HorizontalPodAutoscaler>());

    private static EmittedManifest Manifest(string attribute, string arguments = "") => EmittedManifest.Of("A", $$"""
        using Holdfast;
        [StatefulApp("a"{{arguments}})] [Container("a:1")] [Resources(CpuRequest = "1", MemoryRequest = "1Gi")] {{attribute}}
        partial class A
        {
            [PeerList] public static partial string Peers { get; }
        }
        """);
}
