using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Rules;

/// <summary>Governing Services that are missing: at the set's own argument while its declaration relies on pod names, else at the use.</summary>
[HomeOf("HF1001", "HF1002", "HF1003")]
public class GoverningServiceRuleTests
{
    private const string Peers = "[PeerList(Env = \"PEERS\")] public static partial string Peers { get; }";

    private const string Clients = "[ClientService(Name = \"front\")] public static partial Service Clients { get; }";

    private const string Port = "[Port(80)] public static partial ServicePort Http { get; }";

    [Fact]
    public Task NoneFiresAtTheArgument() => RuleTest.VerifyAsync(
        Source.App("\"orders\", Replicas = 3, ServiceName = {|HF1001:\"\"|}", members: Peers));

    [Fact]
    public Task MissingFiresAtTheArgument() => RuleTest.VerifyAsync(
        Source.App("\"orders\", Replicas = 3, ServiceName = {|HF1002:\"own\"|}", members: Peers));

    [Fact]
    public Task NotHeadlessFiresAtTheArgument() => RuleTest.VerifyAsync(
        Source.App("\"orders\", Replicas = 3, ServiceName = {|HF1003:\"front\"|}", members: Peers + Port + Clients));

    [Fact]
    public Task NotHeadlessFiresThoughNobodyIsKnownToRelyOnNames() => Expect(
        Source.App("\"orders\", ServiceName = {|#0:\"front\"|}", members: Port + Clients),
        "HF1003",
        "'orders' is governed by the Service 'front', which is not headless, so 'front' and its SRV records give the cluster IP instead of the replicas, and 'orders-0.front' resolves only where the cluster's DNS knows pods of such a Service, as CoreDNS does; set ServiceName in [StatefulApp] to the name of a headless Service, and keep this one for clients");

    [Fact]
    public Task MissingFiresForAMistypedNameThoughNobodyIsKnownToRelyOnNames() => RuleTest.VerifyAsync(
        Source.App("\"orders\", ServiceName = {|HF1002:\"order-peers\"|}", "[HeadlessService(\"orders-peers\")]"));

    [Theory]
    [InlineData("\"orders\"", "", Peers)] // Holdfast makes the Service
    [InlineData("\"orders\", ServiceName = \"own\"", "[HeadlessService]", Peers)]
    [InlineData("\"orders\", ServiceName = \"own\"", "[HeadlessService(\"own\")]", Peers)]
    [InlineData("\"orders\"", "[HeadlessService(\"own\")]", Peers)]
    [InlineData("\"orders\", ServiceName = \"\"", "", "")] // nothing relies on pod names
    [InlineData("\"orders\", ServiceName = \"own\"", "", "")]
    [InlineData("\"orders\", ServiceName = \"\"", "", "[PeerList(Each = \"{name}\")] public static partial string Peers { get; }")]
    public Task IsSilent(string app, string attributes, string members) => RuleTest.VerifyAsync(Source.App(app, attributes, members));

    [Fact]
    public Task MissingOffersTheNearestName() => Expect(
        Source.App("\"orders\", ServiceName = {|#0:\"order-peers\"|}", "[HeadlessService(\"orders-peers\")]", Peers),
        "HF1002",
        "'orders' is governed by the Service 'order-peers', which is not declared, so its pods get no DNS names and the peer list 'Peers' will not resolve; did you mean 'orders-peers'?");

    [Theory]
    [InlineData("string F() => {|HF1001:Orders.Pods[0].HostName|};")]
    [InlineData("string F() => {|HF1001:Orders.Pods.First.HostName|};")]
    [InlineData("string F() { var first = Orders.Pods.First; return {|HF1001:first.HostName|}; }")]
    [InlineData("string F() { Pod p = Orders.Pods[1]; { return {|HF1001:p.HostName|}; } }")]
    [InlineData("void F() { foreach (Pod pod in Orders.Pods) { _ = {|HF1001:pod.HostName|}; } }")]
    [InlineData("object F() => {|HF1001:Orders.Http.On(Orders.Pods[0])|};")]
    [InlineData("string F() => {|HF1001:Orders.Http.SrvName|};")]
    [InlineData("string _x = {|HF1001:Orders.Pods.First.HostName|};")]
    [InlineData("string F() => {|HF1001:Orders.Pods.In(\"shop\")[0].HostName|};")]
    [InlineData("string F() => Orders.Pods[0].Name;")]
    [InlineData("int F() => Orders.Http.Number;")]
    [InlineData("object F(Service s) => Orders.Http.On(s);")]
    [InlineData("string F(Pod pod) => pod.HostName;")] // whose pod cannot be told
    [InlineData("string F(bool b) { Pod pod; if (b) pod = Orders.Pods[0]; else pod = Other.Pods[0]; return pod.HostName; }")]
    [InlineData("string F() => Other.Pods[0].HostName;")]
    public Task FiresAtUsesInCode(string member) => RuleTest.VerifyAsync(
        Source.App("\"orders\", ServiceName = \"\"", members: Port),
        "using Holdfast; [StatefulApp(\"other\")] [Container(\"o:1\")] partial class Other { }",
        $$"""using Holdfast; class User { {{member}} }""");

    [Fact]
    public Task FiresAtUsesOfAMissingAndOfAServiceThatIsNotHeadless() => RuleTest.VerifyAsync(
        Source.App("\"orders\", ServiceName = {|HF1003:\"front\"|}", members: Port + Clients),
        "using Holdfast; [StatefulApp(\"other\", ServiceName = \"own\")] [Container(\"o:1\")] partial class Other { }",
        "class User { string[] F() => [{|HF1003:Orders.Pods[0].HostName|}, {|HF1002:Other.Pods[0].HostName|}]; }");

    [Fact]
    public Task FiresAtUsesOfAFurtherContainersPort() => RuleTest.VerifyAsync(
        Source.App("\"orders\", ServiceName = \"\"", members: "[Sidecar(\"s:1\")] public static partial class Side { [Port(81)] public static partial ServicePort Http { get; } }"),
        "class User { string F() => {|HF1001:Orders.Side.Http.SrvName|}; }");

    [Fact]
    public Task SaysWhatHappensAtAUse() => Expect(
        Source.App("\"orders\", ServiceName = {|#1:\"\"|}") + "class User { string F() => {|#0:Orders.Pods[0].HostName|}; }",
        "HF1001",
        "'orders' has no governing Service, so its pods get no DNS names and 'Orders.Pods[0].HostName' will not resolve; set ServiceName in [StatefulApp] to the name of a headless Service",
        pointsToDeclaration: true);

    [Theory]
    [InlineData("string F() => Orders.Pods[0].;")]
    [InlineData("string F() => Orders.Pods[].HostName;")]
    [InlineData("string F() => Orders.Missing.HostName;")]
    [InlineData("string F() { foreach (var p in Orders.) p.HostName; }")]
    public Task SurvivesHalfTypedCode(string member) => RuleTest.SurvivesAsync(
        Source.App("\"orders\", ServiceName = \"\"") + "class User { " + member + " }");

    private static Task Expect(string source, string id, string message, bool pointsToDeclaration = false)
    {
        var test = new RuleTest();
        test.TestState.Sources.Add(source);
        var expected = new Microsoft.CodeAnalysis.Testing.DiagnosticResult(
            id,
            id == "HF1001" ? Microsoft.CodeAnalysis.DiagnosticSeverity.Error : Microsoft.CodeAnalysis.DiagnosticSeverity.Warning);
        expected = expected.WithLocation(0).WithMessage(message);
        test.ExpectedDiagnostics.Add(pointsToDeclaration ? expected.WithLocation(1) : expected);
        return test.RunAsync();
    }
}
