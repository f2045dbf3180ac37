using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Rules;

/// <summary>What network policies, affinities and autoscalers refer to, and what contradicts itself in them.</summary>
[HomeOf("HF9023", "HF9024", "HF9025")]
public class PolicyProblemTests
{
    [Theory]
    [InlineData("[PodAffinity({|HF9023:typeof(Plain)|})]")]
    [InlineData("[AntiAffinity({|HF9023:typeof(string)|}, Required = true)]")]
    [InlineData("[PodAffinity({|HF9023:typeof(System.Collections.Generic.List<>)|})]")]
    [InlineData("[NetworkPolicy(Clients = {|HF9023:new[] { typeof(Other), typeof(Plain) }|})]")]
    [InlineData("[NetworkPolicy(EgressTo = {|HF9023:new[] { typeof(Plain) }|})]")]
    [InlineData("[NetworkPolicy(Clients = new[] { typeof(Other) }, EgressTo = new[] { typeof(Orders) })] [PodAffinity(typeof(Other))] [AntiAffinity(typeof(Orders))]")]
    [InlineData("[NetworkPolicy(PeerPorts = {|HF9004:new[] { \"http\" }|}, ClientPorts = new[] { nameof(Http) })]")]
    [InlineData("[NetworkPolicy(ClientPorts = {|HF9004:new[] { nameof(Orders) }|})]")]
    [InlineData("[NetworkPolicy(AnyClient = {|HF9024:true|}, ClientLabels = new[] { \"a\" })]")]
    [InlineData("[NetworkPolicy(AnyClient = true)]")]
    [InlineData("[NetworkPolicy(AnyClient = false, ClientLabels = new[] { \"a\" })]")]
    public Task References(string attributes) => RuleTest.VerifyAsync(App(attributes));

    /// <summary>An argument that is for an object that is not made, and a port that is given twice.</summary>
    [Theory]
    [InlineData("[PodsMetric({|HF9024:\"rps\"|}, Average = \"100\")]")]
    [InlineData("[Autoscaler(1, 3)] [PodsMetric(\"rps\", Average = \"100\")]")]
    [InlineData("[ServiceAccount(\"orders\", ImagePullSecrets = {|HF9024:new[] { \"registry\" }|})]")]
    [InlineData("[ServiceAccount(Create = true, ImagePullSecrets = new[] { \"registry\" })]")]
    [InlineData("[ReadinessProbe(Port = nameof(Http), PortNumber = {|HF9024:8080|})]")]
    [InlineData("[ReadinessProbe(PortNumber = 8080)]")]
    [InlineData("[PreStop(HttpPath = \"/\", Port = nameof(Http), PortNumber = {|HF9024:8080|})]")]
    [InlineData("[PreStop(HttpPath = \"/\", PortNumber = 8080)]")]
    public Task UnusedArguments(string attributes) => RuleTest.VerifyAsync(App(attributes));

    [Theory]
    [InlineData("{|HF9024:1|}", "2, 3")]
    [InlineData("{|HF9024:4|}", "2, 3")]
    [InlineData("2", "2, 3")]
    [InlineData("3", "2, 3")]
    [InlineData("3", "{|HF6005:0|}, 3")]
    [InlineData("1", "1, {|HF6005:-1|}")]
    [InlineData("3", "3, {|HF6007:2|}")]
    [InlineData("3", "3, 3")]
    [InlineData("3", "3, 4, CpuUtilization = {|HF6005:0|}")]
    [InlineData("3", "3, 4, CpuUtilization = 150")]
    [InlineData("3", "3, 4, CpuAverage = {|HF3008:\"0\"|}")]
    [InlineData("3", "3, 4, MemoryAverage = {|HF3008:\"1GB\"|}")]
    [InlineData("3", "3, 4, MemoryAverage = \"1Gi\", CpuAverage = \"100m\"")]
    [InlineData("3", "3, 4, ScaleDownStabilizationSeconds = {|HF6005:3601|}")]
    [InlineData("3", "3, 4, ScaleDownStabilizationSeconds = 3600, ScaleDownPeriodSeconds = 1800")]
    [InlineData("3", "3, 4, ScaleDownPeriodSeconds = {|HF6005:1801|}")]
    [InlineData("3", "3, 4, ScaleDownReplicas = {|HF6005:0|}")]
    [InlineData("3", "3, 4, ScaleUpReplicas = {|HF6005:0|}, ScaleUpPeriodSeconds = 5")]
    public Task Autoscalers(string replicas, string arguments) =>
        RuleTest.VerifyAsync(Source.App($"\"orders\", Replicas = {replicas}", $"[Resources(CpuRequest = \"1\")] [Autoscaler({arguments})]"));

    [Theory]
    [InlineData("ServicePort = {|HF9024:-2147483648|}", "")] // found by declaring at random: the type threw
    [InlineData("ServicePort = {|HF9024:0|}", "")]
    [InlineData("ServicePort = {|HF9024:65536|}", "")]
    [InlineData("ServicePort = 65535", "")]
    [InlineData("ServicePort = {|HF6005:65536|}", "[ClientService] public static partial Service Front { get; }")]
    [InlineData("ServicePort = {|HF9024:65536|}", "[Port(9000)] public static partial ServicePort Other { get; } [ClientService(Ports = new[] { nameof(Other) })] public static partial Service Front { get; }")]
    public Task ServicePorts(string argument, string members) => RuleTest.VerifyAsync(Source.App(
        "\"orders\"",
        string.Empty,
        $"[Port(443, {argument})] public static partial ServicePort Https {{ get; }} {members}"));

    /// <summary>No more than 10,000 replicas are written out, and a list that ends there must not look like a whole one.</summary>
    [Theory]
    [InlineData("Replicas = {|HF9024:10001|}", "[PeerList] public static partial string Peers { get; }")]
    [InlineData("Replicas = 10000", "[PeerList] public static partial string Peers { get; }")]
    [InlineData("Replicas = {|HF9024:10001|}", "[Port(8080)] public static partial ServicePort Http { get; } [ReplicaService] public static partial ReplicaServices Each { get; }")]
    [InlineData("Replicas = 10001", "[Port(8080)] public static partial ServicePort Http { get; }")]
    public Task MoreMembersThanAreListed(string replicas, string members) => RuleTest.VerifyAsync(Source.App("\"orders\", " + replicas, members: members));

    [Theory]
    [InlineData("{|HF9025:Autoscaler(1, 2)|}", "", "")]
    [InlineData("Autoscaler(1, 2, CpuUtilization = {|HF9025:70|})", "Resources(MemoryRequest = \"1Gi\"), ", "")]
    [InlineData("Autoscaler(1, 2, MemoryUtilization = {|HF9025:70|})", "Resources(CpuRequest = \"1\"), ", "")]
    [InlineData("{|HF9025:Autoscaler(1, 2)|}", "Resources(CpuRequest = \"1\"), ", "[Sidecar(\"s:1\")] partial class Side { }")]
    [InlineData("Autoscaler(1, 2)", "Resources(CpuRequest = \"1\"), ", "[InitContainer(\"s:1\")] partial class Before { }")]
    [InlineData("Autoscaler(1, 2)", "Resources(CpuLimit = \"1\"), ", "")]
    [InlineData("Autoscaler(1, 2, CpuAverage = \"500m\")", "", "")]
    public Task Requests(string autoscaler, string resources, string members) =>
        RuleTest.VerifyAsync(Source.App("\"orders\"", $"[{resources}{autoscaler}]", members));

    [Theory]
    [InlineData("AllocateLoadBalancerNodePorts = {|HF6007:false|}")]
    [InlineData("Type = ServiceType.LoadBalancer, HealthCheckNodePort = {|HF6007:30000|}")]
    [InlineData("Type = ServiceType.NodePort, ExternalTrafficPolicy = TrafficPolicy.Local, HealthCheckNodePort = {|HF6007:30000|}")]
    [InlineData("Type = ServiceType.LoadBalancer, AllocateLoadBalancerNodePorts = false, ExternalTrafficPolicy = TrafficPolicy.Local, HealthCheckNodePort = 30000")]
    [InlineData("Type = ServiceType.LoadBalancer, ExternalTrafficPolicy = TrafficPolicy.Local, HealthCheckNodePort = 0")]
    public Task LoadBalancers(string arguments) => RuleTest.VerifyAsync(Source.App(members:
        $$"""[Port(80)] public static partial ServicePort Http { get; } [ClientService({{arguments}})] public static partial Service Front { get; }"""));

    [Theory]
    [InlineData("[NetworkPolicy(Clients = new[] { typeof( }, AnyClient = )]")]
    [InlineData("[NetworkPolicy(Clients = new[] { typeof(Missing) }, PeerPorts = new[] { nameof() })]")]
    [InlineData("[PodAffinity(typeof())] [AntiAffinity(typeof(Missing), Required = )]")]
    [InlineData("[Resources(CpuRequest = \"1\")] [Autoscaler]")]
    [InlineData("[Resources(CpuRequest = \"1\")] [Autoscaler(1, , CpuUtilization = )]")]
    [InlineData("[Resources(CpuRequest = Missing)] [Autoscaler(1, 5)]")]
    public Task SurvivesHalfTypedCode(string attribute) => RuleTest.SurvivesAsync(Source.App(attributes: attribute));

    private static string App(string attributes) => Source.App("\"orders\"", attributes, "[Port(80)] public static partial ServicePort Http { get; }") + """

        [StatefulApp("other")] [Container("o:1")] public sealed partial class Other { }
        public sealed class Plain { }
        """;
}
