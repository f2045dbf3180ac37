using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Tests.Files;

/// <summary>What an object lacks is one suggestion, and rules that are asked for speak for themselves.</summary>
[HomeOf("HF6016")]
public class ManifestHardeningTests
{
    private const string All = "a PodDisruptionBudget (HF5004), 'topologySpreadConstraints' (HF5009), 'readinessProbe' (HF5015), 'resources.requests' for memory and cpu (HF6002) and 'runAsNonRoot' with 'readOnlyRootFilesystem' (HF6012)";

    private const string Path = "k8s/orders.yaml";

    private static readonly string Budget = "\n---\n{apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {name: orders}, spec: {maxUnavailable: 1, selector: {matchLabels: {app: orders}}}}";

    [Fact]
    public async Task AllOfASetIsOneSuggestion() =>
        Assert.Equal([$"k8s/orders.yaml(4,9): info HF6016: The StatefulSet 'orders' lacks {All}, and that would protect its pods when a node fails, is drained or is full, or an attacker gets in; add what applies"], await Run(Set()).ShowAsync(DiagnosticSeverity.Info));

    [Fact]
    public async Task EachObjectHasItsOwn() =>
        Assert.Equal(["k8s/orders.yaml(4) HF6016", "k8s/orders.yaml(39) HF6016"], await Run(Set() + "---\n" + Set("stock")).IdsAsync(DiagnosticSeverity.Info));

    [Theory]
    [InlineData("readinessProbe: {tcpSocket: {port: http}}, resources: {requests: {cpu: 1, memory: 1Gi}}, securityContext: {runAsNonRoot: true, runAsUser: 1654}", "a PodDisruptionBudget (HF5004), 'topologySpreadConstraints' (HF5009) and 'readOnlyRootFilesystem' (HF6012)")]
    [InlineData("readinessProbe: {tcpSocket: {port: http}}, resources: {requests: {cpu: 1, memory: 1Gi}}, securityContext: {runAsNonRoot: true, runAsUser: 1654, readOnlyRootFilesystem: true}", "a PodDisruptionBudget (HF5004) and 'topologySpreadConstraints' (HF5009)")]
    [InlineData("resources: {{ .Values.resources }}, securityContext: {{ .Values.context }}", "'topologySpreadConstraints' (HF5009) and 'readinessProbe' (HF5015)")] // a chart may have a budget
    public async Task WhatIsThereIsLeftOut(string container, string lacks) =>
        Assert.Contains($"lacks {lacks}, and that would", Assert.Single(await Run(Set(container: container)).ShowAsync(DiagnosticSeverity.Info), static line => line.Contains(" HF6016: ", StringComparison.Ordinal)), StringComparison.Ordinal);

    [Fact]
    public async Task ABudgetIsAmongIt() =>
        Assert.Contains("lacks 'unhealthyPodEvictionPolicy: AlwaysAllow' (HF5008), 'topologySpreadConstraints'", Assert.Single(await Run(Set() + Budget).ShowAsync(DiagnosticSeverity.Info)), StringComparison.Ordinal);

    [Fact]
    public async Task ARuleThatIsOffIsLeftOut() =>
        Assert.DoesNotContain("HF5009", Assert.Single(await Run(Set()).Setting(Path, "holdfast_diagnostic.HF5009.severity", "none").ShowAsync(DiagnosticSeverity.Info)), StringComparison.Ordinal);

    [Fact]
    public async Task ARuleThatIsAskedForSpeaksForItself()
    {
        string[] shown = [.. await Run(Set()).Setting(Path, "holdfast_diagnostic.HF5009.severity", "warning").ShowAsync(DiagnosticSeverity.Info)];
        Assert.Equal(2, shown.Length);
        Assert.Contains("warning HF5009: Nothing keeps the 3 pods of 'orders'", shown[0], StringComparison.Ordinal);
        Assert.DoesNotContain("HF5009", shown[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARuleThatIsSuppressedAtItsPlaceIsLeftOut() =>
        Assert.DoesNotContain("HF6002", Assert.Single(await Run(Set().Replace("        image:", "        # holdfast:ignore HF6002 measured elsewhere\n        image:", StringComparison.Ordinal)).ShowAsync(DiagnosticSeverity.Info)), StringComparison.Ordinal);

    /// <summary>The rules of the list report hidden findings.</summary>
    [Fact]
    public async Task ItsRulesAreHidden() => Assert.Equal(
        ["HF5004", "HF5009", "HF5015", "HF6002", "HF6012"],
        (await Run(Set()).RunAsync()).Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Hidden).Select(static diagnostic => diagnostic.Id).Order(StringComparer.Ordinal));

    [Fact]
    public Task ItIsAtTheName() => new ManifestRun().File(Path, Manifest.StatefulSet("orders", marked: "{|HF6016:orders|}") + "---\n" + Manifest.Service("orders", "orders")).VerifyAsync();

    private static ManifestRun Run(string manifests) => new ManifestRun().File(Path, manifests);

    private static string Set(string name = "orders", string? container = null)
    {
        string set = Manifest.StatefulSet(name);
        return (container is null ? set : set + Fields(container)) + "---\n" + Manifest.Service(name, name);
    }

    private static string Fields(string container) => string.Concat(Top(container).Select(static field => "        " + field.Trim() + "\n"));

    /// <summary>The fields of a flow mapping, each in a line.</summary>
    private static IEnumerable<string> Top(string fields)
    {
        int depth = 0;
        int start = 0;
        for (int i = 0; i < fields.Length; i++)
        {
            depth += fields[i] switch { '{' => 1, '}' => -1, _ => 0 };
            if (fields[i] == ',' && depth == 0)
            {
                yield return fields[start..i];
                start = i + 1;
            }
        }

        yield return fields[start..];
    }
}
