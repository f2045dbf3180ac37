using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace Holdfast.Analyzers.Tests.Rules;

/// <summary>Rules are suppressed and re-graded in the ways that C# developers know.</summary>
public class SuppressionTests
{
    private const string Claim = "[VolumeClaim(\"10GB\", MountPath = \"/data\")] public static partial ClaimTemplate Data { get; }";

    [Fact]
    public Task ByPragma() => RuleTest.VerifyAsync(Source.App(members: $"""

        #pragma warning disable HF3008
            {Claim}
        #pragma warning restore HF3008
        """));

    [Theory]
    [InlineData("[System.Diagnostics.CodeAnalysis.SuppressMessage(\"Holdfast.Storage\", \"HF3008\")]", "")]
    [InlineData("", "[System.Diagnostics.CodeAnalysis.SuppressMessage(\"Holdfast.Storage\", \"HF3008\", Justification = \"tried\")]")]
    public Task ByAttribute(string onType, string onMember) => RuleTest.VerifyAsync(Source.App(attributes: onType, members: onMember + Claim));

    [Theory]
    [InlineData("none", null)]
    [InlineData("warning", DiagnosticSeverity.Warning)]
    [InlineData("suggestion", DiagnosticSeverity.Info)]
    public async Task ByEditorConfig(string severity, DiagnosticSeverity? expected)
    {
        var test = new RuleTest();
        test.TestState.Sources.Add(Source.App(members: "[VolumeClaim({|#0:\"10GB\"|}, MountPath = \"/data\")] public static partial ClaimTemplate Data { get; }"));
        test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", $"root = true\n[*.cs]\ndotnet_diagnostic.HF3008.severity = {severity}\n"));
        if (expected is { } value)
        {
            test.ExpectedDiagnostics.Add(new DiagnosticResult("HF3008", value).WithLocation(0));
        }

        await test.RunAsync();
    }

    /// <summary>One rule of each family, and those that wait for the end of the compilation.</summary>
    public static TheoryData<string> OfEachFamily => ["HF1002", "HF1007", "HF2003", "HF3008", "HF4005", "HF5003", "HF6001", "HF9004"];

    [Theory]
    [MemberData(nameof(OfEachFamily))]
    public async Task EachFamilyIsFoundWhereNothingIsSuppressed(string id) => Assert.Contains(
        id,
        (await RulePage.Analyze(Wrong(id)).Analysis.GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken)).Select(static diagnostic => diagnostic.Id));

    [Theory]
    [MemberData(nameof(OfEachFamily))]
    public Task EachFamilyByPragma(string id) => RuleTest.VerifyAsync($"#pragma warning disable {id}\n{Wrong(id)}");

    [Theory]
    [MemberData(nameof(OfEachFamily))]
    public Task EachFamilyByAttribute(string id) => RuleTest.VerifyAsync(Wrong(id).Replace(
        "[StatefulApp(",
        $"[System.Diagnostics.CodeAnalysis.SuppressMessage(\"Holdfast\", \"{id}\")]\n[StatefulApp(",
        StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(OfEachFamily))]
    public async Task EachFamilyByEditorConfig(string id)
    {
        var test = new RuleTest();
        test.TestState.Sources.Add(Wrong(id));
        test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", $"root = true\n[*.cs]\ndotnet_diagnostic.{id}.severity = none\n"));
        await test.RunAsync();
    }

    private static string Wrong(string id) => RulePage.Example(id, "Wrong").Text;
}
