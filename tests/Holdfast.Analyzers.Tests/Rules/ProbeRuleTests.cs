using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Tests.Rules;

/// <summary>What is asked of replicas, and when.</summary>
[HomeOf("HF5014", "HF5015", "HF5016", "HF5018")]
public class ProbeRuleTests
{
    private const string Http = "[Port(8080)] public static partial ServicePort Http { get; }";

    private const string Claim = "[VolumeClaim(\"1Gi\", MountPath = \"/data\")] public static partial ClaimTemplate Data { get; }";

    [Theory]
    [InlineData("[ReadinessProbe(HttpPath = \"/h\", Port = nameof(Http))] [LivenessProbe(HttpPath = {|HF5014:\"/h\"|}, Port = nameof(Http))]")]
    [InlineData("[ReadinessProbe(Command = new[] { \"a\" })] [LivenessProbe(Command = {|HF5014:new[] { \"a\" }|}, TimeoutSeconds = 5)]")]
    [InlineData("[ReadinessProbe(Port = nameof(Http), FailureThreshold = 6)] [LivenessProbe(Port = {|HF5014:nameof(Http)|}, FailureThreshold = 3, PeriodSeconds = 20)]")]
    [InlineData("[ReadinessProbe(HttpPath = \"/h\", Port = nameof(Http))] [LivenessProbe(HttpPath = \"/h\", Port = nameof(Http), FailureThreshold = 10)]")] // Kubernetes' own documentation does so
    [InlineData("[ReadinessProbe(HttpPath = \"/ready\", Port = nameof(Http))] [LivenessProbe(HttpPath = \"/live\", Port = nameof(Http))]")]
    [InlineData("[ReadinessProbe(HttpPath = \"/h\", Port = nameof(Http))] [LivenessProbe(Port = nameof(Http))]")]
    [InlineData("[ReadinessProbe(HttpPath = \"/h\", Port = nameof(Http))] [StartupProbe(HttpPath = \"/h\", Port = nameof(Http))]")]
    [InlineData("[Quorum(ReadinessNeedsPeers = true)] [ReadinessProbe(Command = new[] { \"a\" })] [LivenessProbe(Command = {|HF5014:new[] { \"a\" }|}, FailureThreshold = 100)]")]
    public Task LivenessAsReadiness(string probes) => RuleTest.VerifyAsync(Source.App("\"orders\", PodManagementPolicy = PodManagementPolicy.Parallel", probes, Http));

    [Theory]
    [InlineData("{|HF5015:\"orders\"|}, Replicas = 2", "", Http)]
    [InlineData("{|HF5015:\"orders\"|}, Replicas = 2", "[LivenessProbe(Port = nameof(Http))]", Http)]
    [InlineData("\"orders\", Replicas = 2", "[ReadinessProbe(Port = nameof(Http))]", Http)]
    [InlineData("\"orders\", Replicas = 2", "", Http + "[Container(\"s:1\")] [ReadinessProbe(Command = new[] { \"a\" })] static partial class Side { }")]
    [InlineData("\"orders\", Replicas = 2, PodManagementPolicy = PodManagementPolicy.Parallel", "", Http)]
    [InlineData("\"orders\"", "", Http)]
    public Task NoReadiness(string arguments, string attributes, string members) =>
        RuleTest.VerifyWatchingAsync("HF5015", Source.App(arguments, attributes, members));

    [Theory]
    [InlineData("", "readinessProbe: {httpGet: {path: /, port: {|HF5016:htp|}}}")]
    [InlineData("", "livenessProbe: {tcpSocket: {port: {|HF5016:htp|}}}")]
    [InlineData("", "lifecycle: {preStop: {httpGet: {port: {|HF5016:leave|}}}}")]
    [InlineData("", "readinessProbe: {tcpSocket: {port: http}}")]
    [InlineData("", "readinessProbe: {tcpSocket: {port: 9999}}")] // what listens need not declare it
    public Task PortsThatAContainerDoesNotHave(string attributes, string patch) => RuleTest.VerifyAsync(Source.App(
        attributes: attributes + $"[Patch(\"spec: {{template: {{spec: {{containers: [{{name: orders, {patch}}}]}}}}}}\")]", members: Http));

    [Fact]
    public Task NamesOfAnotherContainersPortsDoNotCount() => RuleTest.VerifyAsync(Source.App("\"orders\"", members: Http + """
        [Sidecar("s:1")] [ReadinessProbe(Port = {|HF5016:nameof(Http)|})] static partial class Side { }
        [Container("t:1")] [ReadinessProbe(Port = nameof(Own))] static partial class Other { [Port(81)] public static partial ServicePort Own { get; } }
        """));

    [Theory]
    [InlineData("\"orders\"", "[LivenessProbe(Command = {|HF5018:new[] { \"a\" }|})]", Claim)]
    [InlineData("\"orders\"", "[LivenessProbe(Command = {|HF5018:new[] { \"a\" }|}, InitialDelaySeconds = 60, FailureThreshold = 5)]", Claim)]
    [InlineData("\"orders\"", "[LivenessProbe(Command = new[] { \"a\" }, InitialDelaySeconds = 270)]", Claim)]
    [InlineData("\"orders\"", "[LivenessProbe(Command = new[] { \"a\" })] [StartupProbe(Command = new[] { \"a\" }, FailureThreshold = 30)]", Claim)]
    [InlineData("\"orders\"", "[LivenessProbe(Command = new[] { \"a\" })]", "")]
    [InlineData("\"orders\", MinReadySeconds = {|HF5018:600|}", "", "")]
    [InlineData("\"orders\", MinReadySeconds = 599", "", "")]
    public Task SlowStarts(string arguments, string attributes, string members) =>
        RuleTest.VerifyWatchingAsync("HF5018", Source.App(arguments, attributes, members));

    [Theory]
    [InlineData("mysql:8.4", "", true)]
    [InlineData("docker.io/bitnami/postgresql:17.2.0@sha256:0000000000000000000000000000000000000000000000000000000000000000", "", true)]
    [InlineData("mcr.microsoft.com/mssql/server:2022-latest", "", true)]
    [InlineData("mysql:8.4", ", initialDelaySeconds: 60", false)]
    [InlineData("example.com/chat/server:1.0", "", false)]
    [InlineData("orders:1.0", "", false)]
    public void ADatabaseThatIsKilledAtItsFirstStartIsAWarning(string image, string probe, bool isWarning)
    {
        string set = Yaml.Set(
            spec: "volumeClaimTemplates: [{metadata: {name: data}, spec: {accessModes: [ReadWriteOncePod], resources: {requests: {storage: 1Gi}}}}]",
            container: "volumeMounts: [{name: data, mountPath: /files}], livenessProbe: {exec: {command: [\"true\"]}" + probe + "}").Replace("orders:1.0", image, StringComparison.Ordinal);
        Assert.Equal(
            isWarning ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info,
            Assert.Single(ManifestRuleTest.Find(set), static diagnostic => diagnostic.Id == "HF5018").Severity);
    }

    [Theory]
    [InlineData("[ReadinessProbe(Command = new[] { Missing })] [LivenessProbe(Command = new[] { Missing })]")]
    [InlineData("[ReadinessProbe(Port = nameof(Http), PeriodSeconds = )] [LivenessProbe(Port = nameof(Http), FailureThreshold = Missing)]")]
    [InlineData("[LivenessProbe(Command = ] [ReadinessProbe(Port = ")]
    public Task SurvivesHalfTypedCode(string attributes) => RuleTest.SurvivesAsync(Source.App(attributes: attributes, members: Http + Claim));
}
