using System.Collections.Immutable;
using System.Globalization;
using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Holdfast.Analyzers.Tests.Generation;

/// <summary>
/// Mistakes in declarations are said once, whether the compiler stops at them or not. It stops where the declarations of a
/// project have errors, and asks no analyzer then, so the generator says it; editors ask both.
/// </summary>
public class StopTests
{
    private const string Port = "[Port(80)] public static partial ServicePort Http { get; }";

    /// <summary>What the compiler stops at.</summary>
    public static TheoryData<string, string> Stopping => new()
    {
        { "HF9001", $"[StatefulApp(\"orders\")] [Container(\"o:1\")] sealed class Orders {{ {Port} }}" },
        { "HF9001", $"[StatefulApp(\"orders\")] [Container(\"o:1\")] static partial class Orders {{ {Port} }}" },
        { "HF9001", $"[StatefulApp(\"orders\")] [Container(\"o:1\")] partial class Orders<T> {{ {Port} }}" },
        { "HF9001", $"class Outer {{ [StatefulApp(\"orders\")] [Container(\"o:1\")] partial class Orders {{ {Port} }} }}" },
        { "HF9001", $"class Outer {{ partial class Middle {{ [StatelessApp(\"orders\")] [Container(\"o:1\")] partial class Orders {{ {Port} }} }} }}" },
        { "HF9001", $"[StatefulApp(\"orders\")] [Container(\"o:1\")] partial class Orders {{ [Sidecar(\"s:1\")] static class Side {{ {Port} }} }}" },
        { "HF9001", "[StatefulApp(\"orders\")] [Container(\"o:1\")] partial class Orders { } class Orders { }" },
        { "HF9002", App("[Port(80)] public partial ServicePort Http { get; }") },
        { "HF9002", App("[Port(80)] public static partial int Http { get; }") },
        { "HF9002", App("[Port(80)] public static partial ServicePort Http { get; set; }") },
        { "HF9002", App("[Port(80)] public static partial ServicePort Http => null!;") },
        { "HF9002", App("[VolumeClaim(\"1Gi\")] public static partial string Data { get; }") },
        { "HF9002", App("[PeerList] public partial string Peers { get; }") },
        { "HF9002", App("public static partial ServicePort Http { get; }") },
        { "HF9002", App("public partial ClaimTemplate Data { get; }") },
        { "HF9002", App("[System.Obsolete] static partial Service Front { get; }") },
        { "HF9002", App($"[Sidecar(\"s:1\")] static partial class Side {{ public static partial ServicePort Http {{ get; }} }}") },
        { "HF9026", App($"static partial class Side {{ {Port} }}") },
        { "HF9026", App($"[Sidecar(\"s:1\")] static partial class Side {{ [Sidecar(\"t:1\")] static partial class Inner {{ {Port} }} }}") },
        { "HF9026", $"sealed partial class Orders {{ {Port} }}" },
        { "HF9026", $"[Container(\"o:1\")] sealed partial class Orders {{ {Port} }}" },
        { "HF9026", "sealed partial class Orders { public static partial ServicePort Http { get; } }" },
        { "HF9026", $"[Container(\"o:1\")] partial class Orders {{ }} partial class Orders {{ {Port} }} partial class Orders {{ [VolumeClaim(\"1Gi\")] static partial ClaimTemplate Data {{ get; }} }}" },
        { "HF9018", "interface IHave { [Port(80)] static abstract int Http { get; } } [StatefulApp(\"orders\")] [Container(\"o:1\")] partial class Orders : IHave { }" },
    };

    /// <summary>What it does not stop at.</summary>
    public static TheoryData<string, string> Going => new()
    {
        { "HF9001", "[StatefulApp(\"orders\")] [Container(\"o:1\")] sealed class Orders { }" },
        { "HF9001", "[StatefulApp(\"orders\")] [Container(\"o:1\")] static partial class Orders { }" },
        { "HF9001", "class Outer { [StatefulApp(\"orders\")] [Container(\"o:1\")] partial class Orders { } }" },
        { "HF9001", App("[Sidecar(\"s:1\")] static class Side { }") },
        { "HF9002", App("[Port(80)] public static ServicePort Http { get; } = null!;") },
        { "HF9002", App("[Port(80)] public ServicePort Http => null!;") },
        { "HF9002", App("[Port(80)] public static int Http => 80;") },
        { "HF9026", App("[Env(\"A\", \"b\")] static partial class Side { }") },
        { "HF9026", App("static class Side { [Port(80)] static int Http => 80; }") },
        { "HF9026", "[Container(\"o:1\")] sealed class Orders { }" },
        { "HF9026", "sealed class Orders { [ConfigFile(\"/a\")] const string A = \"a\"; }" },
        { "HF9026", "static class Orders { [Sidecar(\"s:1\")] static class Side { } }" },
        { "HF9020", App("[ConfigFile(\"/conf/a\")] static readonly string A = \"a\";") },
        { "HF9020", App("[ConfigFile(\"/conf/a\")] const int A = 1;") },
        { "HF9020", App("[Sidecar(\"s:1\")] static partial class Side { [ConfigFile(\"/conf/a\")] static string A = \"a\"; }") },
    };

    /// <summary>What is right, or not Holdfast's.</summary>
    public static TheoryData<string> Right =>
    [
        App(Port + " [VolumeClaim(\"1Gi\", MountPath = \"/data\")] static partial ClaimTemplate Data { get; }"),
        $"[StatefulApp(\"orders\")] [Container(\"o:1\")] partial class Orders {{ }} partial class Orders {{ {Port} }}",
        App("[Sidecar(\"s:1\")] static partial class Side { }") + $" partial class Orders {{ static partial class Side {{ {Port} }} }}",
        App("class Helper { [System.Obsolete] public int Value { get; } }"),
        "abstract class Base { [Port(80)] public abstract ServicePort Http { get; } } [StatefulApp(\"orders\")] [Container(\"o:1\")] partial class Orders : Base { }",
        "[Label(\"a\", \"b\")] class Base { } [StatefulApp(\"orders\")] [Container(\"o:1\")] partial class Orders : Base { }",
        "[Label(\"a\", \"b\")] abstract class Base { }",
        "[Label(\"a\", \"b\")] interface IHave { [Port(80)] static abstract ServicePort Http { get; } }",
        "abstract class Base { [Sidecar(\"s:1\")] public abstract class Side { } }",
        App("[ConfigFile(\"/conf/a\")] const string A = \"a\";"),
    ];

    [Theory]
    [MemberData(nameof(Stopping))]
    public async Task TheGeneratorSaysWhatStopsTheCompiler(string id, string source)
    {
        (GeneratorRun run, ImmutableArray<Diagnostic> analyzed) = await Run(source);
        Assert.Contains(run.Compilation.GetDeclarationDiagnostics(TestContext.Current.CancellationToken), static problem => problem.Severity == DiagnosticSeverity.Error);
        Diagnostic said = Assert.Single(run.Result.Diagnostics);
        Assert.Equal(id, said.Id);
        Assert.True(said.Location.IsInSource);
        Assert.DoesNotContain(analyzed, other => other.Id == id);
    }

    [Theory]
    [MemberData(nameof(Going))]
    public async Task AnalyzersSayTheRest(string id, string source)
    {
        (GeneratorRun run, ImmutableArray<Diagnostic> analyzed) = await Run(source);
        Assert.DoesNotContain(run.Compilation.GetDeclarationDiagnostics(TestContext.Current.CancellationToken), static problem => problem.Severity == DiagnosticSeverity.Error);
        Assert.Empty(run.Result.Diagnostics);
        Assert.Equal(id, Assert.Single(analyzed).Id);
    }

    [Theory]
    [MemberData(nameof(Right))]
    public async Task NothingIsSaidOfWhatIsRight(string source)
    {
        (GeneratorRun run, ImmutableArray<Diagnostic> analyzed) = await Run(source);
        Assert.Empty(run.Problems.Where(static problem => problem.Severity == DiagnosticSeverity.Error));
        Assert.Empty(run.Result.Diagnostics);
        Assert.Empty(analyzed);
    }

    [Theory]
    [InlineData("sealed partial class Orders { public static partial ServicePort Http { get; } }", "'Orders' has members for Holdfast to implement and is not an application, so Holdfast does not read it, and it is in no manifest and its members have no other half; add [StatefulApp(\"orders\")] or [StatelessApp]")]
    [InlineData("[StatefulApp(\"orders\")] [Container(\"o:1\")] partial class Orders { public static partial ServicePort Http { get; } }", "'Http' has no attribute that says what it is, so Holdfast cannot implement it; write '[Port(8080)] static partial ServicePort Http { get; }'")]
    [InlineData("[StatefulApp(\"orders\")] [Container(\"o:1\")] partial class Orders { partial class Side { [Port(80)] static partial ServicePort Http { get; } } }", "'Side' has [Port] and is not a container of 'Orders', so Holdfast does not read it, and it is in no manifest and its members have no other half; add [Sidecar(\"image:tag\")], [InitContainer] or [Container] to it, or move the attributes to 'Orders'")]
    public async Task SaysWhatToDo(string source, string message) =>
        Assert.Equal(message, Assert.Single((await Run(source)).Run.Result.Diagnostics).GetMessage(CultureInfo.InvariantCulture));

    /// <summary>A language version is the project's matter, and has no place.</summary>
    [Fact]
    public async Task AnOldLanguageIsSaidOnce()
    {
        (GeneratorRun run, ImmutableArray<Diagnostic> analyzed) = await Run(App(Port), LanguageVersion.CSharp12);
        Assert.Equal("HF9005", Assert.Single(run.Result.Diagnostics).Id);
        Assert.Empty(analyzed);

        (run, analyzed) = await Run(App(""), LanguageVersion.CSharp12);
        Assert.Empty(run.Result.Diagnostics);
        Assert.Equal("HF9005", Assert.Single(analyzed).Id);
    }

    [Theory]
    [InlineData("class Other { }", "class Other { int _a; }")] // another file
    [InlineData("class Other { }", "class Other { } class More { }")]
    public void AnEditElsewhereSaysNothingAgain(string from, string to)
    {
        CSharpCompilation before = Compilations.Create("using Holdfast;" + App("[Port(80)] public partial ServicePort Http { get; }"), "using Holdfast; sealed partial class Lost { " + Port + " }", from);
        GeneratorDriver driver = GeneratorRun.Driver(Compilations.ParseOptions).RunGenerators(before, TestContext.Current.CancellationToken);
        GeneratorRunResult result = driver
            .RunGenerators(before.ReplaceSyntaxTree(before.SyntaxTrees[2], CSharpSyntaxTree.ParseText(to, Compilations.ParseOptions, "/src/File2.cs", cancellationToken: TestContext.Current.CancellationToken)), TestContext.Current.CancellationToken)
            .GetRunResult().Results.Single();
        Assert.Equal(["HF9002", "HF9026"], result.Diagnostics.Select(static diagnostic => diagnostic.Id).Order());
        Assert.All(
            result.TrackedOutputSteps.SelectMany(static step => step.Value).SelectMany(static step => step.Outputs),
            static output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
    }

    private static string App(string members) => $"[StatefulApp(\"orders\")] [Container(\"o:1\")] partial class Orders {{ {members} }}";

    /// <summary>The declarations' own mistakes: what rules would advise is another matter.</summary>
    private static async Task<(GeneratorRun Run, ImmutableArray<Diagnostic> Analyzed)> Run(string source, LanguageVersion version = LanguageVersion.CSharp13)
    {
        GeneratorRun run = GeneratorRun.Of(Compilations.Create(Compilations.ParseOptions.WithLanguageVersion(version), NullableContextOptions.Enable, "using Holdfast;\n" + source));
        ImmutableArray<Diagnostic> analyzed = await run.Compilation.WithAnalyzers([.. RuleTest.Analyzers]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return (run, [.. analyzed.Where(static diagnostic => diagnostic.Id.StartsWith("HF90", StringComparison.Ordinal))]);
    }
}
