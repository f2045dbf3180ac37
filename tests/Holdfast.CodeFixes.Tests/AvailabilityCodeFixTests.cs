namespace Holdfast.CodeFixes.Tests;

/// <summary>Fixes of HF5xxx and HF6xxx.</summary>
public class AvailabilityCodeFixTests
{
    private const string Template = """
        using Holdfast;

        ATTRIBUTES
        public sealed partial class Orders
        {
            [Port(8080)] public static partial ServicePort Http { get; }
        }
        """;

    [Theory]
    [InlineData("[StatefulApp(\"orders\", Replicas = 3)]\n[Quorum(ReadinessNeedsPeers = {|HF5001:true|})]", "[StatefulApp(\"orders\", Replicas = 3, PodManagementPolicy = PodManagementPolicy.Parallel)]\n[Quorum(ReadinessNeedsPeers = true)]")]
    [InlineData("[StatefulApp(\"orders\", PodManagementPolicy = {|HF5001:Holdfast.PodManagementPolicy.OrderedReady|}, Replicas = 3)] [Quorum(ReadinessNeedsPeers = true)]", "[StatefulApp(\"orders\", PodManagementPolicy = Holdfast.PodManagementPolicy.Parallel, Replicas = 3)] [Quorum(ReadinessNeedsPeers = true)]")]
    [InlineData("[StatefulApp(\"orders\", Replicas = 3, PodManagementPolicy = {|HF5002:PodManagementPolicy.Parallel|})] [Quorum(Bootstrap = Bootstrap.FirstReplica)]", "[StatefulApp(\"orders\", Replicas = 3, PodManagementPolicy = PodManagementPolicy.OrderedReady)] [Quorum(Bootstrap = Bootstrap.FirstReplica)]")]
    [InlineData("[StatefulApp(\"orders\", Replicas = {|HF5003:2|})] [Quorum]", "[StatefulApp(\"orders\", Replicas = 3)] [Quorum]")]
    [InlineData("[StatefulApp(\"orders\", Replicas = 3)] [DisruptionBudget(MinAvailable = {|HF5005:3|})]", "[StatefulApp(\"orders\", Replicas = 3)] [DisruptionBudget(MaxUnavailable = 1)]")]
    [InlineData("[StatefulApp(\"orders\", Replicas = 3)] [{|HF5005:DisruptionBudget|}]", "[StatefulApp(\"orders\", Replicas = 3)] [DisruptionBudget(MaxUnavailable = 1)]")]
    [InlineData("[StatefulApp(\"orders\", Replicas = 3)] [DisruptionBudget(MaxUnavailable = {|HF5005:0|})]", "[StatefulApp(\"orders\", Replicas = 3)] [DisruptionBudget(MaxUnavailable = 1)]")]
    [InlineData("[StatefulApp(\"orders\", Replicas = 3)] [Quorum] [DisruptionBudget(MinAvailablePercent = {|HF5006:10|})]", "[StatefulApp(\"orders\", Replicas = 3)] [Quorum] [DisruptionBudget(MaxUnavailable = 1)]")]
    [InlineData("[StatefulApp(\"orders\")] [DisruptionBudget(MaxUnavailable = 1, UnhealthyPodEvictionPolicy = {|HF5008:UnhealthyPodEvictionPolicy.IfHealthyBudget|})]", "[StatefulApp(\"orders\")] [DisruptionBudget(MaxUnavailable = 1)]")]
    [InlineData("[StatefulApp(\"orders\", Replicas = 3)] [AntiAffinity(Required = {|HF5010:true|})]", "[StatefulApp(\"orders\", Replicas = 3)] [AntiAffinity]")]
    [InlineData("[StatefulApp(\"orders\", TerminationGracePeriodSeconds = {|HF5012:0|})]", "[StatefulApp(\"orders\")]")]
    [InlineData("[StatefulApp(\"orders\", TerminationGracePeriodSeconds = {|HF5012:0|})] [PreStop(Command = new[] { \"sleep\", \"30\" })]", "[StatefulApp(\"orders\", TerminationGracePeriodSeconds = 60)] [PreStop(Command = new[] { \"sleep\", \"30\" })]")]
    [InlineData("[StatefulApp(\"orders\")] [PreStop(SleepSeconds = {|HF5013:30|})]", "[StatefulApp(\"orders\", TerminationGracePeriodSeconds = 60)] [PreStop(SleepSeconds = 30)]")]
    [InlineData("[StatefulApp(\"orders\", TerminationGracePeriodSeconds = 5)] [PreStop(Command = {|HF5013:new[] { \"sleep\", \"9\" }|})]", "[StatefulApp(\"orders\", TerminationGracePeriodSeconds = 39)] [PreStop(Command = new[] { \"sleep\", \"9\" })]")]
    public Task Arguments(string source, string corrected) =>
        FixTest<AttributeArgumentCodeFix>.VerifyAsync(Source(source + " [Container(\"orders:1.0\")]"), Source(corrected + " [Container(\"orders:1.0\")]"));

    [Theory]
    [InlineData("[StatefulApp(\"orders\")] [Patch(\"spec: {template: {spec: {terminationGracePeriodSeconds: {|HF5012:0|}}}}\")]")]
    [InlineData("[StatefulApp(\"orders\", Replicas = 3)] [Quorum] [DisruptionBudget(MaxUnavailable = 1)] [Patch(\"{kind: PodDisruptionBudget, spec: {maxUnavailable: {|HF5006:2|}}}\")]")]
    public Task NoAttributeOverrulesAPatch(string source) =>
        FixTest<AttributeArgumentCodeFix>.OffersNothingAsync(Source(source + " [Container(\"orders:1.0\")]"));

    [Fact]
    public Task ManyAtOnce() => FixTest<AttributeArgumentCodeFix>.VerifyAsync(
        [Many("{|HF5003:4|}", "A"), Many("{|HF5003:6|}", "B")],
        [Many("5", "A"), Many("7", "B")]);

    [Theory]
    [InlineData("[StatefulApp({|HF5004:\"orders\"|}, Replicas = 3)] // here\n[Container(\"orders:1.0\")]", "[StatefulApp(\"orders\", Replicas = 3)] // here\n[DisruptionBudget(MaxUnavailable = 1)]\n[Container(\"orders:1.0\")]")]
    [InlineData("[Holdfast.StatefulApp({|HF5015:\"orders\"|}, Replicas = 3)]\n[Container(\"orders:1.0\")]", "[Holdfast.StatefulApp(\"orders\", Replicas = 3)]\n[Holdfast.ReadinessProbe(Port = nameof(Http))]\n[Container(\"orders:1.0\")]")]
    public Task Attributes(string source, string corrected) => FixTest<AddAttributeCodeFix>.VerifyAsync(Source(source), Source(corrected));

    [Fact]
    public Task AStartupProbeAsksWhatTheLivenessProbeAsks() => FixTest<AddAttributeCodeFix>.VerifyAsync("""
        using Holdfast;

        [StatefulApp("orders")]
        [Container("orders:1.0")]
        [LivenessProbe(HttpPath = {|HF5018:"/live"|}, Port = nameof(Http), FailureThreshold = 2, TimeoutSeconds = 3)]
        public sealed partial class Orders
        {
            [Port(8080)] public static partial ServicePort Http { get; }
            [VolumeClaim("1Gi", MountPath = "/data")] public static partial ClaimTemplate Data { get; }
        }
        """, """
        using Holdfast;

        [StatefulApp("orders")]
        [Container("orders:1.0")]
        [LivenessProbe(HttpPath = "/live", Port = nameof(Http), FailureThreshold = 2, TimeoutSeconds = 3)]
        [StartupProbe(HttpPath = "/live", Port = nameof(Http), TimeoutSeconds = 3, FailureThreshold = 30)]
        public sealed partial class Orders
        {
            [Port(8080)] public static partial ServicePort Http { get; }
            [VolumeClaim("1Gi", MountPath = "/data")] public static partial ClaimTemplate Data { get; }
        }
        """);

    [Fact]
    public Task WithoutAPortThereIsNothingToAsk() => FixTest<AddAttributeCodeFix>.OffersNothingAsync(
        "using Holdfast; [StatefulApp({|HF5015:\"orders\"|}, Replicas = 3)] [Container(\"o:1\")] public sealed partial class Orders { }");

    [Theory]
    [InlineData("nameof(Http)")]
    [InlineData("nameof(Orders.Http)")]
    [InlineData("\"Http\"")]
    public Task AReadinessProbeThatAsksWhatRestartsIsNoMend(string port) => FixTest<AddAttributeCodeFix>.OffersNothingAsync(
        $$"""using Holdfast; [StatefulApp({|HF5015:"orders"|}, Replicas = 3)] [Container("o:1")] [LivenessProbe(Port = {{port}})] public sealed partial class Orders { [Port(8080)] public static partial ServicePort Http { get; } }""");

    [Fact]
    public Task AProbeOfATypeWhoseContainersAreNestedAsksNobody() => FixTest<AddAttributeCodeFix>.OffersNothingAsync("""
        using Holdfast;

        [StatefulApp({|HF5015:"orders"|}, Replicas = 3)]
        public sealed partial class {|HF9006:Orders|}
        {
            [Port(8080)] public static partial ServicePort Http { get; }

            [Container("o:1")]
            private static partial class Server
            {
            }
        }
        """);

    [Fact]
    public Task APortThatIsNotThereIsNotAskedTwice() => FixTest<AddAttributeCodeFix>.OffersNothingAsync("""
        using Holdfast;

        [StatefulApp("orders")]
        [Container("orders:1.0")]
        [{|HF5018:LivenessProbe(HttpPath = "/live", Port = {|HF9004:"Https"|})|}]
        public sealed partial class Orders
        {
            [Port(8080)] public static partial ServicePort Http { get; }
            [VolumeClaim("1Gi", MountPath = "/data")] public static partial ClaimTemplate Data { get; }
        }
        """);

    [Theory]
    [InlineData("[StatefulApp({|HF5009:\"orders\"|}, Replicas = 3)]\n[NoSpread]\n[Container(\"orders:1.0\")]", "[StatefulApp(\"orders\", Replicas = 3)]\n[Container(\"orders:1.0\")]")]
    [InlineData("[StatefulApp({|HF5009:\"orders\"|}, Replicas = 3)]\n[Container(\"orders:1.0\"), NoSpread]", "[StatefulApp(\"orders\", Replicas = 3)]\n[Container(\"orders:1.0\")]")]
    public Task Spread(string source, string corrected) => FixTest<RemoveAttributeCodeFix>.VerifyAsync(Source(source), Source(corrected));

    [Theory]
    [InlineData("{|HF6011:\" orders:1.0 \"|}", "\"orders:1.0\"")]
    [InlineData("{|HF6011:\"Registry:5000/Orders:V1\"|}", "\"registry:5000/orders:V1\"")]
    public Task Images(string image, string corrected) => FixTest<ReplaceTextCodeFix>.VerifyAsync(
        Source($"[StatefulApp(\"orders\")]\n[Container({image})]"), Source($"[StatefulApp(\"orders\")]\n[Container({corrected})]"));

    [Theory]
    [InlineData("{apiVersion: {|HF4007:apps/v1beta1|}, kind: StatefulSet, spec: {minReadySeconds: 5}}", "{apiVersion: apps/v1, kind: StatefulSet, spec: {minReadySeconds: 5}}")]
    [InlineData("spec: {template: {spec: {dnsPolicy: {|HF6008:clusterFirst|}}}}", "spec: {template: {spec: {dnsPolicy: ClusterFirst}}}")]
    public Task WordsInAPatch(string patch, string corrected) => FixTest<ReplaceTextCodeFix>.VerifyAsync(
        Source($"[StatefulApp(\"orders\")]\n[Container(\"o:1\")]\n[Patch(\"{patch}\")]"), Source($"[StatefulApp(\"orders\")]\n[Container(\"o:1\")]\n[Patch(\"{corrected}\")]"));

    [Theory]
    [InlineData("{|HF6001:\"tools\"|}", "\"tools:2.1\"")]
    [InlineData("{|HF6001:\"tools:latest\"|}", "\"tools:2.1\"")]
    public Task AVersionThatIsKnown(string image, string corrected) => FixTest<ReplaceTextCodeFix>.VerifyAsync(Further(image), Further(corrected));

    [Fact]
    public Task AVersionThatNobodyKnows() => FixTest<ReplaceTextCodeFix>.OffersNothingAsync(Further("{|HF6001:\"other\"|}"));

    private static string Source(string attributes) => Template.Replace("ATTRIBUTES", attributes, StringComparison.Ordinal);

    private static string Many(string replicas, string name) =>
        $"using Holdfast;\n[StatefulApp(\"{name.ToLowerInvariant()}\", Replicas = {replicas})] [Quorum] [Container(\"o:1\")] partial class {name} {{ }}";

    private static string Further(string image) => $$"""
        using Holdfast;
        [StatefulApp("orders")]
        [Container("orders:1.0")]
        partial class Orders
        {
            [InitContainer("tools:2.1")] static partial class Prepare { }
            [InitContainer({{image}})] static partial class Check { }
        }
        """;
}
