using Holdfast.Analyzers.Generation;
using Holdfast.Engine.Model.Client;
using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Holdfast.Analyzers.Tests.Typed;

/// <summary>The models are read once for a set of references, and without KubernetesClient nothing of it is written.</summary>
public class TypedIncrementalTests
{
    private const string Orders = """
        using Holdfast;
        [StatefulApp("orders", Replicas = 2)]
        [Container("orders:1.0")]
        public sealed partial class Orders { [Port(8080)] public static partial ServicePort Http { get; } }
        """;

    private const string Other = "class Other { int Value => 1; }";

    [Fact]
    public void AnEditElsewhereRunsNothingAgain()
    {
        CSharpCompilation compilation = ClientReference.Create(Orders, Other);
        GeneratorDriver driver = GeneratorRun.Driver(Compilations.ParseOptions).RunGenerators(compilation, TestContext.Current.CancellationToken);
        GeneratorRunResult result = Run(driver, Edited(compilation));
        Assert.Equal(IncrementalStepRunReason.Cached, Models(result).Reason);
        Assert.NotNull(Models(result).Value);
        Assert.All(Outputs(result), static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void AnotherReferenceWritesNothingAgain()
    {
        CSharpCompilation compilation = ClientReference.Create(Orders, Other);
        GeneratorDriver driver = GeneratorRun.Driver(Compilations.ParseOptions).RunGenerators(compilation, TestContext.Current.CancellationToken);
        GeneratorRunResult result = Run(driver, compilation.AddReferences(MetadataReference.CreateFromFile(typeof(FactAttribute).Assembly.Location)));
        Assert.Equal(IncrementalStepRunReason.Unchanged, Models(result).Reason);
        Assert.All(Outputs(result), static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void WithTheReferenceTheObjectsComeAndGo()
    {
        CSharpCompilation without = Compilations.Create(Orders, Other);
        GeneratorDriver driver = GeneratorRun.Driver(Compilations.ParseOptions).RunGenerators(without, TestContext.Current.CancellationToken);
        string before = Text(driver.GetRunResult().Results.Single());
        Assert.DoesNotContain("k8s", before, StringComparison.Ordinal);

        driver = driver.RunGenerators(without.AddReferences(ClientReference.Value), TestContext.Current.CancellationToken);
        string typed = Text(driver.GetRunResult().Results.Single());
        Assert.Contains("_K::V1StatefulSet StatefulSet", typed, StringComparison.Ordinal);

        // Nothing but lines more: all else is as before.
        string[] lines = typed.Split('\n');
        int next = 0;
        Assert.All(before.Split('\n'), line => Assert.True((next = Array.IndexOf(lines, line, next) + 1) > 0, line));

        Assert.Equal(before, Text(Run(driver, without)));
    }

    [Fact]
    public void WithoutTheReferenceAnEditRunsNothingAgain()
    {
        CSharpCompilation compilation = Compilations.Create(Orders, Other);
        GeneratorDriver driver = GeneratorRun.Driver(Compilations.ParseOptions).RunGenerators(compilation, TestContext.Current.CancellationToken);
        GeneratorRunResult result = Run(driver, Edited(compilation));
        Assert.Equal((null, IncrementalStepRunReason.Cached), Models(result));
        Assert.All(Outputs(result), static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    /// <summary>Two readings are equal, and hold nothing of the compiler.</summary>
    [Fact]
    public void TheModelsArePlainData()
    {
        ClientModels first = (ClientModels)Models(ClientReference.Run(Orders).Result).Value!;
        ClientModels second = (ClientModels)Models(ClientReference.Run(Orders).Result).Value!;
        Assert.NotSame(first, second);
        Assert.Equal(first, second);
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
        Assert.NotEqual(first, (ClientModels)Models(GeneratorRun.Of(Compilations.Create(Orders).AddReferences(new ClientSource().Reference())).Result).Value!);
        Assert.InRange(first.Classes.Count, 100, 400);
        Assert.All(
            typeof(ClientModels).Assembly.GetTypes().Where(static type => type.Namespace == typeof(ClientModels).Namespace)
                .SelectMany(static type => type.GetFields(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)),
            static field => Assert.DoesNotContain("Microsoft.CodeAnalysis", field.FieldType.ToString(), StringComparison.Ordinal));
    }

    private static CSharpCompilation Edited(CSharpCompilation compilation) => compilation.ReplaceSyntaxTree(
        compilation.SyntaxTrees[1],
        CSharpSyntaxTree.ParseText(Other.Replace('1', '2'), Compilations.ParseOptions, compilation.SyntaxTrees[1].FilePath));

    private static GeneratorRunResult Run(GeneratorDriver driver, CSharpCompilation compilation) =>
        driver.RunGenerators(compilation, TestContext.Current.CancellationToken).GetRunResult().Results.Single();

    private static (object? Value, IncrementalStepRunReason Reason) Models(GeneratorRunResult result) =>
        result.TrackedSteps[StatefulAppGenerator.ModelsStep].Single().Outputs.Single();

    private static IEnumerable<IncrementalStepRunReason> Outputs(GeneratorRunResult result) =>
        result.TrackedOutputSteps.SelectMany(static step => step.Value).SelectMany(static step => step.Outputs).Select(static output => output.Reason);

    private static string Text(GeneratorRunResult result) => Assert.Single(result.GeneratedSources).SourceText.ToString();
}
