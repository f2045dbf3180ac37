namespace Holdfast.Analyzers.Tests.Files;

/// <summary>What containers, and pods as a whole, ask for and may use.</summary>
public class ManifestResourceTests
{
    [Theory]
    [InlineData("requests: {cpu: {|HF6007:1.5|}}, limits: {cpu: 1}")]
    [InlineData("limits: {{|HF6007:hugepages-2Mi|}: 4Mi}")]
    [InlineData("limits: {hugepages-2Mi: {|HF6007:3Mi|}, memory: 1Gi}")]
    [InlineData("limits: {{|HF6007:hugepages-large|}: 4Mi, memory: 1Gi}")]
    [InlineData("requests: {cpu: 0.5}, limits: {cpu: 500m}")]
    [InlineData("requests: {memory: 1Gi}, limits: {hugepages-2Mi: 4Mi}")]
    [InlineData("limits: {hugepages-1Gi: 2Gi, memory: '${MEMORY}'}")]
    public Task OfContainers(string resources) => ManifestCheck.PodsAsync($"initContainers: [{{name: first, image: 'first:1', resources: {{{resources}}}}}]");

    [Theory]
    [InlineData("requests: {cpu: {|HF6007:2|}}, limits: {cpu: 1}")]
    [InlineData("limits: {cpu: {|HF3008:2x|}}")]
    [InlineData("limits: {memory: {|HF3008:128m|}}")]
    [InlineData("requests: {cpu: 1, memory: 1Gi}, limits: {cpu: 1}")]
    public Task OfPods(string resources) => ManifestCheck.PodsAsync($"resources: {{{resources}}}");

    [Theory]
    [InlineData("requests: {cpu: {|HF6007:1|}}", "requests: {cpu: 600m}", "requests: {cpu: 0.5}")]
    [InlineData("limits: {memory: 1Gi}", "limits: {memory: 1G}", "limits: {memory: {|HF6007:2Gi|}}")]
    [InlineData("requests: {cpu: 1}, limits: {memory: 1Gi}", "requests: {cpu: 500m}, limits: {memory: 1Gi}", "requests: {cpu: 500m}, limits: {memory: 1Gi}")]
    [InlineData("requests: {cpu: 1}", "requests: {cpu: '${CPU}'}", "requests: {cpu: 500m}")]
    public Task OfPodsAndTheirContainers(string pod, string first, string second) => ManifestCheck.DeploymentAsync(
        "replicas: 1",
        $"resources: {{{pod}}}",
        $"containers: [{{name: first, image: 'first:1', resources: {{{first}}}}}, {{name: second, image: 'second:1', resources: {{{second}}}}}]");
}
