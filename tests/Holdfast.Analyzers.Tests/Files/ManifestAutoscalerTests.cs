namespace Holdfast.Analyzers.Tests.Files;

/// <summary>What the API server refuses of autoscalers.</summary>
public class ManifestAutoscalerTests
{
    private const string Scaled = "{apiVersion: apps/v1, kind: Deployment, name: front}";

    /// <summary>The first version has one number for the CPU, and no list.</summary>
    [Fact]
    public Task TheFirstVersionHasNoMetrics() => ManifestCheck.ObjectsAsync("apiVersion: autoscaling/v1\nkind: HorizontalPodAutoscaler\nmetadata: {name: front}\nspec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: front}, maxReplicas: 3, {|HF9009:metrics|}: []}");

    /// <summary>An autoscaler may keep as few pods as its minimum.</summary>
    [Theory]
    [InlineData("minReplicas: 2, ", "minAvailable: {|HF5005:2|}")]
    [InlineData("minReplicas: 2, ", "minAvailable: 1")]
    [InlineData("minReplicas: 3, ", "maxUnavailable: {|HF5005:0|}")]
    [InlineData("minReplicas: 1, ", "minAvailable: 1")] // one pod cannot be both
    [InlineData("", "minAvailable: 1")]
    [InlineData("", "unhealthyPodEvictionPolicy: AlwaysAllow")] // no number is none
    public Task TheMinimumIsAboveTheBudget(string least, string budget) => ManifestCheck.ObjectsAsync(
        "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: front}\nspec: {selector: {matchLabels: {app: front}}, template: {metadata: {labels: {app: front}}, spec: {containers: [{name: front, image: 'registry.example/front:1.0'}]}}}",
        $"apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {{name: front}}\nspec: {{scaleTargetRef: {Scaled}, {least}maxReplicas: 9}}",
        $"apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {{name: front}}\n{(budget.Contains(": AlwaysAllow", StringComparison.Ordinal) ? "{|HF5005:spec|}" : "spec")}: {{{budget}, selector: {{matchLabels: {{app: front}}}}}}");

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
