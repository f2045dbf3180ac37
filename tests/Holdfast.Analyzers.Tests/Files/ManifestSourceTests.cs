namespace Holdfast.Analyzers.Tests.Files;

/// <summary>Where variables and files take their values from.</summary>
public class ManifestSourceTests
{
    [Theory]
    [InlineData("{fieldRef: {fieldPath: {|HF6008:\"metadata.labels['a b']\"|}}}")]
    [InlineData("{fieldRef: {fieldPath: {|HF6008:\"metadata.labels['Example.com/a']\"|}}}")]
    [InlineData("{fieldRef: {apiVersion: {|HF6008:v2|}, fieldPath: metadata.name}}")]
    [InlineData("{resourceFieldRef: {resource: limits.cpu, divisor: {|HF6007:1Mi|}}}")]
    [InlineData("{resourceFieldRef: {resource: limits.memory, divisor: {|HF6007:1m|}}}")]
    [InlineData("{fieldRef: {apiVersion: v1, fieldPath: \"metadata.labels['app']\"}}")]
    [InlineData("{fieldRef: {fieldPath: \"metadata.annotations['Example.com/a']\"}}")]
    [InlineData("{resourceFieldRef: {resource: limits.cpu, divisor: 1m}}")]
    [InlineData("{resourceFieldRef: {resource: requests.memory, divisor: 1Mi}}")]
    public Task OfVariables(string source) => ManifestCheck.PodsAsync($"initContainers: [{{name: first, image: 'first:1', env: [{{name: A, valueFrom: {source}}}]}}]");

    [Theory]
    [InlineData("{|HF6008:A=|}")]
    [InlineData("{|HF6008:ä|}")]
    [InlineData("1A.")]
    public Task Prefixes(string prefix) => ManifestCheck.PodsAsync($"initContainers: [{{name: first, image: 'first:1', envFrom: [{{prefix: {prefix}, secretRef: {{name: keys}}}}]}}]");

    [Theory]
    [InlineData("{path: a, fieldRef: {fieldPath: {|HF6008:status.podIP|}}}")]
    [InlineData("{path: a, fieldRef: {fieldPath: {|HF6008:spec.nodeName|}}}")]
    [InlineData("{path: a, resourceFieldRef: {containerName: orders, resource: {|HF6008:cpu|}}}")]
    [InlineData("{path: a, {|HF6007:resourceFieldRef|}: {resource: limits.cpu}}")]
    [InlineData("{{|HF6007:path|}: a}")]
    [InlineData("{path: a, fieldRef: {fieldPath: metadata.name}, {|HF6007:resourceFieldRef|}: {containerName: orders, resource: limits.cpu}}")]
    [InlineData("{path: {|HF3018:/a|}, fieldRef: {fieldPath: metadata.name}}")]
    [InlineData("{path: {|HF3018:../a|}, fieldRef: {fieldPath: metadata.name}}")]
    [InlineData("{path: a, fieldRef: {fieldPath: metadata.labels}}")]
    [InlineData("{path: b/..c, fieldRef: {fieldPath: \"metadata.annotations['a']\"}}")]
    [InlineData("{path: a, resourceFieldRef: {containerName: orders, resource: limits.cpu}}")]
    public async Task OfFiles(string item)
    {
        await ManifestCheck.PodsAsync($"volumes: [{{name: v, downwardAPI: {{items: [{item}]}}}}]");
        await ManifestCheck.PodsAsync($"volumes: [{{name: v, projected: {{sources: [{{downwardAPI: {{items: [{item}]}}}}]}}}}]");
    }

    [Theory]
    [InlineData("configMap: {name: c, items: [{key: a, path: {|HF3018:/a|}}]}")]
    [InlineData("secret: {name: s, items: [{key: a, path: {|HF3018:b/../a|}}]}")]
    [InlineData("configMap: {name: c, items: [{key: a, path: {|HF3018:..a|}}]}")]
    [InlineData("serviceAccountToken: {path: {|HF3018:../a|}}")]
    [InlineData("serviceAccountToken: {path: a/token}")]
    public Task PathsOfProjectedFiles(string source) => ManifestCheck.PodsAsync($"volumes: [{{name: v, projected: {{sources: [{{{source}}}]}}}}]");

    [Theory]
    [InlineData("configMap: {name: c, items: [{key: a, path: f}, {key: b, path: {|HF2015:f|}}]}")]
    [InlineData("secret: {secretName: s, items: [{key: a, path: f}, {key: b, path: {|HF2015:f|}}]}")]
    [InlineData("configMap: {name: c, items: [{key: a, path: f}, {key: a, path: g}]}")]
    public Task TwoFilesAtOnePath(string source) => ManifestCheck.PodsAsync($"volumes: [{{name: v, {source}}}]");

    [Theory]
    [InlineData("{|HF6008:Always|}")]
    [InlineData("Strict")]
    public Task GroupsOfPods(string policy) => ManifestCheck.PodsAsync($"securityContext: {{supplementalGroups: [1], supplementalGroupsPolicy: {policy}}}");

    [Theory]
    [InlineData("{|HF6008:disk|}")]
    [InlineData("memory")]
    public Task ResizedResources(string resource) => ManifestCheck.PodsAsync($"initContainers: [{{name: first, image: 'first:1', restartPolicy: Always, resizePolicy: [{{resourceName: {resource}, restartPolicy: NotRequired}}]}}]");
}
