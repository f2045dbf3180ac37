using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Rules;

/// <summary>Fields and API versions that clusters do not have.</summary>
[HomeOf("HF4006", "HF4007")]
public class UpgradeRuleTests
{
    [Theory]
    [InlineData("spec: {updateStrategy: {rollingUpdate: {maxUnavailable: {|HF4006:2|}}}}")]
    [InlineData("spec: {updateStrategy: {rollingUpdate: {maxUnavailable: 1}}}")]
    [InlineData("spec: {updateStrategy: {rollingUpdate: {partition: {|HF9012:1|}}}}")]
    public Task MaxUnavailable(string patch) => RuleTest.VerifyWatchingAsync("HF4006", Source.App(attributes: $"[Patch(\"{patch}\")]"));

    [Theory]
    [InlineData("MaxUnavailable = {|HF4006:2|}")]
    [InlineData("MaxUnavailablePercent = {|HF4006:50|}")]
    [InlineData("MaxUnavailable = 1")]
    [InlineData("UpdatePartition = 1")]
    public Task MaxUnavailableOfAttributes(string argument) => RuleTest.VerifyWatchingAsync("HF4006", Source.App("\"orders\", Replicas = 3, " + argument));

    [Theory]
    [InlineData("{apiVersion: {|HF4007:apps/v1beta2|}, kind: StatefulSet, spec: {minReadySeconds: 5}}")]
    [InlineData("{apiVersion: {|HF4007:policy/v1beta1|}, kind: PodDisruptionBudget, spec: {minAvailable: 2}}")]
    [InlineData("{apiVersion: apps/v1, kind: StatefulSet, spec: {minReadySeconds: 5}}")]
    public Task RemovedApis(string patch) => RuleTest.VerifyAsync(Source.App(attributes: $"[DisruptionBudget(MinAvailable = 2)] [Patch(\"{patch}\")]"));

    [Theory]
    [InlineData("{apiVersion: {|HF4007:autoscaling/v2beta2|}, kind: HorizontalPodAutoscaler}")]
    [InlineData("{apiVersion: {|HF4007:extensions/v1beta1|}, kind: Deployment}")]
    [InlineData("{apiVersion: apps.kruise.io/v1beta1, kind: StatefulSet}")]
    public void RemovedApisInManifests(string yaml) => ManifestRuleTest.Verify(yaml);

    [Fact]
    public Task SurvivesHalfTypedCode() => RuleTest.SurvivesAsync(Source.App(attributes: "[Patch(Missing)] [Patch("));
}
