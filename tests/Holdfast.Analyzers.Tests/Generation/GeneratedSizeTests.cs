using System.Text;
using Holdfast.Benchmarks.Sources;
using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.Analyzers.Tests.Generation;

/// <summary>
/// How much text is generated for a type beside its YAML. The compiler parses and binds all of it in each build and at many edits, so what
/// types have in common belongs into the library.
/// </summary>
public class GeneratedSizeTests
{
    private const int Most = 2048;

    /// <summary>The benchmark's type with the longest names.</summary>
    [Fact]
    public void TypeOfTheBenchmark_IsWithinTheBound() => Check(TypeSources.Holdfast(TypeSources.Count - 1, 0));

    [Fact]
    public void TypeOfTheReadme_IsWithinTheBound()
    {
        const string Begin = "```csharp\n";
        string readme = File.ReadAllText(Path.Combine(RepositoryPaths.Root, "README.md"));
        int start = readme.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        Check(readme[start..readme.IndexOf("```", start, StringComparison.Ordinal)]);
    }

    /// <summary>What a type without members has is what every type has.</summary>
    [Fact]
    public void TypeWithoutMembers_TakesHalfOfThat() =>
        Assert.InRange(BytesBesideYaml("using Holdfast; namespace Shop; [StatefulApp(\"orders\")] [Container(\"orders:1.0\")] sealed partial class Orders { }"), 1, Most / 2);

    private static void Check(string source) => Assert.InRange(BytesBesideYaml(source), 1, Most);

    private static int BytesBesideYaml(string source)
    {
        GeneratorRun run = GeneratorRun.Of(source);
        Assert.Empty(run.Problems);
        string text = Assert.Single(run.Sources).SourceText.ToString();
        string yaml = CSharpSyntaxTree.ParseText(text, Compilations.ParseOptions).GetRoot().DescendantNodes()
            .OfType<VariableDeclaratorSyntax>()
            .Single(static constant => constant.Identifier.Text == "Yaml")
            .Initializer!.Value.ToString();
        return Encoding.UTF8.GetByteCount(text) - Encoding.UTF8.GetByteCount(yaml);
    }
}
