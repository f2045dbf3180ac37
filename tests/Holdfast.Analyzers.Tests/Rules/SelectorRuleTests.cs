using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Rules;

/// <summary>Labels that select too little, too much, or cannot stay.</summary>
[HomeOf("HF1006", "HF1007", "HF1010", "HF1011")]
public class SelectorRuleTests
{
    private const string Other = "[StatefulApp({0})] [Container(\"other:1\")] public sealed partial class Other {{ }}";

    [Fact]
    public Task AnOwnPodThatIsNotSelected() => RuleTest.VerifyAsync(Source.App(
        attributes: "[HeadlessService] [Patch(\"spec: {template: {metadata: {labels: {app.kubernetes.io/name: {|HF1006:other|}}}}}\")] [Patch(\"{kind: Service, metadata: {name: orders}, spec: {selector: null}}\")]"));

    [Theory]
    [InlineData("app: {|HF1006:other|}")]
    [InlineData("app: orders, tier: backend")]
    public void LabelsOfPods(string labels) => ManifestRuleTest.Verify(Yaml.Set(labels: labels));

    [Fact]
    public void ALabelThatPodsDoNotHaveAtAll() => ManifestRuleTest.Verify(
        Yaml.Deployment("replicas: 1").Replace("matchLabels: {app: orders}", "matchLabels: {app: orders, tier: {|HF1006:backend|}}", StringComparison.Ordinal));

    [Theory] // patches of kustomize
    [InlineData("{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: orders}, spec: {replicas: 3}}")]
    [InlineData("{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: orders}, spec: {selector: {matchLabels: {app: orders}}}}")]
    [InlineData("{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: orders}, spec: {template: {metadata: {labels: {app: orders}}}}}")]
    public void PartsOfAnObject(string yaml) => ManifestRuleTest.Verify(yaml);

    [Fact]
    public Task TwoApplicationsOfOneName() => RuleTest.VerifyAsync(
        Source.App("{|HF1007:\"orders\"|}"),
        "using Holdfast; [StatefulApp({|HF1007:\"orders\"|})] [Container(\"other:1\")] public sealed partial class Other { }");

    [Theory]
    [InlineData("\"other\"")]
    [InlineData("\"orders\", Namespace = \"shop\"")]
    [InlineData("\"orders-2\"")]
    public Task OtherApplications(string other) => RuleTest.VerifyAsync(
        Source.App("\"orders\", Namespace = \"data\""),
        "using Holdfast; " + string.Format(System.Globalization.CultureInfo.InvariantCulture, Other, other));

    [Fact]
    public void ADeploymentsPodsAreTakenForASets() => ManifestRuleTest.Verify(Yaml.Documents(
        Yaml.Headless,
        Yaml.Set(spec: string.Empty, name: "orders").Replace("matchLabels: {app: orders}", "matchLabels: {app: {|HF1007:orders|}}", StringComparison.Ordinal),
        Yaml.Deployment("replicas: 1").Replace("matchLabels: {app: orders}", "matchLabels: {app: {|HF1007:orders|}}", StringComparison.Ordinal)));

    [Fact]
    public void AGoverningServiceThatListsStrangers() => ManifestRuleTest.Verify(Yaml.Documents(
        Yaml.Headless.Replace("selector: {app: orders}", "selector: {tier: {|HF1007:backend|}}", StringComparison.Ordinal),
        Yaml.Set(labels: "app: orders, tier: backend"),
        Yaml.Deployment("replicas: 1", name: "front").Replace("labels: {app: front}", "labels: {app: front, tier: backend}", StringComparison.Ordinal)));

    [Fact]
    public void SetsThatShareTheirGoverningService() => ManifestRuleTest.Verify(Yaml.Documents(
        Yaml.Headless.Replace("selector: {app: orders}", "selector: {tier: backend}", StringComparison.Ordinal),
        Yaml.Set(labels: "app: orders, tier: backend"),
        Yaml.Set(name: "archive", labels: "app: archive, tier: backend")));

    [Theory]
    [InlineData("[Label({|HF1010:\"app.kubernetes.io/version\"|}, \"1.2\", On = ManifestTargets.Claims)]")]
    [InlineData("[Label({|HF1010:\"version\"|}, \"1\", On = ManifestTargets.Claims)]")]
    [InlineData("[Label({|HF1010:\"helm.sh/chart\"|}, \"orders-1\", On = ManifestTargets.Claims)]")]
    [InlineData("[Label({|HF1010:\"backup\"|}, \"true\", On = ManifestTargets.Claims)]")]
    [InlineData("[Label({|HF1010:\"source\"|}, \"0123456789abcdef0123456789abcdef01234567\", On = ManifestTargets.Claims)]")]
    [InlineData("[Label(\"app.kubernetes.io/version\", \"1.2\")]")]
    [InlineData("[Label(\"tier\", \"gold\", On = ManifestTargets.Claims)]")]
    [InlineData("[Label(\"source\", \"0123456789\", On = ManifestTargets.Claims)]")]
    [InlineData("[Annotation(\"version\", \"1.2\", On = ManifestTargets.Claims)]")]
    public Task LabelsOfClaims(string attribute) => RuleTest.VerifyAsync(Source.App(
        attributes: attribute, members: "[VolumeClaim(\"1Gi\", MountPath = \"/data\")] public static partial ClaimTemplate Data { get; }"));

    [Fact]
    public void AVersionInASelector() => ManifestRuleTest.Verify(
        Yaml.Set(labels: "app: orders, version: v1").Replace("matchLabels: {app: orders}", "matchLabels: {app: orders, {|HF1010:version|}: v1}", StringComparison.Ordinal));

    [Theory]
    [InlineData("[Label({|HF1011:\"statefulset.kubernetes.io/pod-name\"|}, \"orders-0\", On = ManifestTargets.Pods)]")]
    [InlineData("[Label({|HF1011:\"apps.kubernetes.io/pod-index\"|}, \"0\")]")]
    [InlineData("[Label({|HF1011:\"controller-revision-hash\"|}, \"0\")]")]
    [InlineData("[Label(\"apps.kubernetes.io/pod-index\", \"0\", On = ManifestTargets.ClientServices)]")]
    [InlineData("[Label(\"pod-index\", \"0\")]")]
    public Task LabelsOfTheController(string attribute) => RuleTest.VerifyAsync(Source.App(attributes: attribute));

    [Theory]
    [InlineData("hostname: {|HF1011:a|}")]
    [InlineData("subdomain: {|HF1011:b|}")]
    public void FieldsOfTheController(string field) => ManifestRuleTest.Verify(Yaml.Set(pod: field));

    [Fact]
    public void ADeploymentsPodsMayHaveAHostName() => ManifestRuleTest.VerifyWatching("HF1011", Yaml.Deployment("replicas: 1", "hostname: a, subdomain: b"));

    [Theory]
    [InlineData("[Label(\"version\", , On = ManifestTargets.Claims)]")]
    [InlineData("[Label(, \"true\", On = ManifestTargets.Claims)]")]
    [InlineData("[Label(\"apps.kubernetes.io/pod-index\"")]
    public Task SurvivesHalfTypedCode(string attribute) => RuleTest.SurvivesAsync(Source.App(attributes: attribute));

    [Fact]
    public Task SurvivesHalfTypedNames() => RuleTest.SurvivesAsync(
        Source.App("Missing.Name") + string.Format(System.Globalization.CultureInfo.InvariantCulture, Other, "Missing.Name"));
}
