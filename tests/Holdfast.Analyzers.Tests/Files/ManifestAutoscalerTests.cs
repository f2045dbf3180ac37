namespace Holdfast.Analyzers.Tests.Files;

/// <summary>What the API server refuses of autoscalers.</summary>
public class ManifestAutoscalerTests
{
    private const string Scaled = "{apiVersion: apps/v1, kind: Deployment, name: front}";

    [Theory]
    [InlineData("{|HF6007:type|}: Resource")]
    [InlineData("{|HF6007:resource|}: {name: cpu, target: {type: Utilization, averageUtilization: 50}}")]
    [InlineData("type: Resource, resource: {name: cpu, {|HF6007:target|}: {averageUtilization: 50}}")]
    [InlineData("type: Resource, {|HF6007:resource|}: {target: {type: Utilization, averageUtilization: 50}}")]
    [InlineData("type: Resource, resource: {name: cpu, {|HF6007:target|}: {type: Value, value: 5}}")]
    [InlineData("type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 50}}, {|HF6007:pods|}: {metric: {name: a}, target: {type: AverageValue, averageValue: 1}}")]
    [InlineData("type: ContainerResource, {|HF6007:containerResource|}: {name: cpu, target: {type: Utilization, averageUtilization: 50}}")]
    [InlineData("type: ContainerResource, containerResource: {name: cpu, container: web, target: {type: AverageValue, averageValue: {|HF3008:5x|}}}")]
    [InlineData("type: Pods, pods: {metric: {name: a}, {|HF6007:target|}: {type: Value, value: 1}}")]
    [InlineData("type: Pods, pods: {metric: {name: a}, target: {type: AverageValue, averageValue: {|HF3008:'-1'|}}}")]
    [InlineData("type: Object, {|HF6007:object|}: {metric: {name: a}, target: {type: Value, value: 1}}")]
    [InlineData("type: External, external: {metric: {name: a}, target: {type: Value, value: {|HF3008:0|}}}")]
    [InlineData("type: External, external: {metric: {name: a}, target: {type: Value, value: 500m}}")]
    [InlineData("type: Object, object: {describedObject: {kind: Service, name: a}, metric: {name: a}, target: {type: AverageValue, averageValue: 1.5}}")]
    [InlineData("type: ContainerResource, containerResource: {name: memory, container: web, target: {type: AverageValue, averageValue: 1Gi}}")]
    public Task Metrics(string metric) => AutoscalerAsync($"scaleTargetRef: {Scaled}, maxReplicas: 3, metrics: [{{{metric.Replace("{|HF6007:type|}: Resource", "type: {|HF6007:Resource|}", StringComparison.Ordinal)}}}]");

    [Theory]
    [InlineData("maxReplicas: 3, {|HF6007:scaleTargetRef|}: {kind: Deployment, name: front}")]
    [InlineData("maxReplicas: 3, {|HF6007:scaleTargetRef|}: {apiVersion: apps/v1, kind: Deployment}")]
    [InlineData("maxReplicas: 3, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: front}, behavior: {scaleDown: {policies: [{{|HF6007:type|}: Pods, periodSeconds: 60}]}}")]
    public Task Needs(string spec) => AutoscalerAsync(spec);

    [Theory]
    [InlineData("scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: front}")]
    [InlineData("minReplicas: 2")]
    public Task NeedsATargetAndALargestNumber(string spec) =>
        ManifestCheck.ObjectsAsync($"apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {{name: front}}\n{{|HF6007:spec|}}: {{{spec}}}".Replace("{{|HF6007:spec|}}", "{|HF6007:spec|}", StringComparison.Ordinal));

    private static Task AutoscalerAsync(string spec) => ManifestCheck.ObjectsAsync($"apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {{name: front}}\nspec: {{{spec}}}");
}
