using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Rules;

/// <summary>Routes and monitors that lead nowhere, and namespaces without a name.</summary>
[HomeOf("HF9037")]
public class RouteRuleTests
{
    private const string Two = "[Port(8080)] public static partial ServicePort Http { get; } [Port(9090)] public static partial ServicePort Admin { get; } [Port(53, Protocol = PortProtocol.Udp)] public static partial ServicePort Dns { get; } ";

    [Theory]
    [InlineData("[ClientService] [Ingress(\"a.b\", Port = nameof(Http))] public static partial Service Web { get; }")]
    [InlineData("[ClientService(Ports = new[] { nameof(Http), nameof(Dns) })] [Ingress(\"a.b\")] public static partial Service Web { get; }")]
    [InlineData("[ClientService] [{|HF9037:Ingress(\"a.b\")|}] public static partial Service Web { get; }")]
    [InlineData("[ClientService] [Ingress(\"a.b\", Port = {|HF9037:\"Htp\"|})] public static partial Service Web { get; }")]
    [InlineData("[ClientService] [Ingress(\"a.b\", Port = {|HF9037:nameof(Dns)|})] public static partial Service Web { get; }")]
    [InlineData("[ClientService(Ports = new[] { nameof(Http) })] [Ingress(\"a.b\", Port = {|HF9037:nameof(Admin)|})] public static partial Service Web { get; }")]
    [InlineData("[ClientService(Ports = new[] { nameof(Dns) })] [{|HF9037:Ingress|}] public static partial Service Web { get; }")]
    [InlineData("[Port(1), {|HF9037:Ingress(\"a.b\")|}] public static partial ServicePort Web { get; }")]
    [InlineData("[ClientService, {|HF9037:PodMonitor|}] public static partial Service Web { get; }")]
    [InlineData("[ReplicaService, {|HF9037:HttpRoute(\"a\", Gateway = \"g\")|}] public static partial ReplicaServices Each { get; }")]
    [InlineData("[ClientService] [HttpRoute(\"a.b\", Port = nameof(Http), Gateway = \"g\", Path = {|HF9037:\"x\"|})] public static partial Service Web { get; }")]
    [InlineData("[ClientService] [HttpRoute(\"a.b\", Port = nameof(Http), Gateway = \"g\", Path = \"x.*\", PathType = HttpRoutePathType.RegularExpression)] public static partial Service Web { get; }")]
    [InlineData("[ClientService] [{|HF9037:HttpRoute(\"a.b\", Port = nameof(Http))|}] public static partial Service Web { get; }")]
    [InlineData("[ClientService] [HttpRoute(\"a\", Port = nameof(Http), Gateway = \"g\")] [HttpRoute({|HF9024:\"b\"|}, Port = nameof(Http), Gateway = \"g\", Path = \"/x\")] public static partial Service Web { get; }")]
    [InlineData("[ClientService] [HttpRoute(\"a\", Port = nameof(Http), Gateway = \"g\")] [HttpRoute(\"b\", Port = nameof(Http), Gateway = \"g\", Path = \"/x\", Name = \"x\")] public static partial Service Web { get; }")]
    [InlineData("[ClientService] [Ingress(\"a\", Port = nameof(Http), Class = \"one\")] [Ingress(\"b\", Port = nameof(Http), Class = {|HF9024:\"two\"|})] public static partial Service Web { get; }")]
    [InlineData("[ClientService] [Ingress(\"a\", Port = nameof(Http), Class = \"one\")] [Ingress(\"b\", Port = nameof(Http), Class = \"two\", Name = \"x\")] public static partial Service Web { get; }")]
    [InlineData("[Port(1), PodMonitor(Interval = {|HF9037:\"30 s\"|})] public static partial ServicePort One { get; }")]
    [InlineData("[Port(1), PodMonitor(Interval = {|HF9037:\"30\"|})] public static partial ServicePort One { get; }")]
    [InlineData("[Port(1), PodMonitor(Interval = \"1m30s\")] public static partial ServicePort One { get; }")]
    [InlineData("[Port(1), ServiceMonitor] public static partial ServicePort One { get; }")]
    public Task HasATarget(string members) => RuleTest.VerifyAsync(Source.App(members: Two + members));

    /// <summary>What the API server says to an Ingress, at the argument.</summary>
    [Theory]
    [InlineData("Ingress({|HF2017:\"Shop_1\"|}, Port = nameof(Http))")]
    [InlineData("Ingress(\"a.b\", Port = nameof(Http), Path = {|HF6008:\"x\"|})")]
    [InlineData("Ingress(\"*.b\", Port = nameof(Http), Path = \"/x\", PathType = IngressPathType.ImplementationSpecific)")]
    [InlineData("Ingress(\"a.b\", Port = nameof(Http), Name = {|HF2003:\"Upper\"|})")]
    [InlineData("Ingress(\"a.b\", Port = nameof(Http), TlsSecret = {|HF2003:\"Upper\"|})")]
    public Task AnIngressIsJudged(string attribute) => RuleTest.VerifyAsync(Source.App(members: Two + $"[ClientService] [{attribute}] public static partial Service Web {{ get; }}"));

    [Theory]
    [InlineData("[Port(1), ServiceMonitor] public static partial ServicePort {|HF9037:One|} { get; }")]
    [InlineData("[Port(1), ServiceMonitor] public static partial ServicePort One { get; } [ClientService] public static partial Service Web { get; }")]
    public Task AServiceMonitorNeedsAService(string members) => RuleTest.VerifyAsync($$"""
        using Holdfast;

        [StatelessApp("orders")]
        [Container("orders:1.0")]
        public sealed partial class Orders
        {
            {{members}}
        }
        """);

    [Theory]
    [InlineData("\"orders\", CreateNamespace = {|HF9024:true|}")]
    [InlineData("\"orders\", Namespace = \"shop\", CreateNamespace = true")]
    [InlineData("\"orders\", CreateNamespace = false")]
    public Task ANamespaceHasAName(string arguments) => RuleTest.VerifyAsync(Source.App(arguments));

    [Theory]
    [InlineData("[ClientService, Ingress(] public static partial Service Web { get; }")]
    [InlineData("[ClientService, Ingress(Missing)] public static partial Service Web { get; }")]
    [InlineData("[ClientService, Ingress(\"a\", Path = )] public static partial Service Web { get; }")]
    [InlineData("[ClientService, Ingress(\"a\", Port = nameof())] public static partial Service Web { get; }")]
    [InlineData("[ClientService, Ingress(\"a\", PathType = (IngressPathType)7)] public static partial Service Web { get; }")]
    [InlineData("[ClientService, HttpRoute(Gateway = Missing)] public static partial Service Web { get; }")]
    [InlineData("[Port(1), PodMonitor(Labels = new[] { Missing })] public static partial ServicePort One { get; }")]
    [InlineData("[Port(, ServiceMonitor(Interval = )] public static partial ServicePort One { get; }")]
    public Task SurvivesHalfTypedCode(string members) => RuleTest.SurvivesAsync(Source.App(members: "[Port(8080, ServicePort = )] public static partial ServicePort Http { get; } " + members));
}
