using System.Collections.Immutable;
using Holdfast.Tests.Shared;
using k8s.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.Analyzers.Tests.Objects;

/// <summary>Code of a project that references KubernetesClient.</summary>
internal static class KubernetesCode
{
    public static MetadataReference Reference { get; } = MetadataReference.CreateFromFile(typeof(V1StatefulSet).Assembly.Location);

    /// <summary>What such code begins with.</summary>
    public const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;
        using k8s;
        using k8s.Models;

        """;

    public static CSharpCompilation Compile(params string[] sources)
    {
        CSharpCompilation compilation = Compilations.Create(sources).AddReferences(Reference);
        bool isProgram = compilation.SyntaxTrees.Any(static tree => tree.GetRoot().ChildNodes().OfType<GlobalStatementSyntax>().Any());
        return isProgram ? compilation.WithOptions(compilation.Options.WithOutputKind(OutputKind.ConsoleApplication)) : compilation;
    }

    /// <summary>Diagnostics are where the sources mark them.</summary>
    public static Task VerifyAsync(params string[] sources) => Test(sources).RunAsync();

    /// <summary>Half-typed code: nothing is said about it, and nothing fails.</summary>
    public static Task SurvivesAsync(string source)
    {
        RuleTest test = Test(source);
        test.CompilerDiagnostics = Microsoft.CodeAnalysis.Testing.CompilerDiagnostics.None;
        return test.RunAsync();
    }

    public static RuleTest Test(params IEnumerable<string> sources)
    {
        var test = new RuleTest();
        test.TestState.AdditionalReferences.Add(Reference);
        foreach (string source in sources)
        {
            test.TestState.Sources.Add(source);
        }

        return test;
    }

    /// <summary>The errors of the compiler.</summary>
    public static ImmutableArray<Diagnostic> Errors(Compilation compilation) =>
        [.. compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
}
