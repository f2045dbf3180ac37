using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace Holdfast.Analyzers.Tests.Rules;

/// <summary>Objects of <c>[Manifest]</c> that cannot be read, and all other rules inside of them.</summary>
[HomeOf("HF9036")]
public class FurtherObjectRuleTests
{
    private const string Job = "apiVersion: batch/v1\nkind: Job\nmetadata: {name: j}\nspec: {template: {spec: {restartPolicy: Never, containers: [{name: j, image: 'j:1', resources: {requests: {cpu: 1, memory: 1Gi}, limits: {memory: 1Gi}}}]}}}\n";

    private static readonly Dictionary<string, string> Files = new()
    {
        ["k8s/good.yaml"] = Job,
        ["k8s/binary.yaml"] = "a\0b",
    };

    [Theory]
    [InlineData("[{|HF9036:Manifest|}]")]
    [InlineData("[{|HF9036:Manifest()|}]")]
    [InlineData("[Manifest({|HF9036:\"\"|})]")]
    [InlineData("[Manifest(\"a: [{|HF9036:|}\")]")]
    [InlineData("[Manifest(\"{{|HF9036:kind|}: Secret, metadata: {name: s}}\")]")]
    [InlineData("[Manifest(\"{{|HF9036:apiVersion|}: v1, metadata: {name: s}}\")]")]
    [InlineData("[Manifest(\"{apiVersion: v1, kind: Secret, {|HF9036:metadata|}: {}}\")]")]
    [InlineData("[Manifest(\"{apiVersion: v1, kind: Secret, metadata: {name: {|HF9036:''|}}}\")]")]
    [InlineData("[Manifest(\"{apiVersion: kustomize.config.k8s.io/v1beta1, kind: {|HF9036:Kustomization|}, metadata: {name: k}}\")]")]
    [InlineData("[Manifest(\"{apiVersion: v1, kind: Service, metadata: {name: {|HF9036:orders|}}}\")]")]
    [InlineData("[Manifest(\"{apiVersion: v1, kind: Secret, metadata: {name: s}}\")] [Manifest(\"{apiVersion: v1, kind: Secret, metadata: {name: {|HF9036:s|}}}\")]")]
    [InlineData("[Manifest(\"{apiVersion: v1, kind: Secret, metadata: {name: s}}\")] [Manifest(\"{apiVersion: v1, kind: Secret, metadata: {name: s, namespace: other}}\")]")]
    [InlineData("[Manifest(\"{apiVersion: v1, kind: Service, metadata: {name: {|HF9036:orders|}, namespace: shop}}\")]", "\"orders\", Namespace = \"shop\"")]
    [InlineData("[Manifest(\"{apiVersion: v1, kind: Service, metadata: {name: {|HF9036:orders|}}}\")]", "\"orders\", Namespace = \"shop\"")]
    [InlineData("[Manifest(\"{apiVersion: example.com/v1, kind: Service, metadata: {name: any}, what: ever}\")]")]
    [InlineData("[Manifest(File = {|HF9036:\"k8s/god.yaml\"|})]")]
    [InlineData("[Manifest(File = {|HF9036:\"k8s/binary.yaml\"|})]")]
    [InlineData("[Manifest(\"{apiVersion: v1, kind: Secret, metadata: {name: s}}\", File = {|HF9036:\"k8s/good.yaml\"|})]")]
    [InlineData("[Manifest(File = \"k8s/good.yaml\")]")]
    public Task CannotBeRead(string attributes, string app = "\"orders\"") => RuleTest.VerifyWithFilesAsync(Files, Source.App(app, attributes));

    [Theory]
    [InlineData("{apiVersion: v1, kind: Secret, metadata: {name: s}, {|HF9009:datas|}: {}}")]
    [InlineData("{apiVersion: v1, kind: Secret, metadata: {name: s}, immutable: {|HF9010:'true'|}}")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: {|HF2003:Upper|}}}")]
    [InlineData("{apiVersion: {|HF4007:policy/v1beta1|}, kind: PodDisruptionBudget, metadata: {name: b}, spec: {maxUnavailable: 1, selector: {matchLabels: {app.kubernetes.io/name: orders}}}}")]
    [InlineData("{apiVersion: example.com/v1, kind: Secret, metadata: {name: s}, datas: {}}")]
    public Task EveryRuleLooksIntoIt(string yaml) => RuleTest.VerifyAsync(Source.App(attributes: $"[Manifest(\"{yaml}\")]"));

    [Theory]
    [InlineData("[Manifest(\"{apiVersion: v1, kind: Secret, metadata: {name: {|HF9036:s|}}}\")]")]
    [InlineData("[Manifest(\"{apiVersion: v1, kind: ConfigMap, metadata: {name: s}}\")]")]
    [InlineData("[Manifest(\"{apiVersion: v1, kind: Secret, metadata: {name: s, namespace: other}}\")]")]
    public Task OneApplication_MakesAnObject(string attribute) => RuleTest.VerifyAsync(
        Source.App(attributes: "[Manifest(\"{apiVersion: v1, kind: Secret, metadata: {name: s}}\")]"),
        $"using Holdfast; [StatelessApp(\"web\")] [Container(\"web:1\")] {attribute} public sealed partial class Web {{ }}");

    [Fact]
    public Task ANamespace_IsSharedByApplications() => RuleTest.VerifyAsync(
        Source.App("\"orders\", Namespace = \"shop\", CreateNamespace = true"),
        "using Holdfast; [StatelessApp(\"web\", Namespace = \"shop\", CreateNamespace = true)] [Container(\"web:1\")] public sealed partial class Web { }");

    [Fact]
    public async Task APlaceInAFile_IsThere()
    {
        var test = new RuleTest();
        test.AddFiles(new Dictionary<string, string> { ["k8s/x.yaml"] = "apiVersion: v1\r\nkind: Secret\r\nmetadata:\r\n  name: s\r\ndatas: {}\r\n---\r\na: [" });
        test.TestState.Sources.Add(Source.App(attributes: "[Manifest(File = \"k8s/x.yaml\")]"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("HF9036", DiagnosticSeverity.Error).WithSpan("/0/k8s/x.yaml", 7, 5, 7, 5).WithMessage(
            "The YAML of [Manifest] cannot be read: while parsing a node, did not find expected node content, so it is not in the manifest; correct it"));
        await test.RunAsync();
    }

    /// <summary>Once, also where the folder's files are checked by themselves.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AFinding_InAFile_IsThere(bool isManifest)
    {
        var test = new RuleTest();
        if (isManifest)
        {
            test.TestState.AnalyzerConfigFiles.Add(("/.manifests.globalconfig", "is_global = true\n[/0/k8s/x.yaml]\nbuild_metadata.AdditionalFiles.HoldfastManifest = true\n"));
        }

        test.AddFiles(new Dictionary<string, string> { ["k8s/x.yaml"] = "apiVersion: v1\nkind: Secret\nmetadata:\n  name: s\ndatas: {}\n" });
        test.TestState.Sources.Add(Source.App(attributes: "[Manifest(File = \"k8s/x.yaml\")]"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("HF9009", DiagnosticSeverity.Error).WithSpan("/0/k8s/x.yaml", 5, 1, 5, 6).WithMessage(
            "'datas' is not a field of Secret, so the API server refuses the Secret; did you mean 'data'?"));
        await test.RunAsync();
    }

    [Theory]
    [InlineData("[Manifest(")]
    [InlineData("[Manifest(File = )]")]
    [InlineData("[Manifest(Missing)]")]
    [InlineData("[Manifest(42)]")]
    [InlineData("[Manifest(\"a: b\" + )]")]
    [InlineData("[Manifest(File = Missing)]")]
    public Task SurvivesHalfTypedCode(string attribute) => RuleTest.SurvivesAsync(Source.App(attributes: attribute));
}
