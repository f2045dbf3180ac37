using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Holdfast.Analyzers.Tests.Rules;

/// <summary>What the reader cannot read, patches and texts of files apart.</summary>
[HomeOf("HF9001", "HF9002", "HF9003", "HF9004", "HF9005", "HF9006", "HF9007", "HF9011", "HF9026", "HF9033")]
public class ReadingProblemTests
{
    [Theory]
    [InlineData("class {|HF9001:Orders|} { }")]
    [InlineData("partial class {|HF9001:Orders|}<T> { }")]
    [InlineData("static partial class {|HF9001:Orders|} { }")]
    [InlineData("file partial class {|HF9001:Orders|} { }")]
    [InlineData("partial class Orders { }")]
    [InlineData("partial record Orders { }")]
    [InlineData("internal abstract partial class Orders { }")]
    public Task TypeForm(string type) => RuleTest.VerifyAsync($"using Holdfast; [StatefulApp(\"orders\")] [Container(\"o:1\")] {type}");

    [Fact]
    public Task ContainingTypesCount() => RuleTest.VerifyAsync("""
        using Holdfast;
        class Outer
        {
            partial struct Middle
            {
                [StatefulApp("orders")] [Container("o:1")] partial class {|HF9001:Orders|} { }
            }
        }
        """);

    [Theory]
    [InlineData("[Port(1)] public ServicePort {|HF9002:Http|} { get; }")]
    [InlineData("[Port(1)] public static ServicePort {|HF9002:Http|} { get; }")]
    [InlineData("[Port(1)] public static ServicePort {|HF9002:Http|} => null!;")]
    [InlineData("[Port(1)] public static string {|HF9002:Http|} { get; } = \"\";")]
    [InlineData("[PeerList] public static object {|HF9002:Peers|} { get; } = \"\";")]
    [InlineData("[EmptyDir] [ProjectedSecret(\"s\")] public static partial Volume {|HF9002:All|} { get; }")]
    [InlineData("[ProjectedVolume] [ProjectedSecret(\"s\")] public static partial Volume All { get; }")]
    [InlineData("public static int {|HF9002:Pods|} => 1;")]
    [InlineData("public class {|HF9002:Manifests|} { }")]
    public Task MemberForm(string member) => RuleTest.VerifyAsync(Source.App(members: member));

    [Theory]
    [InlineData("\"get\", {|HF9033:\"silos\"|}")]
    [InlineData("\"get\", {|HF9033:\"pod\"|}")]
    [InlineData("\"get\", {|HF9033:\"StatefulSets\"|}")]
    [InlineData("\"get\", \"silos\", Group = \"orleans.dot.net\"")]
    [InlineData("\"get list, watch\", \"pods,pods/log endpointslices\"")]
    public Task GroupsOfResources(string arguments) => RuleTest.VerifyAsync(Source.App(attributes: $"[Allow({arguments})]"));

    [Theory]
    [InlineData("[ServiceAccount(MountToken = {|HF9024:false|})]")]
    [InlineData("[ServiceAccount(MountToken = true)]")]
    [InlineData("[ServiceAccount(MountToken = false)]", "[ProjectedVolume(MountPath = \"/token\")] [ProjectedToken(\"token\")] public static partial Volume Token { get; }")]
    public Task RightsWithoutAToken(string account, string members = "") => RuleTest.VerifyAsync(Source.App(attributes: account + "[Allow(\"get\", \"pods\")]", members: members));

    [Fact]
    public async Task SaysHowAMemberShouldLook()
    {
        var test = new RuleTest();
        test.TestState.Sources.Add(Source.App(members: "[VolumeClaim(\"1Gi\", MountPath = \"/data\")] internal string {|#0:Data|} { get; set; } = \"\";"));
        test.ExpectedDiagnostics.Add(new Microsoft.CodeAnalysis.Testing.DiagnosticResult("HF9002", DiagnosticSeverity.Error)
            .WithLocation(0)
            .WithMessage("'Data' is not static, so Holdfast cannot implement it; write 'internal static partial ClaimTemplate Data { get; }'"));
        await test.RunAsync();
    }

    [Theory]
    [InlineData("\"{|HF9003:{hots}|}\"")]
    [InlineData("\"a{|HF9003:{|}host\"")]
    [InlineData("\"host{|HF9003:}|}\"")]
    [InlineData("\"{|HF9003:{}|}\"")]
    [InlineData("\"{|HF9003:{host+1}|}\"")]
    [InlineData("\"{|HF9003:{ordinal+x}|}\"")]
    [InlineData("\"{host}:{|HF9003:{Https}|}\"")]
    [InlineData("{|HF9003:\"\\t{hots}\"|}")] // escapes move the text, so the whole argument is marked
    [InlineData("\"{{}}{ordinal + 1}{index-1}{name}{host}{service}{Http}\"")]
    public Task PeerText(string text) => RuleTest.VerifyAsync(Source.App(members: $$"""
        [Port(80)] public static partial ServicePort Http { get; }
        [PeerList(Each = {{text}})] public static partial string Peers { get; }
        """));

    [Theory]
    [InlineData("[ReadinessProbe(HttpPath = \"/\", Port = {|HF9004:\"http\"|})]", "")]
    [InlineData("[LivenessProbe(GrpcPort = {|HF9004:nameof(Orders)|})]", "")]
    [InlineData("[StartupProbe(Port = nameof(Orders.Http))]", "")]
    [InlineData("", "[ClientService(Ports = {|HF9004:new[] { nameof(Http), nameof(Front) }|})] public static partial Service Front { get; }")]
    public Task PortReference(string attributes, string member) => RuleTest.VerifyAsync(Source.App("\"orders\"", attributes, $$"""
        [Port(80)] public static partial ServicePort Http { get; }
        {{member}}
        """));

    [Theory]
    [InlineData("{|HF9007:\"Corp.Example\"|}")]
    [InlineData("{|HF9007:\"corp.example.\"|}")]
    [InlineData("{|HF9007:\"\"|}")]
    [InlineData("\"corp.example\"")]
    public Task ClusterDomain(string zone) => RuleTest.VerifyAsync(Source.App("\"orders\", Namespace = \"shop\", ClusterDomain = " + zone));

    [Theory]
    [InlineData("{|HF9011:\"data\"|}")]
    [InlineData("{|HF9011:nameof(Http)|}")]
    [InlineData("nameof(Data)")]
    [InlineData("nameof(Own)")]
    public Task VolumeReference(string volume) => RuleTest.VerifyAsync(Source.App("\"orders\"", members: $$"""
        [Port(80)] public static partial ServicePort Http { get; }
        [VolumeClaim("1Gi", MountPath = "/data")] public static partial ClaimTemplate Data { get; }
        [Sidecar("side:1")]
        [Mount({{volume}}, "/data")]
        static partial class Side
        {
            [VolumeClaim("1Gi", MountPath = "/own")] public static partial ClaimTemplate Own { get; }
        }
        """));

    [Theory]
    [InlineData("[Sidecar(\"side:1\")] class {|HF9001:Side|} { }")]
    [InlineData("[InitContainer(\"side:1\")] partial class {|HF9001:Side|}<T> { }")]
    [InlineData("[Container(\"side:1\")] static partial class Side { [Port(81)] public static ServicePort {|HF9002:Http|} => null!; }")]
    [InlineData("[Sidecar(\"side:1\", Name = {|HF2003:\"Side\"|})] partial class Side { }")]
    [InlineData("[Sidecar(\"side:1\")] partial class Side { [Port(80, Name = {|HF2003:\"Http\"|})] public static partial ServicePort Http { get; } }")]
    [InlineData("[Sidecar(\"side:1\")] [Resources(MemoryLimit = {|HF3008:\"1GB\"|})] partial class Side { }")]
    [InlineData("[Sidecar(\"side:1\", Name = {|HF2015:\"orders\"|})] partial class Side { }")]
    [InlineData("class NoContainer { }")]
    public Task FurtherContainers(string nested) => RuleTest.VerifyAsync(Source.App("\"orders\"", members: nested));

    [Theory]
    [InlineData("[Env(\"A\", \"b\")] class {|HF9026:Side|} { }")]
    [InlineData("static class {|HF9026:Side|} { [ConfigFile(\"/a\")] const string A = \"a\"; }")]
    [InlineData("[Env(\"A\", \"b\")] abstract class Side { } [Sidecar(\"s:1\")] partial class Real : Side { }")]
    public Task ClassesThatAreNoContainers(string nested) => RuleTest.VerifyAsync(Source.App("\"orders\"", members: nested));

    /// <summary>What only an application can have, on a container of it.</summary>
    [Theory]
    [InlineData("[Sidecar(\"s:1\")] [{|HF9026:PodsMetric(\"a\", Average = \"1\")|}] partial class Side { }")]
    [InlineData("[Sidecar(\"s:1\")] [{|HF9026:Autoscaler(3, 9)|}] [{|HF9026:ContainerMetric(\"cpu\", \"side\", Utilization = 50)|}] partial class Side { }")]
    [InlineData("[InitContainer(\"s:1\")] [{|HF9026:Label(\"a\", \"b\")|}] partial class Side { }")]
    [InlineData("[Sidecar(\"s:1\")] partial class Side : IShared { } [Label(\"a\", \"b\")] interface IShared { }")]
    [InlineData("[Sidecar(\"s:1\")] [Env(\"A\", \"b\")] [Resources(MemoryLimit = \"1Gi\")] partial class Side { }")]
    public Task AttributesOfApplicationsOnContainers(string nested) => RuleTest.VerifyWatchingAsync("HF9026", Source.App("\"orders\"", members: nested));

    [Theory]
    [InlineData("[ConfigFile(\"/conf/a\")] static readonly string {|HF9020:A|} = \"a\";")]
    [InlineData("[ConfigFile(\"/conf/a\")] const int {|HF9020:A|} = 1;")]
    public Task ConfigFilesThatAreNoConstants(string member) => RuleTest.VerifyAsync(Source.App("\"orders\"", members: member));

    [Theory]
    [InlineData("[Sidecar(")]
    [InlineData("[Sidecar] partial class Side {")]
    [InlineData("[Sidecar(null)] [Mount(] partial class Side { [Port(1)] }")]
    [InlineData("[InitContainer(\"a\")] [Mount(nameof(), )] partial class { }")]
    public Task SurvivesHalfTypedContainers(string nested) => RuleTest.SurvivesAsync(Source.App("\"orders\"", members: nested));

    [Fact]
    public Task NoContainer() => RuleTest.VerifyAsync("using Holdfast; [StatefulApp(\"orders\")] partial class {|HF9006:Orders|} { }");

    [Theory]
    [InlineData(LanguageVersion.CSharp12, true)]
    [InlineData(LanguageVersion.CSharp8, true)]
    [InlineData(LanguageVersion.CSharp13, false)]
    [InlineData(LanguageVersion.Latest, false)]
    public async Task LanguageVersions(LanguageVersion version, bool fires)
    {
        var test = new RuleTest();
        string name = fires ? "{|HF9005:Orders|}" : "Orders";
        test.TestState.Sources.Add($$"""using Holdfast; [StatefulApp("orders")] [Container("o:1")] partial class {{name}} { }""");
        test.SolutionTransforms.Add((solution, project) => solution.WithProjectParseOptions(project, Compilations.ParseOptions.WithLanguageVersion(version)));
        test.CompilerDiagnostics = Microsoft.CodeAnalysis.Testing.CompilerDiagnostics.None;
        await test.RunAsync();
    }
}
