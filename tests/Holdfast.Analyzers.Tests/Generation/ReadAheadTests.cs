using System.Collections.Immutable;
using Holdfast.Analyzers.Generation;
using Holdfast.Analyzers.Reading;
using Holdfast.ReadAhead;
using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Holdfast.Analyzers.Tests.Generation;

/// <summary>The first declared type is worked on ahead, once, and nothing but time depends on it.</summary>
public class ReadAheadTests
{
    private const string Declared = """
        using Holdfast;
        namespace Shop;
        [StatefulApp("orders", Replicas = 3)]
        [Container("orders:1.0")]
        partial class Orders
        {
            [Port(8080)] public static partial ServicePort Http { get; }
            [VolumeClaim("10Gi", MountPath = "/data")] public static partial ClaimTemplate Data { get; }
        }
        """;

    [Fact]
    public void TheFirstDeclarationOfAProcessStartsIt_AndNoOther()
    {
        int hasBegun = 0;
        Assert.Null(ReadAheadGenerator.Begin(Compilations.Create("class Nothing { }", "[System.Obsolete] class Old { }"), ref hasBegun, CancellationToken.None));
        Assert.Equal(0, hasBegun);

        Thread thread = Assert.IsType<Thread>(ReadAheadGenerator.Begin(Compilations.Create("class Nothing { }", Declared), ref hasBegun, CancellationToken.None));
        Assert.True(thread.IsBackground);
        thread.Join();

        Assert.Null(ReadAheadGenerator.Begin(Compilations.Create(Declared), ref hasBegun, CancellationToken.None));
    }

    /// <summary>Whichever comes first.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void GeneratedCodeIsTheSame(bool isFirst)
    {
        ISourceGenerator[] both = [new ReadAheadGenerator().AsSourceGenerator(), new StatefulAppGenerator().AsSourceGenerator()];
        CSharpCompilation compilation = Compilations.Create(Declared);
        GeneratorDriverRunResult result = CSharpGeneratorDriver
            .Create(isFirst ? both : both.Reverse(), parseOptions: Compilations.ParseOptions)
            .RunGenerators(compilation, TestContext.Current.CancellationToken)
            .GetRunResult();
        Assert.Empty(result.Diagnostics);
        Assert.Equal(
            GeneratorRun.Driver(Compilations.ParseOptions).RunGenerators(compilation, TestContext.Current.CancellationToken).GetRunResult().GeneratedTrees.Select(static tree => tree.ToString()),
            result.GeneratedTrees.Select(static tree => tree.ToString()));
    }

    [Theory]
    [InlineData(Declared)]
    [InlineData("[Holdfast.StatefulApp] partial class Orders { }")]
    [InlineData("[Holdfast.Scheduled(\"0 3 * * *\")] [Holdfast.Container(\"o:1\")] partial record Orders;")]
    [InlineData("[Holdfast.StatelessApp(\"o\", Replicas = )] [Holdfast.Container(] class Orders {")]
    [InlineData("[StatefulApp(\"o\")] class Orders { } class StatefulAppAttribute(string name) : System.Attribute { public string Name => name; }")]
    [InlineData("[StatefulApp(\"o\")] class Orders { }")]
    public void AnyDeclarationCanBeTheFirst(string source)
    {
        CSharpCompilation compilation = Compilations.Create(source);
        FirstDeclaration.WorkOn(Candidates(compilation).First(), compilation);
    }

    [Fact]
    public void NoExceptionLeavesTheThread()
    {
        CSharpCompilation compilation = Compilations.Create(Declared);
        AppCandidate ofAnother = Candidates(Compilations.Create(Declared)).Single();
        Assert.Throws<ArgumentException>(() => FirstDeclaration.WorkOn(ofAnother, compilation));
        FirstDeclaration.WorkOnSafely(ofAnother, compilation);
    }

    private static ImmutableArray<AppCandidate> Candidates(Compilation compilation) =>
        TreeTypes.Of(compilation.SyntaxTrees.First(), CancellationToken.None).Candidates;
}
