using System.Collections.Immutable;
using Holdfast.Analyzers.Analysis;
using Holdfast.Benchmarks.Sources;
using Holdfast.Engine.Naming;
using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using ManifestText = Holdfast.Benchmarks.Sources.ManifestText;

namespace Holdfast.Analyzers.Tests.Cost;

/// <summary>
/// What an editor asks for after each key: the findings of one file. No declared type is read again for it, unless something changed that
/// a declaration can see.
/// </summary>
public sealed class EditTests
{
    private const int Types = 20;

    private const string Code = """
        using System;
        namespace Shop;
        public static class Client
        {
            public const string Suffix = ".orders-1";
            public static int Retries = 1;
            public static string Of(int replica)
            {
                int total = 1;
                Console.WriteLine("http://orders-1-0.ordres-1:8080" + total);
                return "orders-1-0" + Suffix + Retries;
            }

            public static int Total => 1;
        }
        """;

    private static readonly AnalyzerOptions Options = new([], ManifestText.Options([]).AnalyzerConfigOptionsProvider);

    [Theory]
    [InlineData("int total = 1;", "int total = 2; int more = total;")]
    [InlineData("int Retries = 1", "int Retries = 2")]
    [InlineData("int Total => 1", "int Total => 2")]
    [InlineData("using System;", "using System; // all of it")]
    public void AnEditInsideOfABodyReadsNothing(string before, string after)
    {
        CSharpCompilation compilation = Compilation();
        KnownSets first = Read(compilation);
        CSharpCompilation edited = compilation;
        for (int edit = 0; edit < 10; edit++)
        {
            edited = Edit(edited, Types, edit % 2 == 0 ? before : after, edit % 2 == 0 ? after : before);
            Assert.Same(first, Read(edited));
        }

        Assert.Equal(Types, first.Workloads.Length);
    }

    [Theory]
    [InlineData(Types, "Suffix = \".orders-1\"", "Suffix = \".orders-2\"")]
    [InlineData(Types, "using System;", "using System; using Holdfast;")]
    [InlineData(Types, "int Total => 1;", "int Total => 1; public static int More => 2;")]
    [InlineData(3, "Replicas = 3", "Replicas = 4")]
    [InlineData(3, "[Env(\"LOG_LEVEL\", \"info\")]", "")]
    public void AnEditThatDeclarationsMaySeeReadsThemAgain(int file, string before, string after)
    {
        CSharpCompilation compilation = Compilation();
        KnownSets first = Read(compilation);
        Assert.NotSame(first, Read(Edit(compilation, file, before, after)));
        Assert.Same(Read(compilation), Read(compilation));
    }

    [Fact]
    public void OtherReferencesAndOptionsReadThemAgain()
    {
        CSharpCompilation compilation = Compilation();
        KnownSets first = Read(compilation);
        Assert.NotSame(first, Read(compilation.AddReferences(Compilations.Create("namespace Other; public class A;").ToMetadataReference())));
        Assert.NotSame(Read(compilation), Read(compilation.WithOptions(compilation.Options.WithNullableContextOptions(NullableContextOptions.Disable))));
        Assert.NotSame(Read(compilation), Read(compilation.RemoveSyntaxTrees(compilation.SyntaxTrees[3])));
        Assert.NotSame(
            Read(compilation),
            KnownSetsReader.Read(compilation, new AnalyzerOptions([], new ProjectProperties(new Dictionary<string, string> { ["HoldfastReplicas"] = "5" }))));
    }

    [Fact]
    public async Task TheFindingsOfAnEditedFileAreThoseOfTheFileAsItIs()
    {
        CSharpCompilation compilation = Compilation();
        Assert.Equal(["HF2004"], await FindingsIn(compilation));
        compilation = Edit(compilation, Types, "orders-1-0.ordres-1:8080", "orders-1-0.orders-1:8080");
        Assert.Empty(await FindingsIn(compilation));
        compilation = Edit(compilation, Types, "orders-1-0.orders-1:8080", "orders-1-0.ordres-1:8080");
        Assert.Equal(["HF2004"], await FindingsIn(compilation));
        compilation = Edit(compilation, 1, "\"orders-1\"", "\"orders-one\"");
        Assert.Empty(await FindingsIn(compilation));
    }

    private static async Task<IEnumerable<string>> FindingsIn(CSharpCompilation compilation)
    {
        CompilationWithAnalyzers analysis = compilation.WithAnalyzers([new NameLiteralAnalyzer()], Options);
        ImmutableArray<Diagnostic> found = await analysis.GetAnalyzerSemanticDiagnosticsAsync(
            compilation.GetSemanticModel(compilation.SyntaxTrees[Types]), null, TestContext.Current.CancellationToken);
        return found.Select(static diagnostic => diagnostic.Id);
    }

    private static KnownSets Read(Compilation compilation) => KnownSetsReader.Read(compilation, Options);

    private static CSharpCompilation Compilation() => Compilations.Create([.. Enumerable.Range(0, Types).Select(static type => TypeSources.Holdfast(type, 0)), Code]);

    /// <summary>As an editor does it: what did not change is the tree that was there.</summary>
    private static CSharpCompilation Edit(CSharpCompilation compilation, int file, string before, string after)
    {
        SyntaxTree tree = compilation.SyntaxTrees[file];
        SourceText text = tree.GetText();
        int place = text.ToString().IndexOf(before, StringComparison.Ordinal);
        Assert.True(place >= 0, before);
        return compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(text.WithChanges(new TextChange(new TextSpan(place, before.Length), after))));
    }
}
