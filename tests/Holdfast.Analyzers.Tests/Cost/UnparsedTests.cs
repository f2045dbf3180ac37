using System.Collections.Immutable;
using Holdfast.Analyzers.Analysis;
using Holdfast.Analyzers.Generation;
using Holdfast.Benchmarks.Sources;
using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Holdfast.Analyzers.Tests.Cost;

/// <summary>The compiler parses generated code when something first asks for it, and whether Holdfast is in use does not need that.</summary>
public sealed class UnparsedTests
{
    [Fact]
    public void WhetherLibrariesAreThereParsesNoGeneratedCode()
    {
        CSharpCompilation own = Compilations.Create(TypeSources.Holdfast(0, 0));
        CSharpGeneratorDriver.Create([new StatefulAppGenerator().AsSourceGenerator()], parseOptions: Compilations.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(own, out Compilation compilation, out _, TestContext.Current.CancellationToken);
        ImmutableArray<SyntaxTree> generated = [.. compilation.SyntaxTrees.Except(own.SyntaxTrees)];
        Assert.Single(generated);

        Assert.True(HoldfastUse.IsReferenced(compilation));
        Assert.False(HoldfastUse.HasClientModels(compilation));
        Assert.DoesNotContain(generated, static tree => tree.TryGetRoot(out _));

        // The compiler's own look-up parses it.
        _ = compilation.GetTypeByMetadataName("Shop.Nothing");
        Assert.All(generated, static tree => Assert.True(tree.TryGetRoot(out _)));
    }
}
