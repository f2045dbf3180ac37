using Holdfast.Engine.Model.Values;
using Holdfast.Engine.Model.Views;
using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Rules;

[HomeOf("HF2017")]
public class ValueSyntaxRuleTests
{
    [Theory]
    [InlineData("[Spread({|HF2017:\"a b\"|})]")]
    [InlineData("[Spread(MatchLabelKeys = {|HF2017:new[] { \"-\" }|})]")]
    [InlineData("[AntiAffinity(TopologyKey = {|HF2017:\"\"|})]")]
    [InlineData("[PodAffinity(Labels = {|HF2017:new[] { \"app=a b\" }|}, Required = true)]")]
    [InlineData("[PodAffinity(Labels = {|HF2017:new[] { \"=\" }|})]")]
    [InlineData("[PodAffinity(Labels = new[] { \"a\" }, Namespaces = {|HF2017:new[] { \"Shop\" }|})]")]
    [InlineData("[PodAffinity(Labels = new[] { \"a\" }, MatchLabelKeys = {|HF2017:new[] { \"x/\" }|}, MismatchLabelKeys = new[] { \"x/y\" })]")]
    [InlineData("[NodeSelector({|HF2017:\"a/b/c\"|}, \"v\")]")]
    [InlineData("[NodeSelector(\"a/b\", {|HF2017:\"v w\"|})]")]
    [InlineData("[NodeAffinity({|HF2017:\"_\"|}, NodeAffinityOperator.Exists)]")]
    [InlineData("[Toleration(Key = {|HF2017:\"a:b\"|})]")]
    [InlineData("[Dns(Nameservers = {|HF2017:new[] { \"10.0.0.010\" }|})]")]
    [InlineData("[HostAlias({|HF2017:\"10.0.0\"|}, \"db\")]")]
    [InlineData("[HostAlias(\"::1\", {|HF2017:\"db_1\"|})]")]
    public Task Pods(string attribute) => RuleTest.VerifyAsync(Source.App(attributes: attribute));

    [Theory]
    [InlineData("[Spread(\"example.com/rack\", MatchLabelKeys = new[] { \"controller-revision-hash\" })]")]
    [InlineData("[PodAffinity(Labels = new[] { \"app=kafka\", \"!batch\", \"a!=\" }, Namespaces = new[] { \"shop\" }, Required = true)]")]
    [InlineData("[NodeSelector(\"a/b\", \"\")] [Toleration(Key = \"a/b\", Value = \"V_1\")] [Toleration]")]
    [InlineData("[Dns(Nameservers = new[] { \"10.0.0.10\", \"fd00::a\" })] [HostAlias(\"10.0.0.1\", \"db\", \"db.example\")]")]
    public Task IsSilentOnPodsThatAreTaken(string attributes) => RuleTest.VerifyAsync(Source.App(attributes: attributes));

    [Theory]
    [InlineData("Type = ServiceType.LoadBalancer, LoadBalancerSourceRanges = {|HF2017:new[] { \"10.0.0.1/8\" }|}")]
    [InlineData("Type = ServiceType.LoadBalancer, LoadBalancerSourceRanges = new[] { \"10.0.0.0/8\", \"0.0.0.0/0\", \"fd00::/8\" }")]
    [InlineData("Type = ServiceType.LoadBalancer, LoadBalancerClass = {|HF2017:\"example.com/\"|}")]
    [InlineData("Type = ServiceType.LoadBalancer, LoadBalancerIp = \"somewhere\"")]
    [InlineData("ExternalIps = {|HF2017:new[] { \"10.0.0.0/8\" }|}")]
    [InlineData("ClusterIps = {|HF2017:new[] { \"10.0.0.256\" }|}")]
    [InlineData("ClusterIps = new[] { \"10.0.0.255\", \"fd00::1\" }")]
    public Task Services(string arguments) => RuleTest.VerifyAsync(Source.App(members:
        $$"""[Port(80)] public static partial ServicePort Http { get; } [ClientService({{arguments}})] public static partial Service Front { get; }"""));

    [Theory]
    [InlineData("{|HF2017:\"http 2\"|}")]
    [InlineData("\"kubernetes.io/h2c\"")]
    public Task Protocols(string protocol) => RuleTest.VerifyAsync(Source.App(members:
        $$"""[Port(80, AppProtocol = {{protocol}})] public static partial ServicePort Http { get; }"""));

    [Theory]
    [InlineData("ClientCidrs = {|HF2017:new[] { \"10.0.0.1/8\" }|}")]
    [InlineData("ClientCidrs = {|HF2017:new[] { \"10.0.0.1\" }|}")]
    [InlineData("EgressCidrs = {|HF2017:new[] { \"fd00::/129\" }|}")]
    [InlineData("ClientNamespaces = {|HF2017:new[] { \"a b\" }|}")]
    [InlineData("ClientNamespaces = {|HF2017:new[] { \"a\", \"-\" }|}")]
    [InlineData("ClientLabels = {|HF2017:new[] { \"ro le=client\" }|}")]
    [InlineData("ClientLabels = new[] { \"role=client\" }, ClientNamespaces = new[] { \"shop\" }, ClientCidrs = new[] { \"10.0.0.1/32\" }")]
    public Task Policies(string arguments) => RuleTest.VerifyAsync(Source.App(attributes: $"[NetworkPolicy({arguments})]", members:
        "[Port(80)] public static partial ServicePort Http { get; } [ClientService] public static partial Service Front { get; }"));

    [Theory]
    [InlineData("10.0.0.0/8", null, "10.0.0.0/8")]
    [InlineData("10.1.2.3/8", "has bits behind the first 8", "10.0.0.0/8")]
    [InlineData("fd00::1/64", "has bits behind the first 64", "fd00::/64")]
    [InlineData("10.1.2.3", "is an address and not a network", "10.1.2.3/32")]
    [InlineData("::/0", null, "::/0")]
    [InlineData("10.0.0.0/08", "is not a network", "10.0.0.0/8")]
    [InlineData("10.0.0.0/33", "is not a network", null)]
    [InlineData("10.0/8", "is not a network", null)]
    [InlineData("fe80::1%eth0/64", "is not a network", null)]
    [InlineData("", "is not a network", null)]
    public void Networks(string text, string? problem, string? suggestion)
    {
        Assert.Equal(problem, IpSyntax.NetworkProblem(text));
        Assert.Equal(suggestion, IpSyntax.Suggest(text));
    }

    [Theory]
    [InlineData("[PodAffinity(Labels = new[] { , \"\" })]")]
    [InlineData("[NetworkPolicy(ClientCidrs = new[] { Missing }, ClientLabels = new[] { \"\" })]")]
    [InlineData("[HostAlias(")]
    public Task SurvivesHalfTypedCode(string attribute) => RuleTest.SurvivesAsync(Source.App(attributes: attribute));
}
