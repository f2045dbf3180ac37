using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace Holdfast.Analyzers.Tests.Rules;

/// <summary>What a Deployment cannot have, and what other rules find in Deployments.</summary>
[HomeOf("HF9013", "HF9014")]
public class StatelessAppTests
{
    [Theory]
    [InlineData("[{|HF9013:VolumeClaim(\"1Gi\")|}] public static partial ClaimTemplate Data { get; }")]
    [InlineData("[{|HF9013:PeerList(Each = \"{nonsense}\")|}] public static partial string Peers { get; }")]
    [InlineData("[{|HF9013:ReplicaService(Ports = new[] { \"Nope\" })|}] public static partial ReplicaServices Outside { get; }")]
    [InlineData("[{|HF9013:VolumeClaim(\"1Gi\")|}] public static ClaimTemplate {|HF9002:Data|} => null!;")]
    [InlineData("[{|HF9013:VolumeClaim(\"1Gi\")|}] public static partial ClaimTemplate Data { get; } [Sidecar(\"side:1\")] [Mount(nameof(Data), \"/data\")] static partial class Side { }")]
    [InlineData("[Sidecar(\"side:1\")] static partial class Side { [{|HF9013:PeerList|}] public static partial string Peers { get; } }")]
    [InlineData("[ExistingClaim({|HF3002:\"data\"|})] public static partial ExistingClaim Data { get; }")]
    [InlineData("[EmptyDir] public static partial Volume Data { get; }")]
    [InlineData("[ClientService] public static partial Service Front { get; }")]
    public Task MembersOfAStatefulSet(string member) => RuleTest.VerifyAsync(App(members: "[Port(80)] public static partial ServicePort Http { get; }" + member));

    [Theory]
    [InlineData("[{|HF9013:HeadlessService|}]")]
    [InlineData("[{|HF9013:ClaimRetention(WhenScaled = ClaimRetention.Delete)|}]")]
    [InlineData("[Env(\"ORDINAL\", FieldPath = {|HF9013:\"metadata.labels['apps.kubernetes.io/pod-index']\"|})]")]
    [InlineData("[Env(\"NAME\", FieldPath = {|HF9013:\"metadata.labels['statefulset.kubernetes.io/pod-name']\"|})]")]
    [InlineData("[Env(\"ID\", {|HF9013:\"web-$(POD_ORDINAL)\"|})]")]
    [InlineData("[Env(\"POD_ORDINAL\", \"0\")] [Env(\"ID\", \"web-$(POD_ORDINAL)\")]")]
    [InlineData("[Env(\"ID\", \"web-\\u0024$(POD_ORDINAL)\")]")] // escaped for Kubernetes
    [InlineData("[Env(\"ID\", \"$(POD_NAME)\")] [Env(\"NAME\", FieldPath = \"metadata.name\")]")]
    [InlineData("[DisruptionBudget(MaxUnavailable = 1)]")]
    [InlineData("[Patch(\"spec: {replicas: {|HF9012:3|}}\")]")]
    [InlineData("[Patch(\"spec: {|HF9009:serviceName|}: web}\")]")]
    [InlineData("[Patch(\"kind: {|HF9008:StatefulSet|}\")]")]
    public Task Attributes(string attribute) => RuleTest.VerifyAsync(App(attributes: attribute.Replace("spec: {|HF9009", "spec: {{|HF9009", StringComparison.Ordinal)));

    [Theory]
    [InlineData("[Container(\"web:1\", Args = {|HF9013:new[] { \"--id=$(POD_ORDINAL)\" }|})]")]
    [InlineData("[Container(\"web:1\", Command = {|HF9013:new[] { \"web\", \"$(POD_ORDINAL)\" }|})]")]
    [InlineData("[Container(\"web:1\", Args = new[] { \"--id=$(POD_NAME)\" })]")]
    public Task Arguments(string container) => RuleTest.VerifyAsync($"using Holdfast; [StatelessApp(\"web\")] {container} partial class Web {{ }}");

    [Theory]
    [InlineData("Strategy = DeploymentStrategy.Recreate, MaxSurge = {|HF4005:1|}")]
    [InlineData("Strategy = DeploymentStrategy.Recreate, MaxUnavailablePercent = {|HF4005:50|}")]
    [InlineData("Strategy = DeploymentStrategy.Recreate")]
    [InlineData("MaxSurge = 0, MaxUnavailable = {|HF4005:0|}")]
    [InlineData("MaxSurgePercent = 0, MaxUnavailablePercent = {|HF4005:0|}")]
    [InlineData("MaxSurge = 0")]
    [InlineData("MaxSurge = 0, MaxUnavailable = 1")]
    [InlineData("MaxSurge = {|HF6005:-1|}")]
    [InlineData("MaxSurgePercent = 150")]
    [InlineData("MaxUnavailablePercent = {|HF6005:101|}")]
    [InlineData("RevisionHistoryLimit = {|HF6005:-1|}, Replicas = {|HF6005:-1|}")]
    [InlineData("MinReadySeconds = 10, ProgressDeadlineSeconds = {|HF4005:10|}")]
    [InlineData("MinReadySeconds = {|HF4005:600|}")]
    [InlineData("MinReadySeconds = 10, ProgressDeadlineSeconds = 11")]
    [InlineData("ProgressDeadlineSeconds = {|HF6005:{|HF4005:-5|}|}, MinReadySeconds = 0")]
    [InlineData("ClusterDomain = {|HF9007:\"Corp.Example\"|}")]
    public Task Settings(string arguments) => RuleTest.VerifyAsync(App("\"web\", " + arguments));

    [Theory]
    [InlineData("{|HF2003:\"Web\"|}")]
    [InlineData("{|HF2003:\"web_front\"|}")]
    [InlineData("{|HF2003:\"\"|}")]
    [InlineData("{|HF2003:\"a123456789b123456789c123456789d123456789e123456789f123456789g123\"|}")]
    [InlineData("{|HF2003:\"web.v1\"|}")] // as the container's name
    [InlineData("\"a123456789b123456789c123456789d123456789e123456789f123456789g12\"")]
    public Task Names(string name) => RuleTest.VerifyAsync(App(name));

    [Fact]
    public Task ADotInTheNameIsAWarningWhereTheContainerHasAName() =>
        RuleTest.VerifyAsync("using Holdfast; [StatelessApp({|HF2003:\"web.v1\"|})] [Container(\"web:1\", Name = \"web\")] partial class Web { }");

    [Theory]
    [InlineData("class {|HF9001:Web|} { }")]
    [InlineData("static partial class {|HF9001:Web|} { }")]
    [InlineData("partial record Web { }")]
    public Task TypeForm(string type) => RuleTest.VerifyAsync("using Holdfast; [StatelessApp(\"web\")] [Container(\"web:1\")] " + type);

    [Fact]
    public Task AContainerIsNeeded() => RuleTest.VerifyAsync("using Holdfast; [StatelessApp(\"web\")] partial class {|HF9006:Web|} { }");

    [Theory]
    [InlineData("[StatefulApp(\"a\")] [{|HF9014:StatelessApp(\"b\")|}]")]
    [InlineData("[StatelessApp(\"a\")] [{|HF9014:StatefulApp(\"b\")|}]")]
    public Task BothKinds(string attributes) => RuleTest.VerifyAsync($"using Holdfast; {attributes} [Container(\"a:1\")] partial class A {{ }}");

    [Fact]
    public Task UsesOfPodNamesAreJudgedInCode() => RuleTest.VerifyAsync(
        App(members: "[Port(80)] public static partial ServicePort Http { get; } [ClientService] public static partial Service Front { get; }"),
        Source.App(members: "[Port(80)] public static partial ServicePort Http { get; }"),
        """
        using Holdfast;
        class Uses
        {
            string Srv => {|HF9013:Web.Http.SrvName|};
            object OnPod => {|HF9013:Web.Http.On(Orders.Pods[0])|};
            object OnService => Web.Http.On(Web.Front);
            string Front => Web.Front.HostName;
            object Stateful => Orders.Http.On(Orders.Pods[0]);
            static string Known(ServicePort port) => port.SrvName;
        }
        """);

    [Fact]
    public async Task SaysWhatToDoInstead()
    {
        var test = new RuleTest();
        test.TestState.Sources.Add(App(members: "[{|#0:VolumeClaim(\"1Gi\")|}] public static partial ClaimTemplate Data { get; }"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("HF9013", DiagnosticSeverity.Error).WithLocation(0).WithMessage(
            "[VolumeClaim] is for a StatefulSet and 'Web' is a Deployment, which has no claim templates, so no pod gets its own volume; make it a [StatefulApp], "
            + "or use [ExistingClaim] for one volume that all pods share, or [EmptyDir] for data that may be lost with the pod"));
        await test.RunAsync();
    }

    [Theory]
    [InlineData("[StatelessApp]")]
    [InlineData("[StatelessApp(")]
    [InlineData("[StatelessApp(\"web\", Strategy = )]")]
    [InlineData("[StatelessApp(\"web\", MaxSurge = , MaxUnavailable = 0)]")]
    [InlineData("[StatelessApp(Missing.Name, MinReadySeconds = Missing.Seconds)]")]
    public Task SurvivesHalfTypedCode(string attribute) => RuleTest.SurvivesAsync($$"""
        using Holdfast;
        [Container("web:1")]
        {{attribute}}
        partial class Web { [Port(80)] public static partial ServicePort Http { get; } }
        """);

    private static string App(string arguments = "\"web\", Replicas = 2", string attributes = "", string members = "") => $$"""
        using Holdfast;
        [StatelessApp({{arguments}})] [Container("web:1.0")]
        {{attributes}}
        public sealed partial class Web
        {
            {{members}}
        }
        """;
}
