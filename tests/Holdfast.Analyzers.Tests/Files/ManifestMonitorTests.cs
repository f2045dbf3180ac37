using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Files;

/// <summary>What a ServiceMonitor selects and asks for.</summary>
[HomeOf("HF1021")]
public class ManifestMonitorTests
{
    [Theory]
    [InlineData("app: orders", "matchLabels: {app: orders}", "http")]
    [InlineData("app: orders", "matchLabels: {app: orders}", "{|HF1021:metrics|}")]
    [InlineData("app: orders", "matchLabels: {app: orders}", "'{{ .Values.port }}'")]
    [InlineData("app: orders", "matchLabels: {app: {|HF1021:oders|}}", "http")]
    [InlineData("app: members", "matchLabels: {app: {|HF1021:orders|}}", "http")] // the name of the Service
    [InlineData("app: orders", "matchLabels: {app: customers}", "http")] // of another project
    [InlineData("app: orders", "matchExpressions: [{key: app, operator: In, values: [{|HF1021:oders|}]}]", "http")]
    [InlineData("app: orders", "matchExpressions: [{key: app, operator: Exists}]", "http")]
    [InlineData("tier: back", "matchLabels: {app: {|HF1021:orders|}}", "http")] // of its pods
    [InlineData("tier: '{{ .Values.tier }}'", "matchLabels: {tier: front}", "http")]
    [InlineData("app: '{{ .Values.name }}'", "matchLabels: {app: orders}", "http")]
    public Task IsForAService(string labels, string selector, string port) => new ManifestRun()
        .File("k8s/all.yaml", string.Join(
            "\n---\n",
            Manifest.StatefulSet("orders"),
            Manifest.Service("orders", "orders").Replace("  name: orders\nspec", $"  name: orders\n  labels: {{{labels}}}\nspec", StringComparison.Ordinal),
            $"apiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor\nmetadata: {{name: orders}}\nspec: {{selector: {{{selector}}}, endpoints: [{{port: {port}}}]}}"))
        .VerifyAsync();

    [Theory]
    [InlineData("monitoring.coreos.com/v1", "PodMonitor")]
    [InlineData("example.com/v1", "ServiceMonitor")]
    public Task AnotherKindIsNotLookedAt(string version, string kind) => ManifestCheck.ObjectsAsync(
        $"apiVersion: {version}\nkind: {kind}\nmetadata: {{name: orders}}\nspec: {{selector: {{matchLabels: {{app: orders}}}}, endpoints: [{{port: metrics}}]}}");
}
