using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace Holdfast.Analyzers.Tests.Rules;

/// <summary>Addresses of replicas that are not ready yet, which replicas need to find each other.</summary>
[HomeOf("HF1012")]
public class NotReadyAddressesRuleTests
{
    private const string Port = "[Port(80)] public static partial ServicePort Http { get; }";

    private const string Peers = "[PeerList(Env = \"PEERS\")] public static partial string Peers { get; }";

    [Fact]
    public Task Fires() => RuleTest.VerifyAsync(Source.App(
        attributes: "[HeadlessService(PublishNotReadyAddresses = {|HF1012:false|})]", members: Port + Peers));

    [Theory]
    [InlineData("\"orders\", Replicas = 3", "", Peers)] // Holdfast's own default
    [InlineData("\"orders\", Replicas = 3", "[HeadlessService]", Peers)]
    [InlineData("\"orders\", Replicas = 3", "[HeadlessService(PublishNotReadyAddresses = true)]", Peers)]
    [InlineData("\"orders\"", "[HeadlessService(PublishNotReadyAddresses = false)]", Peers)] // one member
    [InlineData("\"orders\", Replicas = 3", "[HeadlessService(PublishNotReadyAddresses = false)]", "")]
    [InlineData("\"orders\", Replicas = 3", "[HeadlessService(PublishNotReadyAddresses = false)]", "[PeerList(Each = \"{name}\")] public static partial string Peers { get; }")]
    public Task IsSilent(string app, string attributes, string members) => RuleTest.VerifyAsync(Source.App(app, attributes, Port + members));

    [Fact]
    public async Task SuggestsWhereMembersHaveAProbe()
    {
        var test = new RuleTest();
        test.TestState.Sources.Add(Source.App(
            attributes: "[HeadlessService(PublishNotReadyAddresses = {|#0:false|})] [ReadinessProbe(Port = \"Http\")]", members: Port));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("HF1012", DiagnosticSeverity.Info).WithLocation(0).WithMessage(
            "The Service 'orders' lists replicas of 'orders' only when they are ready, and they have a readiness probe: replicas that become ready only after finding each other wait forever; set PublishNotReadyAddresses = true"));
        await test.RunAsync();
    }

    [Fact]
    public void SuggestsAtTheNameWhereNobodyWroteIt() => ManifestRuleTest.Verify(Yaml.Documents(
        Yaml.Headless.Replace("publishNotReadyAddresses: true, ", string.Empty, StringComparison.Ordinal).Replace("name: orders}", "name: {|HF1012:orders|}}", StringComparison.Ordinal),
        Yaml.Set(container: "readinessProbe: {tcpSocket: {port: 80}}")));

    /// <summary>Manifests list the replicas of a set in its own texts.</summary>
    [Theory]
    [InlineData("args: ['--peers=orders-0.orders,orders-1.orders,orders-2.orders'], readinessProbe: {tcpSocket: {port: 80}}", true)]
    [InlineData("env: [{name: PEERS, value: 'orders-0.orders:80,orders-1.orders:80,orders-2.orders:80'}], readinessProbe: {tcpSocket: {port: 80}}", true)]
    [InlineData("args: ['--peers=orders-0.orders,orders-1.orders,orders-2.orders']", false)] // nothing keeps them out of DNS
    [InlineData("args: ['--seed=orders-0.orders'], readinessProbe: {tcpSocket: {port: 80}}", false)] // the first does not wait for itself
    [InlineData("args: ['--peers=others-0.others,others-1.others,others-2.others'], readinessProbe: {tcpSocket: {port: 80}}", false)]
    public async Task WarnsWhereAManifestListsAllReplicas(string container, bool isWarning) => Assert.Equal(
        isWarning,
        (await new ManifestRun()
            .File("k8s/orders.yaml", Yaml.Documents(Yaml.Headless.Replace("publishNotReadyAddresses: true, ", string.Empty, StringComparison.Ordinal), Yaml.Set(container: container)))
            .RunAsync()).Any(static diagnostic => diagnostic is { Id: "HF1012", Severity: DiagnosticSeverity.Warning }));

    [Theory]
    [InlineData("[HeadlessService(PublishNotReadyAddresses = Missing)]")]
    [InlineData("[HeadlessService(PublishNotReadyAddresses = ")]
    public Task SurvivesHalfTypedCode(string attribute) => RuleTest.SurvivesAsync(Source.App(attributes: attribute, members: Port + Peers));
}
