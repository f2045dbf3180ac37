using System.Text;
using Holdfast.Analyzers.ClientCode;
using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Analyzers.Tests.Cost;

/// <summary>The search for methods that make claim templates looks at all files of a project, so a file costs no copy, and an editor can end it.</summary>
public sealed class ClaimTemplateMakersTests
{
    private const int Files = 40;

    private const int Characters = 100_000;

    private const string Maker = """
        public static class Maker
        {
            public static object ToTemplates() => new();
            public static object ToOthers() => new();
            public static void Fill(dynamic set) => set.Spec.VolumeClaimTemplates = ToTemplates();
        }
        """;

    [Fact]
    public void AFileCostsLessThanACopyOfIt()
    {
        (CSharpCompilation compilation, IMethodSymbol maker, IMethodSymbol other) = Compile();

        // What is compiled and made once is not part of it.
        Assert.True(ClaimTemplateMakers.Have(compilation.Clone(), maker, TestContext.Current.CancellationToken));
        long before = GC.GetAllocatedBytesForCurrentThread();
        bool makes = ClaimTemplateMakers.Have(compilation, maker, TestContext.Current.CancellationToken);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.True(makes);
        Assert.False(ClaimTemplateMakers.Have(compilation, other, TestContext.Current.CancellationToken));
        Assert.True(allocated < Files * Characters * sizeof(char) / 10, $"{Files} files of {Characters} characters cost {allocated} bytes.");
    }

    [Fact]
    public void ASearchThatIsCancelledEndsAndTheNextOneFinds()
    {
        (CSharpCompilation compilation, IMethodSymbol maker, _) = Compile();

        Assert.Throws<OperationCanceledException>(() => ClaimTemplateMakers.Have(compilation, maker, new CancellationToken(canceled: true)));
        Assert.True(ClaimTemplateMakers.Have(compilation, maker, TestContext.Current.CancellationToken));
    }

    private static (CSharpCompilation Compilation, IMethodSymbol Maker, IMethodSymbol Other) Compile()
    {
        CSharpCompilation compilation = Compilations.Create(Maker).AddSyntaxTrees(Enumerable.Range(0, Files).Select(static file => CSharpSyntaxTree.ParseText(
            Large($"// {new string('x', Characters)} {file}\n"), Compilations.ParseOptions, $"Large{file}.cs")));
        INamedTypeSymbol type = compilation.GetTypeByMetadataName("Maker")!;
        return (compilation, (IMethodSymbol)type.GetMembers("ToTemplates").Single(), (IMethodSymbol)type.GetMembers("ToOthers").Single());
    }

    /// <summary>As compilers read a large file: in pieces, so that its text is a copy.</summary>
    private static SourceText Large(string text) => SourceText.From(new MemoryStream(Encoding.UTF8.GetBytes(text)));
}
