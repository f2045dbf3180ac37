using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Rules;

[HomeOf("HF6007")]
public class CombinationRuleTests
{
    [Theory]
    [InlineData("[Spread(MinDomains = {|HF6007:2|})]")]
    [InlineData("[Spread(WhenUnsatisfiable = UnsatisfiableAction.ScheduleAnyway, MinDomains = {|HF6007:2|})]")]
    [InlineData("[Toleration(Value = {|HF6007:\"v\"|})]")]
    [InlineData("[Toleration(Operator = {|HF6007:TolerationOperator.Equal|})]")]
    [InlineData("[Toleration(Key = \"k\", Operator = TolerationOperator.Exists, Value = {|HF6007:\"v\"|})]")]
    [InlineData("[Toleration(Key = \"k\", Effect = TaintEffect.NoSchedule, TolerationSeconds = {|HF6007:5|})]")]
    [InlineData("[NodeAffinity(\"k\", {|HF6007:NodeAffinityOperator.In|})]")]
    [InlineData("[NodeAffinity(\"k\", NodeAffinityOperator.Exists, {|HF6007:\"v\"|}, Required = false)]")]
    [InlineData("[NodeAffinity(\"k\", NodeAffinityOperator.Gt, {|HF6007:\"1\"|}, \"2\")]")]
    [InlineData("[Dns(Policy = {|HF6007:DnsPolicy.None|}, Searches = new[] { \"corp.example\" })]")]
    public Task Pods(string attribute) => RuleTest.VerifyAsync(Source.App(attributes: attribute));

    [Theory]
    [InlineData("[Spread(WhenUnsatisfiable = UnsatisfiableAction.DoNotSchedule, MinDomains = 2)]")]
    [InlineData("[Toleration] [Toleration(Key = \"k\", Value = \"v\")] [Toleration(Operator = TolerationOperator.Exists, TolerationSeconds = 5)]")]
    [InlineData("[NodeAffinity(\"k\", NodeAffinityOperator.NotIn, \"v\")] [NodeAffinity(\"k\", NodeAffinityOperator.Lt, \"1\", Weight = 1)] [NodeAffinity(\"k\", NodeAffinityOperator.DoesNotExist)]")]
    [InlineData("[Dns(Policy = DnsPolicy.None, Nameservers = new[] { \"10.0.0.10\" })] [HostNamespaces(Network = true)]")]
    public Task IsSilentOnPodsThatAreTaken(string attributes) => RuleTest.VerifyAsync(Source.App(attributes: attributes));

    [Theory]
    [InlineData("[VolumeClaim(\"1Gi\", DevicePath = {|HF6007:\"\"|})] public static partial ClaimTemplate Raw { get; }")]
    [InlineData("[EphemeralClaim(\"1Gi\", DevicePath = {|HF6007:\"\"|})] public static partial Volume Raw { get; }")]
    [InlineData("[EphemeralClaim(\"1Gi\", DevicePath = \"/dev/raw\")] public static partial Volume Raw { get; }")]
    [InlineData("[ProjectedVolume(MountPath = \"/me\")] [ProjectedField(\"memory\", Resource = \"requests.memory\", Divisor = {|HF6007:\"1m\"|})] public static partial Volume Me { get; }")]
    [InlineData("[ProjectedVolume(MountPath = \"/me\")] [ProjectedField(\"memory\", Resource = \"requests.memory\", Divisor = \"1Mi\")] public static partial Volume Me { get; }")]
    [InlineData("[ProjectedVolume(MountPath = \"/me\")] [ProjectedField(\"cpu\", Resource = \"limits.cpu\", Divisor = {|HF6007:\"1Mi\"|})] public static partial Volume Me { get; }")]
    [InlineData("[ProjectedVolume(MountPath = \"/me\")] [ProjectedField(\"cpu\", Resource = \"limits.cpu\", Divisor = \"1m\")] public static partial Volume Me { get; }")]
    public Task Volumes(string member) => RuleTest.VerifyAsync(Source.App(members: member));

    [Theory]
    [InlineData("LoadBalancerClass = {|HF6007:\"example.com/a\"|}")]
    [InlineData("Type = ServiceType.NodePort, LoadBalancerSourceRanges = {|HF6007:new[] { \"10.0.0.0/8\" }|}")]
    [InlineData("ExternalTrafficPolicy = {|HF6007:TrafficPolicy.Local|}")]
    [InlineData("Type = ServiceType.NodePort, ExternalTrafficPolicy = TrafficPolicy.Local")]
    [InlineData("Type = ServiceType.LoadBalancer, LoadBalancerClass = \"example.com/a\", ExternalTrafficPolicy = TrafficPolicy.Local")]
    public Task Services(string arguments) => RuleTest.VerifyAsync(Source.App(members:
        $$"""[Port(80)] public static partial ServicePort Http { get; } [ClientService({{arguments}})] public static partial Service Front { get; }"""));

    [Theory]
    [InlineData("true", "[Port(80, HostPort = {|HF6007:81|})]")]
    [InlineData("true", "[Port(80, HostPort = 80)]")]
    [InlineData("false", "[Port(80, HostPort = 81)]")]
    public Task HostPorts(string network, string port) => RuleTest.VerifyAsync(Source.App(
        attributes: $"[HostNamespaces(Network = {network})]",
        members: port + " public static partial ServicePort Http { get; }"));

    [Theory]
    [InlineData("[Spread(WhenUnsatisfiable = UnsatisfiableAction., MinDomains = 2)]")]
    [InlineData("[Toleration(Key = Missing, Value = \"v\")]")]
    [InlineData("[NodeAffinity(\"k\", NodeAffinityOperator.Exists, Missing)]")]
    public Task SurvivesHalfTypedCode(string attribute) => RuleTest.SurvivesAsync(Source.App(attributes: attribute));

    [Theory]
    [InlineData("[SecurityContext(AddCapabilities = {|HF6007:new[] { \"CAP_SYS_ADMIN\" }|})]")]
    [InlineData("[SecurityContext(AddCapabilities = new[] { \"CAP_SYS_ADMIN\" }, AllowPrivilegeEscalation = true)]")]
    [InlineData("[SecurityContext(AddCapabilities = new[] { \"NET_BIND_SERVICE\" })]")]
    [InlineData("[SecurityContext(Privileged = true)]")]
    [InlineData("[Patch(\"spec: {template: {spec: {containers: [{name: orders, securityContext: {privileged: {|HF6007:true|}}}]}}}\")]")]
    public Task Privileges(string attribute) => RuleTest.VerifyAsync(Source.App("\"orders\"", attribute));
}
