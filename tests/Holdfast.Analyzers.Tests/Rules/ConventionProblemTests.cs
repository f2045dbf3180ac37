using System.Collections.Immutable;
using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Holdfast.Analyzers.Tests.Rules;

/// <summary>What an interface or base class declares and no application can take over.</summary>
[HomeOf("HF9018")]
public class ConventionProblemTests
{
    [Theory]
    [InlineData("[Env(\"A\", \"b\")] interface ITeam<T> { }", "ITeam<int>")]
    [InlineData("interface ITeam<T> { [Port(1)] static abstract ServicePort Http { get; } }", "ITeam<int>", "public static ServicePort Http => null!;")]
    [InlineData("abstract class Team<T> { [ConfigFile(\"/a\")] public const string Text = \"\"; }", "Team<string>")]
    [InlineData("[Env(\"A\", \"b\")] interface ITeam<T> { } interface IDerived : ITeam<int> { }", "IDerived")]
    [InlineData("class Outer<T> { [Env(\"A\", \"b\")] public interface ITeam { } }", "Outer<int>.ITeam")]
    [InlineData("interface ITeam { [Port(1)] static virtual ServicePort Http => null!; }", "ITeam")]
    [InlineData("abstract class Team { [Port(1)] public static ServicePort Http => null!; }", "Team")]
    [InlineData("abstract class Team { [Port(1)] public virtual ServicePort Http => null!; }", "Team")]
    [InlineData("abstract class Team { [Sidecar(\"a:1\")] public class Side { } }", "Team")]
    public Task Fires(string convention, string entry, string byHand = "") => RuleTest.VerifyAsync($$"""
        using Holdfast;
        {{convention}}
        [StatefulApp("orders")] [Container("orders:1")] partial class Orders : {|HF9018:{{entry}}|} { {{byHand}} }
        """);

    /// <summary>The compiler, too, says that such a member is missing.</summary>
    [Theory]
    [InlineData("static abstract string Http { get; }")]
    [InlineData("static abstract ServicePort Http { get; set; }")]
    [InlineData("static abstract ServicePort Http { set; }")]
    [InlineData("internal static abstract ServicePort Http { get; }")]
    public async Task FiresForAMemberOfAnotherForm(string member)
    {
        var test = new RuleTest { CompilerDiagnostics = Microsoft.CodeAnalysis.Testing.CompilerDiagnostics.None };
        test.TestState.Sources.Add($$"""
            using Holdfast;
            interface ITeam { [Port(1)] {{member}} }
            [StatefulApp("orders")] [Container("orders:1")] partial class Orders : {|HF9018:ITeam|} { }
            """);
        await test.RunAsync();
    }

    [Theory]
    [InlineData("interface ITeam<T> { T Value => default!; }", "ITeam<int>")]
    [InlineData("interface ITeam { [Port(1)] static abstract ServicePort Http { get; } }", "ITeam")]
    [InlineData("interface ITeam { [Port(1)] static abstract ServicePort Http { get; } } abstract class Team : ITeam { public static ServicePort Http => null!; }", "Team, ITeam")]
    [InlineData("abstract class Team { [Port(1)] internal abstract ServicePort Http { get; } }", "Team")]
    [InlineData("[Env(\"A\", \"b\")] interface ITeam { }", "ITeam, System.Collections.Generic.IEqualityComparer<int>", "public bool Equals(int a, int b) => a == b; public int GetHashCode(int a) => a;")]
    public Task IsSilent(string convention, string bases, string members = "") => RuleTest.VerifyAsync($$"""
        using Holdfast;
        {{convention}}
        [StatefulApp("orders")] [Container("orders:1")] partial class Orders : {{bases}} { {{members}} }
        """);

    [Theory]
    [InlineData("[Env(] interface ITeam { [Port(] static abstract ServicePort Http { get; } }", "ITeam, , IMissing<")]
    [InlineData("interface ITeam { [Port(1)] static abstract Missing Http { get; } }", "ITeam")]
    [InlineData("class Team : Orders { [Port(1)] public abstract ServicePort Http { get; } }", "Team")]
    [InlineData("[Env(\"A\", Environment = )] interface ITeam : ITeam { }", "ITeam")]
    public Task SurvivesHalfTypedCode(string convention, string bases) => RuleTest.SurvivesAsync($$"""
        using Holdfast;
        {{convention}}
        [StatefulApp("orders")] [Container("orders:1")] partial class Orders : {{bases}} { }
        """);

    [Fact]
    public async Task SaysWhatToDo()
    {
        var test = new RuleTest();
        test.TestState.Sources.Add("""
            using Holdfast;
            interface ITeam<T> { [Port(1)] static virtual ServicePort Http => null!; }
            abstract class Team { [Port(1)] public virtual ServicePort Http => null!; }
            [StatefulApp("orders")] [Container("orders:1")] partial class Orders : {|#0:Team|}, {|#1:ITeam<int>|} { }
            """);
        test.ExpectedDiagnostics.Add(new Microsoft.CodeAnalysis.Testing.DiagnosticResult("HF9018", DiagnosticSeverity.Error)
            .WithLocation(0)
            .WithMessage("'Team.Http' is not abstract, so 'Orders' does not use its declarations and they are not in the manifest; declare 'public abstract ServicePort Http { get; }' there"));
        test.ExpectedDiagnostics.Add(new Microsoft.CodeAnalysis.Testing.DiagnosticResult("HF9018", DiagnosticSeverity.Error)
            .WithLocation(1)
            .WithMessage("'ITeam<int>' is generic, so 'Orders' does not use its declarations and they are not in the manifest; move its attributes to an interface or class without type parameters"));
        await test.RunAsync();
    }

    /// <summary>In an editor the other project is source too, and a finding in it would be refused by the compiler.</summary>
    [Fact]
    public async Task WhatAnotherProjectDeclares_IsSaidAtTheBaseList()
    {
        CSharpCompilation team = Compilations.Create("""
            using Holdfast;
            [Label("not a key!", "x")]
            [Resources(MemoryRequest = "much")]
            public interface ITeam { [Port(99999)] static abstract ServicePort Http { get; } }
            """).WithAssemblyName("Team");
        CSharpCompilation consumer = Compilations.Create("""
            using Holdfast;
            [StatefulApp("orders")] [Container("orders:1")] partial class Orders : ITeam { }
            """).AddReferences(team.ToMetadataReference());
        GeneratorRun run = GeneratorRun.Of(consumer);
        Assert.Empty(run.Problems);
        Diagnostic[] found =
        [
            .. (await run.Compilation.WithAnalyzers([.. RuleTest.Analyzers]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken))
                .Where(static diagnostic => diagnostic.Severity > DiagnosticSeverity.Info),
        ];
        Assert.Equal(["HF2016", "HF3008", "HF6005"], found.Select(static diagnostic => diagnostic.Id).Order());
        Assert.All(found, static diagnostic => Assert.Equal("ITeam", diagnostic.Location.SourceTree!.ToString().Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length)));
    }
}
