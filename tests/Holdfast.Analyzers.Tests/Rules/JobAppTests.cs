using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace Holdfast.Analyzers.Tests.Rules;

/// <summary>What Jobs and CronJobs cannot have, and what rules find in them.</summary>
public class JobAppTests
{
    [Theory]
    [InlineData("[{|HF9013:Port(80)|}] public static partial ServicePort Http { get; }")]
    [InlineData("[{|HF9013:ClientService|}] public static partial Service Front { get; }")]
    [InlineData("[{|HF9013:VolumeClaim(\"1Gi\")|}] public static partial ClaimTemplate Data { get; }")]
    [InlineData("[{|HF9013:PeerList|}] public static partial string Peers { get; }")]
    [InlineData("[{|HF9013:ReplicaService|}] public static partial ReplicaServices Each { get; }")]
    [InlineData("[Sidecar(\"side:1\")] static partial class Side { [{|HF9013:Port(80)|}] public static partial ServicePort Http { get; } }")]
    [InlineData("[ExistingClaim(\"data\", MountPath = \"/data\")] public static partial ExistingClaim Data { get; }")]
    [InlineData("[EphemeralClaim(\"1Gi\", MountPath = \"/data\")] public static partial Volume Data { get; }")]
    [InlineData("[EmptyDir(MountPath = \"/tmp\")] public static partial Volume Data { get; }")]
    public async Task Members(string member)
    {
        await RuleTest.VerifyAsync(Once(members: member));
        await RuleTest.VerifyAsync(Regularly(members: member));
    }

    [Theory]
    [InlineData("[{|HF9013:HeadlessService|}]")]
    [InlineData("[{|HF9013:ClaimRetention(WhenScaled = ClaimRetention.Delete)|}]")]
    [InlineData("[{|HF9013:DisruptionBudget(MaxUnavailable = 1)|}]")]
    [InlineData("[{|HF9013:Autoscaler(1, 2)|}]")]
    [InlineData("[{|HF9013:Quorum|}]")]
    [InlineData("[{|HF9013:Selector(\"app\", \"work\")|}]")]
    [InlineData("[Env(\"ID\", {|HF6010:\"work-$(POD_ORDINAL)\"|})]")]
    [InlineData("[Env(\"ORDINAL\", FieldPath = {|HF9013:\"metadata.labels['apps.kubernetes.io/pod-index']\"|})]")]
    [InlineData("[Env(\"ID\", \"$(POD_NAME)\")]")]
    [InlineData("[Label(\"team\", \"shop\")]")]
    [InlineData("[NetworkPolicy]")]
    [InlineData("[ServiceAccount(Create = true)]")]
    [InlineData("[SecurityContext(ReadOnlyRootFilesystem = true)]")]
    public async Task Attributes(string attribute)
    {
        await RuleTest.VerifyAsync(Once(attributes: attribute));
        await RuleTest.VerifyAsync(Regularly(attributes: attribute));
    }

    [Theory]
    [InlineData("\"work\"")]
    [InlineData("\"work\", Completions = 3, Parallelism = 2, CompletionMode = JobCompletionMode.Indexed, BackoffLimit = 0")]
    [InlineData("\"work\", ActiveDeadlineSeconds = 600, TtlSecondsAfterFinished = 0, RestartPolicy = JobRestartPolicy.OnFailure, Suspend = true")]
    [InlineData("\"work\", BackoffLimit = {|HF6005:-1|}")]
    [InlineData("\"work\", Completions = {|HF6005:-1|}")]
    [InlineData("\"work\", Parallelism = {|HF6005:-1|}")]
    [InlineData("\"work\", ActiveDeadlineSeconds = {|HF6005:-1|}")]
    [InlineData("\"work\", TtlSecondsAfterFinished = {|HF6005:-1|}")]
    [InlineData("\"work\", CompletionMode = {|HF6007:JobCompletionMode.Indexed|}")]
    public Task SettingsOfJobs(string arguments) => RuleTest.VerifyAsync(Once(arguments));

    [Theory]
    [InlineData("\"work\", \"0 3 * * *\"")]
    [InlineData("\"work\", \"@daily\", TimeZone = \"Europe/Berlin\", ConcurrencyPolicy = ConcurrencyPolicy.Allow, StartingDeadlineSeconds = 3600")]
    [InlineData("\"work\", {|HF6008:\"0 3 * *\"|}")]
    [InlineData("\"work\", {|HF6008:\"0 25 * * *\"|}")]
    [InlineData("\"work\", \"@daily\", TimeZone = {|HF6008:\"Local\"|}")]
    [InlineData("\"work\", \"@daily\", StartingDeadlineSeconds = {|HF6005:-1|}")]
    [InlineData("\"work\", \"@daily\", SuccessfulJobsHistoryLimit = {|HF6005:-1|}, FailedJobsHistoryLimit = {|HF6005:-2|}")]
    [InlineData("\"work\", \"@daily\", BackoffLimit = {|HF6005:-1|}")]
    public Task SettingsOfCronJobs(string arguments) => RuleTest.VerifyAsync(Regularly(arguments));

    /// <summary>The hash counts, and so does a dash before it.</summary>
    [Theory]
    [InlineData("\"a123456789b123456789c123456789d123456789e123456789f123\"")]
    [InlineData("{|HF2003:\"a123456789b123456789c123456789d123456789e123456789f1234\"|}")]
    [InlineData("{|HF2003:\"Work\"|}")]
    public Task NamesOfJobs(string name) => RuleTest.VerifyAsync(Once(name));

    [Theory]
    [InlineData("\"a123456789b123456789c123456789d123456789e123456789f1\", \"@daily\"")]
    [InlineData("{|HF2003:\"a123456789b123456789c123456789d123456789e123456789f12\"|}, \"@daily\"")]
    public Task NamesOfCronJobs(string name) => RuleTest.VerifyAsync(Regularly(name));

    [Theory]
    [InlineData("[RunOnce(\"a\")] [{|HF9014:StatefulApp(\"b\")|}]")]
    [InlineData("[StatelessApp(\"a\")] [{|HF9014:RunOnce(\"b\")|}]")]
    [InlineData("[Scheduled(\"a\", \"@daily\")] [{|HF9014:RunOnce(\"b\")|}]")]
    public Task OneKindOnly(string attributes) => RuleTest.VerifyAsync($"using Holdfast; {attributes} [Container(\"a:1\")] partial class A {{ }}");

    [Fact]
    public Task AContainerIsNeeded() => RuleTest.VerifyAsync("using Holdfast; [RunOnce(\"work\")] partial class {|HF9006:Work|} { }");

    [Theory]
    [InlineData("class {|HF9001:Work|} { }")]
    [InlineData("static partial class {|HF9001:Work|} { }")]
    public Task TypeForm(string type) => RuleTest.VerifyAsync("using Holdfast; [Scheduled(\"work\", \"@daily\")] [Container(\"work:1\")] " + type);

    /// <summary>A Job has no address, and pods of a Job are a client like others.</summary>
    [Fact]
    public Task OtherApplicationsReferToJobs() => RuleTest.VerifyAsync(
        Once(),
        """
        using Holdfast;
        [StatefulApp("orders", Replicas = 2)] [Container("orders:1.0")] [NetworkPolicy(Clients = new[] { typeof(Work) })]
        public sealed partial class Orders
        {
            [Port(8080)] public static partial ServicePort Http { get; }
            [AddressOf(typeof(Work), "{|HF9015:{pods}|}")] public static partial string Nowhere { get; }
        }
        """);

    [Fact]
    public async Task SaysWhatToDoInstead()
    {
        var test = new RuleTest();
        test.TestState.Sources.Add(Once(members: "[{|#0:ClientService|}] public static partial Service Front { get; }"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("HF9013", DiagnosticSeverity.Error).WithLocation(0).WithMessage(
            "[ClientService] is for a StatefulSet or Deployment and 'Work' is a Job, whose pods end with their work, so no Service leads to them; move it to the "
            + "[StatefulApp] or [StatelessApp] that clients connect to"));
        await test.RunAsync();
    }

    [Theory]
    [InlineData("[RunOnce]")]
    [InlineData("[RunOnce(")]
    [InlineData("[RunOnce(null)]")]
    [InlineData("[RunOnce(\"work\", CompletionMode = )]")]
    [InlineData("[RunOnce(\"work\", CompletionMode = (JobCompletionMode)42)]")]
    [InlineData("[Scheduled(\"work\")]")]
    [InlineData("[Scheduled(\"work\", )]")]
    [InlineData("[Scheduled(Missing.Name, Missing.Schedule, TimeZone = Missing.Zone)]")]
    public Task SurvivesHalfTypedCode(string attribute) => RuleTest.SurvivesAsync($$"""
        using Holdfast;
        [Container("work:1")]
        {{attribute}}
        partial class Work { [EmptyDir(MountPath = "/tmp")] public static partial Volume Data { get; } }
        """);

    private static string Once(string arguments = "\"work\"", string attributes = "", string members = "") =>
        App($"[RunOnce({arguments})]", attributes, members);

    private static string Regularly(string arguments = "\"work\", \"0 3 * * *\"", string attributes = "", string members = "") =>
        App($"[Scheduled({arguments})]", attributes, members);

    private static string App(string kind, string attributes, string members) => $$"""
        using Holdfast;
        {{kind}} [Container("work:1.0")]
        {{attributes}}
        public sealed partial class Work
        {
            {{members}}
        }
        """;
}
