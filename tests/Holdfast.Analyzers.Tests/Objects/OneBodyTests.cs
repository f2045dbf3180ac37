using System.Collections.Immutable;
using Holdfast.Analyzers.Analysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Holdfast.Analyzers.Tests.Objects;

/// <summary>What compares objects of one method is shown in an open document, if no object of another file makes it wrong.</summary>
public class OneBodyTests
{
    private const string Workload = """
        var web = new V1Deployment
        {
            Metadata = new() { Name = "web" },
            Spec = new()
            {
                Selector = new() { MatchLabels = new Dictionary<string, string> { ["app"] = "orders" } },
                Template = new()
                {
                    Metadata = new() { Labels = new Dictionary<string, string> { ["app"] = "orders" } },
                    Spec = new() { Containers = [new() { Name = "web", Image = "web:1.0", Ports = [new() { ContainerPort = 8080 }] }] },
                },
            },
        };
        """;

    private const string Other = """
        class Other
        {
            object Make() => new V1Pod { Metadata = new() { Name = "other", Labels = new Dictionary<string, string> { ["app"] = "order" } }, Spec = new() { Containers = [new() { Name = "a", Image = "a:1.0" }] } };
        }
        """;

    [Theory]
    [InlineData("order", "class Other { }", true)]
    [InlineData("orders", "class Other { }", false)]
    [InlineData("order", Other, false)]
    public async Task ASelectorThatMatchesNoPods(string app, string other, bool isShown) => Assert.Equal(isShown, (await ShownAsync(
        $$"""var front = new V1Service { Metadata = new() { Name = "front" }, Spec = new() { Selector = new Dictionary<string, string> { ["app"] = "{{app}}" }, Ports = [new() { Port = 80, TargetPort = 8080 }] } };""",
        other)).Contains("HF1016"));

    [Theory]
    [InlineData("80", true)]
    [InlineData("8080", false)]
    public async Task APolicyThatAllowsThePortOfAService(string port, bool isShown) => Assert.Equal(isShown, (await ShownAsync(
        $$"""
        var front = new V1Service { Metadata = new() { Name = "front" }, Spec = new() { Selector = new Dictionary<string, string> { ["app"] = "orders" }, Ports = [new() { Port = 80, TargetPort = 8080 }] } };
        var policy = new V1NetworkPolicy { Metadata = new() { Name = "web" }, Spec = new() { PodSelector = new() { MatchLabels = new Dictionary<string, string> { ["app"] = "orders" } }, Ingress = [new() { Ports = [new() { Port = {{port}} }] }] } };
        """,
        "class Other { }")).Contains("HF5022"));

    /// <summary>What an editor shows in the first file.</summary>
    private static async Task<ImmutableArray<string>> ShownAsync(string body, string other)
    {
        CSharpCompilation compilation = KubernetesCode.Compile(KubernetesCode.Usings + $"class Operator {{ void Make() {{ {Workload} {body} }} }}", KubernetesCode.Usings + other);
        Assert.Empty(KubernetesCode.Errors(compilation));
        CompilationWithAnalyzers analysis = compilation.WithAnalyzers([new ObjectCodeAnalyzer()], new AnalyzerOptions([]));
        ImmutableArray<Diagnostic> shown = await analysis.GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(compilation.SyntaxTrees[0]), null, TestContext.Current.CancellationToken);
        return [.. shown.Select(static diagnostic => diagnostic.Id)];
    }
}
