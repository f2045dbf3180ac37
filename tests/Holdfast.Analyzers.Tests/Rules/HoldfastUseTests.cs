using System.Collections.Immutable;
using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Holdfast.Analyzers.Tests.Rules;

/// <summary>Nothing is looked at in a project that uses nothing of Holdfast's; every kind of use is seen.</summary>
public class HoldfastUseTests
{
    private const string TooLong = "an-application-with-a-name-of-more-than-fifty-two-letters";

    [Theory]
    [InlineData($"using Holdfast; [StatefulApp({{|HF2001:\"{TooLong}\"|}})] [Container(\"a:1\")] partial class A {{ }}")]
    [InlineData($"[Holdfast.StatefulApp({{|HF2001:\"{TooLong}\"|}})] [Holdfast.Container(\"a:1\")] partial class A {{ }}")]
    [InlineData($"[global::Holdfast.StatefulApp({{|HF2001:\"{TooLong}\"|}})] [global::Holdfast.Container(\"a:1\")] partial class A {{ }}")]
    [InlineData($"using H = Holdfast; [H.StatefulApp({{|HF2001:\"{TooLong}\"|}})] [H::Container(\"a:1\")] partial class A {{ }}")]
    [InlineData($"using S = Holdfast.StatefulAppAttribute; using C = Holdfast.ContainerAttribute; [S({{|HF2001:\"{TooLong}\"|}})] [C(\"a:1\")] partial class A {{ }}")]
    [InlineData($"namespace Holdfast.Shop {{ [StatefulApp({{|HF2001:\"{TooLong}\"|}})] [Container(\"a:1\")] partial class A {{ }} }}")]
    [InlineData($"namespace Shop {{ using Holdfast; [StatefulApp({{|HF2001:\"{TooLong}\"|}})] [Container(\"a:1\")] partial class A {{ }} }}")]
    public Task WhateverAFileCallsIt(string source) => RuleTest.VerifyAsync(source);

    [Fact]
    public Task AUsingForAllFiles() => RuleTest.VerifyAsync(
        "global using Holdfast;",
        $"[StatefulApp({{|HF2001:\"{TooLong}\"|}})] [Container(\"a:1\")] partial class A {{ }}");

    [Fact]
    public async Task ATypeOfAnotherProjectThatTheFilesDoNotNameHoldfastFor()
    {
        CSharpCompilation shop = (CSharpCompilation)GeneratorRun.Of("""
            namespace Shop;
            [Holdfast.StatelessApp("web", Replicas = 2)] [Holdfast.Container("web:1.0")]
            public sealed partial class Web { [Holdfast.Port(80)] public static partial Holdfast.ServicePort Http { get; } }
            """).Compilation;
        Compilation operations = Compilations.Create("class Use { string Address() => Shop.Web.Http.SrvName; }")
            .WithAssemblyName("Operations")
            .AddReferences(shop.ToMetadataReference());
        ImmutableArray<Diagnostic> found = await operations
            .WithAnalyzers([.. RuleTest.Analyzers], new AnalyzerOptions([], new ProjectProperties(ProjectProperties.None)))
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.Equal("HF9013", Assert.Single(found).Id);
    }
}
