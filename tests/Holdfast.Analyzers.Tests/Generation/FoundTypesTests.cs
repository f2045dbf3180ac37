using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Holdfast.Analyzers.Tests.Generation;

/// <summary>An application is found however its attribute is written, and nothing else is.</summary>
public class FoundTypesTests
{
    private const string Nothing = "namespace Shop.Other { class Unrelated { } }";

    [Theory]
    [InlineData("using Holdfast; namespace Shop; [StatefulApp(\"orders\")] [Container(\"o:1\")] partial class Orders { }", Nothing)]
    [InlineData("namespace Shop; [global::Holdfast.StatefulAppAttribute(\"orders\")] [Holdfast.Container(\"o:1\")] partial class Orders { }", Nothing)]
    [InlineData("using H = Holdfast; namespace Shop; [H::StatefulApp(\"orders\")] [H.Container(\"o:1\")] partial class Orders { }", Nothing)]
    [InlineData("namespace Shop; [Holdfast.@StatefulAppAttribute(\"orders\")] [Holdfast.Container(\"o:1\")] partial class Orders { }", Nothing)]
    [InlineData("namespace Shop; [Holdfast.Stateful\\u0041pp(\"orders\")] [Holdfast.Container(\"o:1\")] partial class Orders { }", Nothing)]
    [InlineData("using App = Holdfast.StatefulAppAttribute; namespace Shop; [App(\"orders\")] [Holdfast.Container(\"o:1\")] partial class Orders { }", Nothing)]
    [InlineData("namespace Shop { using App = Holdfast.StatelessAppAttribute; namespace Inner { [App(\"orders\")] [Holdfast.Container(\"o:1\")] partial class Orders { } } }", Nothing)]
    [InlineData("namespace Shop; [App(\"orders\")] [Holdfast.Container(\"o:1\")] partial class Orders { }", "global using App = Holdfast.StatefulAppAttribute;")]
    [InlineData("namespace Shop; [RunOnce(\"orders\")] [Container(\"o:1\")] partial class Orders { }", "global using Holdfast;")]
    [InlineData("namespace Shop; static partial class Outer { [Holdfast.StatefulApp(\"orders\")] [Holdfast.Container(\"o:1\")] partial class Orders { } }", Nothing)]
    [InlineData("[Holdfast.Scheduled(\"0 3 * * *\")] [Holdfast.Container(\"o:1\")] partial record Orders;", Nothing)]
    [InlineData("namespace Shop; [Holdfast.Container(\"o:1\")] partial class Orders { }", "namespace Shop; [Holdfast.StatefulApp(\"orders\")] partial class Orders { }")]
    [InlineData("namespace Shop; partial class Orders { } [Holdfast.StatefulApp(\"orders\")] [Holdfast.Container(\"o:1\")] partial class Orders { }", Nothing)]
    [InlineData("namespace Shop; [Holdfast.StatefulApp(\"orders\")] partial class Orders { } [Holdfast.StatelessApp(\"others\")] [Holdfast.Container(\"o:1\")] partial class Orders { }", Nothing)]
    public void AnApplicationIsFoundOnce(string declaration, string other)
    {
        Assert.Single(GeneratorRun.Of(declaration, other).Sources);
        Assert.Single(GeneratorRun.Of(other, declaration).Sources);
    }

    [Theory]
    [InlineData("namespace Shop; [StatefulApp(\"orders\")] partial class Orders { } class StatefulAppAttribute(string name) : System.Attribute { public string Name => name; }")]
    [InlineData("namespace Shop; [StatefulApp(\"orders\")] partial class Orders { }")]
    [InlineData("using StatefulApp = System.ObsoleteAttribute; namespace Shop; [StatefulApp(\"orders\")] partial class Orders { }")]
    [InlineData("namespace Shop; [System.Serializable] partial class Orders { }")]
    [InlineData("namespace Shop; class Orders { [Holdfast.StatefulApp(\"orders\")] void Method() { } }")]
    [InlineData("namespace Shop; [Holdfast.StatefulApp(\"orders\")] enum Orders { }")]
    [InlineData("[assembly: Holdfast.StatefulApp(\"orders\")]")]
    public void NothingElseIs(string source) => Assert.Empty(GeneratorRun.Of(source, Nothing).Sources);

    /// <summary>A using for all files comes and goes in a file that declares nothing.</summary>
    [Fact]
    public void AUsingForAllFilesCountsAtOnce()
    {
        CSharpCompilation without = Compilations.Create("namespace Shop; [App(\"orders\")] [Holdfast.Container(\"o:1\")] partial class Orders { }", Nothing);
        SyntaxTree old = without.SyntaxTrees[1];
        CSharpCompilation with = without.ReplaceSyntaxTree(
            old,
            CSharpSyntaxTree.ParseText("global using App = Holdfast.StatefulAppAttribute;", Compilations.ParseOptions, old.FilePath, cancellationToken: TestContext.Current.CancellationToken));
        GeneratorDriver driver = GeneratorRun.Driver(Compilations.ParseOptions);
        foreach ((CSharpCompilation compilation, int expected) in new[] { (without, 0), (with, 1), (without, 0), (with, 1) })
        {
            driver = driver.RunGenerators(compilation, TestContext.Current.CancellationToken);
            Assert.Equal(expected, driver.GetRunResult().GeneratedTrees.Length);
        }
    }
}
