using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Rules;

/// <summary>Services that do not do what they are declared for.</summary>
[HomeOf("HF1004", "HF1005", "HF1008", "HF1009", "HF1013", "HF1014")]
public class ServiceRuleTests
{
    private const string Port = "[Port(80)] public static partial ServicePort Http { get; }";

    private const string Peers = "[PeerList(Env = \"PEERS\")] public static partial string Peers { get; }";

    private const string Annotation = "service.alpha.kubernetes.io/tolerate-unready-endpoints";

    [Fact]
    public Task AGoverningServiceInAnotherNamespace() => RuleTest.VerifyAsync(Source.App(
        "{|HF1004:\"orders\"|}, Replicas = 3",
        "[Patch(\"metadata: {namespace: shop}\")] [Patch(\"{kind: Service, metadata: {name: orders, namespace: data}}\")]",
        Port + Peers));

    [Theory]
    [InlineData("shop", "shop", "orders")]
    [InlineData("shop", "data", "{|HF1004:orders|}")]
    public void NamespacesInYaml(string set, string service, string serviceName) => ManifestRuleTest.Verify(Yaml.Documents(
        Yaml.Headless.Replace("{name: orders}", $"{{name: orders, namespace: {service}}}", StringComparison.Ordinal),
        Yaml.Set().Replace("{name: orders}, spec: {serviceName: orders", $"{{name: orders, namespace: {set}}}, spec: {{serviceName: {serviceName}", StringComparison.Ordinal)));

    [Fact]
    public void ANamespaceThatIsSaidOnceOnlyIsNotGuessed() => ManifestRuleTest.Verify(Yaml.Documents(
        Yaml.Headless.Replace("{name: orders}", "{name: orders, namespace: data}", StringComparison.Ordinal), Yaml.Set()));

    [Fact]
    public void TheServiceOfTheRightNamespaceGoverns() => ManifestRuleTest.Verify(Yaml.Documents(
        Yaml.Headless.Replace("{name: orders}", "{name: orders, namespace: data}", StringComparison.Ordinal),
        Yaml.Headless.Replace("{name: orders}", "{name: orders, namespace: shop}", StringComparison.Ordinal),
        Yaml.Set().Replace("{name: orders}, spec", "{name: orders, namespace: shop}, spec", StringComparison.Ordinal)));

    [Theory]
    [InlineData("{app: {|HF1005:other|}}")]
    [InlineData("{app: orders, tier: {|HF1005:backend|}}")]
    [InlineData("{app: orders}")]
    [InlineData("{}")] // the endpoints are written elsewhere
    [InlineData("null")]
    public void ASelectorThatMisses(string selector) => ManifestRuleTest.Verify(Yaml.Documents(
        Yaml.Headless.Replace("{app: orders}", selector, StringComparison.Ordinal), Yaml.Set()));

    [Fact]
    public Task ASelectorThatMissesThroughAPatch() => RuleTest.VerifyAsync(Source.App(
        attributes: "[Patch(\"{kind: Service, metadata: {name: orders}, spec: {selector: {tier: {|HF1005:backend|}}}}\")]"));

    [Fact]
    public Task ALabelOfTheUsersCanBeSelected() => RuleTest.VerifyAsync(Source.App(
        attributes: "[Label(\"tier\", \"backend\")] [Patch(\"{kind: Service, metadata: {name: orders}, spec: {selector: {tier: backend}}}\")]"));

    [Theory]
    [InlineData("type: {|HF1008:LoadBalancer|}")]
    [InlineData("type: {|HF1008:NodePort|}")]
    [InlineData("sessionAffinity: {|HF1008:ClientIP|}")]
    [InlineData("{|HF1008:externalIPs|}: [10.0.0.1]")]
    [InlineData("loadBalancerIP: {|HF1008:10.0.0.1|}")]
    [InlineData("type: ClusterIP")]
    [InlineData("sessionAffinity: None")]
    [InlineData("externalIPs: []")]
    public void AHeadlessServiceForClients(string field) => ManifestRuleTest.Verify(Yaml.Documents(
        Yaml.Headless.Replace("clusterIP: None", "clusterIP: None, " + field, StringComparison.Ordinal), Yaml.Set()));

    [Theory]
    [InlineData("type: LoadBalancer")]
    [InlineData("sessionAffinity: ClientIP")]
    public void AServiceWithAnAddressMayHaveThese(string field) => ManifestRuleTest.Verify(
        $"{{apiVersion: v1, kind: Service, metadata: {{name: front}}, spec: {{{field}, selector: {{app: orders}}, ports: [{{port: 80}}]}}}}");

    [Fact]
    public Task AHeadlessServiceForClientsThroughAPatch() => RuleTest.VerifyAsync(Source.App(
        attributes: "[Patch(\"{kind: Service, metadata: {name: orders}, spec: {sessionAffinity: {|HF1008:ClientIP|}}}\")]"));

    [Fact]
    public Task ALoadBalancerThatGoverns() => RuleTest.VerifyAsync(Source.App(
        "\"orders\", Replicas = 3, ServiceName = {|HF1009:\"front\"|}",
        members: Port + "[ClientService(Name = \"front\", Type = ServiceType.LoadBalancer)] public static partial Service Front { get; }"));

    [Theory]
    [InlineData("{|HF1009:orders|}", "{type: ExternalName, externalName: example.com}")]
    [InlineData("{|HF1009:orders|}", "{type: LoadBalancer, selector: {app: orders}, ports: [{port: 80}]}")]
    [InlineData("{|HF1003:orders|}", "{type: NodePort, selector: {app: orders}, ports: [{port: 80}]}")]
    [InlineData("{|HF1003:orders|}", "{selector: {app: orders}, ports: [{port: 80}]}")]
    [InlineData("{|HF1003:orders|}", "{ports: [{port: 80}]}")] // the endpoints are written elsewhere, and there are still no names
    public void TypesThatGovern(string serviceName, string spec) => ManifestRuleTest.Verify(Yaml.Documents(
        $"{{apiVersion: v1, kind: Service, metadata: {{name: orders}}, spec: {spec}}}",
        Yaml.Set().Replace("serviceName: orders", "serviceName: " + serviceName, StringComparison.Ordinal)));

    [Theory]
    [InlineData("[ClientService(PublishNotReadyAddresses = {|HF1013:true|})] public static partial Service Front { get; }")]
    [InlineData("[ClientService(PublishNotReadyAddresses = false)] public static partial Service Front { get; }")]
    [InlineData("[ClientService] public static partial Service Front { get; }")]
    [InlineData("[ReplicaService(PublishNotReadyAddresses = true)] public static partial ReplicaServices Front { get; }")]
    public Task ClientsOfMembersThatAreNotReady(string member) => RuleTest.VerifyWatchingAsync("HF1013", Source.App(members: Port + member));

    [Theory]
    [InlineData($"[HeadlessService(PublishNotReadyAddresses = false)] [Annotation({{|HF1014:\"{Annotation}\"|}}, \"true\", On = ManifestTargets.HeadlessService)]")]
    [InlineData($"[Annotation(\"{Annotation}\", \"true\", On = ManifestTargets.HeadlessService)]")] // the field is there, too
    [InlineData($"[HeadlessService(PublishNotReadyAddresses = false)] [Annotation(\"{Annotation}\", \"false\", On = ManifestTargets.HeadlessService)]")]
    [InlineData($"[HeadlessService(PublishNotReadyAddresses = false)] [Annotation(\"{Annotation}\", \"true\", On = ManifestTargets.Pods)]")]
    public Task TheOldAnnotation(string attributes) => RuleTest.VerifyAsync(Source.App(attributes: attributes));

    [Theory]
    [InlineData("[HeadlessService(PublishNotReadyAddresses = )]")]
    [InlineData("[ClientService(Type = ServiceType.)] public static partial Service Front { get; }")]
    [InlineData("[Annotation(\"" + Annotation + "\", )]")]
    public Task SurvivesHalfTypedCode(string text) => RuleTest.SurvivesAsync(text.Contains("partial", StringComparison.Ordinal)
        ? Source.App("\"orders\", ServiceName = \"orders-front\"", members: text)
        : Source.App(attributes: text));
}
