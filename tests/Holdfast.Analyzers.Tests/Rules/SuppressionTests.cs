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
}
