using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Rules;

[HomeOf("HF3008")]
public class QuantityRuleTests
{
    [Theory]
    [InlineData("10GB")]
    [InlineData("1g")]
    [InlineData("1K")]
    [InlineData("1ki")]
    [InlineData("1gi")]
    [InlineData("1GiB")]
    [InlineData("512MB")]
    [InlineData("1 Gi")]
    [InlineData("1_000")]
    [InlineData("1,5")]
    [InlineData("0x10")]
    [InlineData("1e")]
    [InlineData("1e3Mi")]
    [InlineData("1.2.3")]
    [InlineData("--1")]
    [InlineData("")]
    [InlineData("Gi")]
    [InlineData("0")]
    [InlineData("0Gi")]
    [InlineData("-1Gi")]
    [InlineData("500m")]
    [InlineData("0.1Gi")]
    public Task FiresOnStorage(string size) => RuleTest.VerifyAsync(Source.App(members:
        $$"""[VolumeClaim({|HF3008:"{{size}}"|}, MountPath = "/data")] public static partial ClaimTemplate Data { get; }"""));

    [Theory]
    [InlineData("10Gi")]
    [InlineData("1G")]
    [InlineData("1.5Gi")]
    [InlineData("+1Gi")]
    [InlineData("1e9")]
    [InlineData("1E3")]
    [InlineData("12E2")]
    [InlineData("1073741824")]
    [InlineData("5.")]
    [InlineData("1000000m")]
    [InlineData("7Ei")]
    public Task IsSilentOnStorage(string size) => RuleTest.VerifyAsync(Source.App(members:
        $$"""[VolumeClaim("{{size}}", MountPath = "/data")] public static partial ClaimTemplate Data { get; }"""));

    [Theory]
    [InlineData("CpuRequest = \"500m\", MemoryRequest = \"1Gi\", MemoryLimit = \"1Gi\"")]
    [InlineData("CpuRequest = \"0.5\", CpuLimit = \"2\", MemoryRequest = \"0\"")]
    [InlineData("CpuRequest = {|HF3008:\"500 m\"|}")]
    [InlineData("CpuLimit = {|HF3008:\"two\"|}")]
    [InlineData("CpuLimit = {|HF3008:\"-1\"|}")]
    [InlineData("MemoryRequest = {|HF3008:\"128m\"|}, MemoryLimit = {|HF3008:\"1GB\"|}")]
    public Task Resources(string arguments) => RuleTest.VerifyAsync(Source.App(attributes: $"[Resources({arguments})]"));

    [Fact]
    public Task OtherAmounts() => RuleTest.VerifyAsync(Source.App(
        attributes: "[Resources(EphemeralStorageLimit = {|HF3008:\"1GB\"|})] [ExtendedResource(\"nvidia.com/gpu\", {|HF3008:\"one\"|})]",
        members: "[EphemeralClaim({|HF3008:\"1GB\"|})] public static partial Volume Large { get; } [EmptyDir(SizeLimit = {|HF3008:\"64MB\"|})] public static partial Volume Scratch { get; } [EmptyDir(SizeLimit = \"64Mi\")] public static partial Volume Other { get; }"));

    [Fact]
    public async Task SaysWhatToWrite()
    {
        var test = new RuleTest();
        test.TestState.Sources.Add(Source.App(members: """[VolumeClaim({|#0:"10GB"|}, MountPath = "/data")] public static partial ClaimTemplate Data { get; }"""));
        test.ExpectedDiagnostics.Add(new Microsoft.CodeAnalysis.Testing.DiagnosticResult("HF3008", Microsoft.CodeAnalysis.DiagnosticSeverity.Error)
            .WithLocation(0)
            .WithMessage("'10GB' is not a quantity, so the API server refuses the StatefulSet; write '10Gi'"));
        await test.RunAsync();
    }

    [Theory]
    [InlineData("limits: {memory: null}")]
    [InlineData("requests: {memory: {|HF3008:0.5|}}")]
    [InlineData("requests: {cpu: {|HF3008:-1|}}")]
    [InlineData("requests: {cpu: 0.5, memory: 1000000}")]
    public void NumbersInYaml(string resources) => ManifestRuleTest.Verify(Yaml.Set(container: $"resources: {{{resources}}}"));

    [Theory]
    [InlineData("[VolumeClaim(")]
    [InlineData("[VolumeClaim(1Gi)] public static partial ClaimTemplate Data { get; }")]
    [InlineData("[VolumeClaim(Missing)] public static partial ClaimTemplate Data { get; }")]
    public Task SurvivesHalfTypedCode(string member) => RuleTest.SurvivesAsync(Source.App(members: member));
}
