using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Holdfast.Analyzers.Analysis;
using Holdfast.Analyzers.Generation;
using Holdfast.Engine.Rules;
using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Holdfast.Analyzers.Tests.Generation;

/// <summary>The YAML library is loaded where there is YAML that is not simple, and nothing but that fails where it is missing.</summary>
public class LoadingTests
{
    private const string Library = "YamlDotNet";

    private const string Declaration = """
        [StatefulApp("orders")]
        [Container("orders:1.0")]
        public sealed partial class Orders
        {
            [Port(0)] public static partial ServicePort Http { get; }
        }
        """;

    [Fact]
    public async Task WithoutAPatchNobodyAsksForTheLibrary()
    {
        (string text, string[] ids, bool isAsked) = await RunAsync("using Holdfast; " + Declaration);
        Assert.Contains("kind: StatefulSet", text, StringComparison.Ordinal);
        Assert.Equal(["HF6005"], ids);
        Assert.False(isAsked);
    }

    [Fact]
    public async Task ASimplePatchNeedsNoLibrary()
    {
        (string text, string[] ids, bool isAsked) = await RunAsync("using Holdfast; [Patch(\"spec: {replicas: 7}\")] " + Declaration);
        Assert.Contains("replicas: 7", text, StringComparison.Ordinal);
        Assert.Equal(["HF6005", "HF9012"], ids);
        Assert.False(isAsked);
    }

    [Fact]
    public async Task WithoutTheLibraryAnotherPatchIsLeftOut()
    {
        (string text, string[] ids, bool isAsked) = await RunAsync("using Holdfast; [Patch(\"spec: {replicas: !!int 7}\")] " + Declaration);
        Assert.Contains("replicas: 1", text, StringComparison.Ordinal);
        Assert.Equal(["HF6005", "HF9008"], ids);
        Assert.True(isAsked);
    }

    private static async Task<(string Text, string[] Ids, bool IsAsked)> RunAsync(string source)
    {
        var context = new WithoutLibrary();
        try
        {
            Assembly analyzers = context.LoadFromAssemblyPath(typeof(StatefulAppGenerator).Assembly.Location);
            var generator = (IIncrementalGenerator)Create(analyzers, typeof(StatefulAppGenerator));
            var analyzer = (DiagnosticAnalyzer)Create(analyzers, typeof(DeclarationAnalyzer));
            Assert.NotSame(typeof(StatefulAppGenerator), generator.GetType());

            GeneratorDriverRunResult run = CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: Compilations.ParseOptions)
                .RunGeneratorsAndUpdateCompilation(Compilations.Create(source), out Compilation compilation, out _, TestContext.Current.CancellationToken)
                .GetRunResult();
            Assert.Null(Assert.Single(run.Results).Exception);

            ImmutableArray<Diagnostic> diagnostics = await compilation.WithAnalyzers([analyzer]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
            return (
                Assert.Single(run.GeneratedTrees).ToString(),
                [.. diagnostics.Where(static diagnostic => diagnostic.Severity > DiagnosticSeverity.Info).Select(static diagnostic => diagnostic.Id).Distinct().Order(StringComparer.Ordinal)],
                context.IsAsked);
        }
        finally
        {
            context.Unload();
        }
    }

    private static object Create(Assembly assembly, Type type) => Activator.CreateInstance(assembly.GetType(type.FullName!, throwOnError: true)!)!;

    private sealed class WithoutLibrary() : AssemblyLoadContext("without " + Library, isCollectible: true)
    {
        public bool IsAsked { get; private set; }

        protected override Assembly? Load(AssemblyName assemblyName)
        {
            // The engine is loaded a second time, so that it asks for the library by this context.
            if (assemblyName.Name == typeof(Rule).Assembly.GetName().Name)
            {
                return LoadFromAssemblyPath(typeof(Rule).Assembly.Location);
            }

            if (assemblyName.Name != Library)
            {
                return null;
            }

            IsAsked = true;
            throw new FileNotFoundException(Library);
        }
    }
}
