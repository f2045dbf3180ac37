using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Yaml;
using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Tests.Rules;

/// <summary>Autoscalers: of what they scale, and what other rules find in them.</summary>
[HomeOf("HF5011")]
public class AutoscalerRuleTests
{
    private const string Template = """
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {name: orders}
        spec:
          selector: {matchLabels: {app: orders}}
          template:
            metadata: {labels: {app: orders}}
            spec: {containers: [{name: orders, image: 'orders:1.0'}]}
          REPLICAS
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {name: orders}
        spec: {scaleTargetRef: {apiVersion: apps/v1, kind: KIND, name: orders}, AMOUNTS}
        """;

    [Theory]
    [InlineData("replicas: {|HF5011:3|}", "StatefulSet", "minReplicas: 3, maxReplicas: 9")]
    [InlineData("replicas: 3", "{|HF1017:Deployment|}", "maxReplicas: 9")]
    [InlineData("replicas: null", "StatefulSet", "maxReplicas: 9")]
    [InlineData("", "StatefulSet", "maxReplicas: 9")]
    [InlineData("", "StatefulSet", "minReplicas: 3, maxReplicas: {|HF6007:2|}")]
    [InlineData("", "StatefulSet", "minReplicas: {|HF6005:0|}, maxReplicas: 2")]
    public void Numbers(string replicas, string kind, string amounts) => ManifestRuleTest.Verify(Manifests(replicas, kind, amounts));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AQuorumIsScaledByHand(bool needsMajority)
    {
        YamlReading reading = YamlReader.Read(Manifests("", "StatefulSet", "maxReplicas: 9"));
        IEnumerable<Diagnostic> found = ManifestRuleTest.Find(new ManifestSet(reading.Documents, [], [])
        {
            Facts = [new WorkloadFacts(StatefulSetView.Kind, "orders") { NeedsMajority = needsMajority }],
        }).Where(static diagnostic => diagnostic.Severity > DiagnosticSeverity.Info);
        Assert.Equal(needsMajority ? ["HF5011"] : [], found.Select(static diagnostic => diagnostic.Id));
    }

    private static string Manifests(string replicas, string kind, string amounts) => Template
        .Replace("REPLICAS", replicas, StringComparison.Ordinal)
        .Replace("KIND", kind, StringComparison.Ordinal)
        .Replace("AMOUNTS", amounts, StringComparison.Ordinal);
}
