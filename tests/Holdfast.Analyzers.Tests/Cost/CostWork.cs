using System.Collections.Immutable;
using Holdfast.Analyzers.Analysis;
using Holdfast.Analyzers.Generation;
using Holdfast.Benchmarks.Sources;
using Holdfast.Engine.Manifests;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Yaml;
using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Analyzers.Tests.Cost;

/// <summary>
/// Fixed work whose allocations are compared with a file. Each makes what it needs, and gives back what is counted; all of it is done
/// on the thread that asks.
/// </summary>
internal static class CostWork
{
    private const int Types = 100;

    private const int Manifests = 100;

    public static ImmutableSortedDictionary<string, Func<Action>> All { get; } = new Dictionary<string, Func<Action>>(StringComparer.Ordinal)
    {
        ["generator, first pass over 100 types"] = static () =>
        {
            CSharpCompilation compilation = Compilation();
            GeneratorDriver driver = Driver();
            return () => Check(driver.RunGenerators(compilation));
        },
        ["generator, edit of one of 100 types"] = static () =>
        {
            CSharpCompilation compilation = Compilation();
            GeneratorDriver driver = Driver().RunGenerators(compilation);
            SyntaxTree old = compilation.SyntaxTrees[Types / 2];
            CSharpCompilation edited = compilation.ReplaceSyntaxTree(old, CSharpSyntaxTree.ParseText(TypeSources.Holdfast(Types / 2, 1), Compilations.ParseOptions, old.FilePath));
            return () => Check(driver.RunGenerators(edited));
        },
        ["rules over 100 declared types"] = static () =>
        {
            CSharpCompilation compilation = Compilation();
            return () => Judge(compilation);
        },
        ["look through 100 files of code"] = static () =>
        {
            CSharpCompilation compilation = Compilation();
            return () => Assert.Equal(Types, compilation.SyntaxTrees.Count(static tree => !CodeWords.Of(tree, CancellationToken.None).Texts.IsEmpty));
        },
        ["names that 100 declared types make known"] = static () =>
        {
            CSharpCompilation compilation = Compilation();
            return () => Read(compilation);
        },
        ["names that 100 declared types make known, edit of a body"] = static () =>
        {
            CSharpCompilation compilation = Compilation().AddSyntaxTrees(Body(0));
            Read(compilation);
            CSharpCompilation edited = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[Types], Body(1));
            return () => Read(edited);
        },
        ["100 manifests"] = static () =>
        {
            ImmutableArray<ManifestText> files = Files();
            return () => ManifestPass.Run(files);
        },
        ["100 manifests, edit of one"] = static () =>
        {
            ImmutableArray<ManifestText> files = Files();
            ManifestPass.Run(files);
            ImmutableArray<ManifestText> edited = files.SetItem(Manifests / 2, new ManifestText(ManifestSources.PathOf(Manifests / 2), ManifestSources.Text(Manifests / 2, 1)));
            return () => ManifestPass.Run(edited);
        },
        ["read 100 files of YAML"] = static () =>
        {
            (string Text, SourceText Source)[] files = [.. Files().Select(static file => (file.GetText().ToString(), file.GetText()))];
            return () =>
            {
                for (int i = 0; i < files.Length; i++)
                {
                    Assert.Equal(2, YamlReader.Read(files[i].Text, YamlReader.PlacesIn(ManifestSources.PathOf(i), files[i].Source)).Documents.Length);
                }
            };
        },
        ["write 200 objects as YAML"] = static () =>
        {
            MappingNode[] nodes = [.. Files().SelectMany(static file => YamlReader.Read(file.GetText().ToString()).Documents)];
            return () =>
            {
                foreach (MappingNode node in nodes)
                {
                    _ = YamlWriter.Write([node]);
                }
            };
        },
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    private static ImmutableArray<ManifestText> Files() =>
        [.. Enumerable.Range(0, Manifests).Select(static file => new ManifestText(ManifestSources.PathOf(file), ManifestSources.Text(file)))];

    /// <summary>The compiler may bind on several threads, whose allocations would not be counted.</summary>
    private static CSharpCompilation Compilation()
    {
        CSharpCompilation compilation = Compilations.Create([.. Enumerable.Range(0, Types).Select(static type => TypeSources.Holdfast(type, 0))]);
        return compilation.WithOptions(compilation.Options.WithConcurrentBuild(false));
    }

    private static GeneratorDriver Driver() =>
        CSharpGeneratorDriver.Create([new StatefulAppGenerator().AsSourceGenerator()], parseOptions: Compilations.ParseOptions);

    private static void Check(GeneratorDriver driver) => Assert.Equal(Types, driver.GetRunResult().GeneratedTrees.Length);

    private static SyntaxTree Body(int edit) => CSharpSyntaxTree.ParseText(TypeSources.Elsewhere(edit), Compilations.ParseOptions, "Totals.cs");

    private static void Read(CSharpCompilation compilation)
    {
        var options = new AnalyzerOptions([], ManifestText.Options([]).AnalyzerConfigOptionsProvider);
        Assert.Equal(Types, KnownSetsReader.Read(compilation, options).Workloads.Length);
    }

    /// <summary>As <see cref="DeclarationAnalyzer"/> does it, which the compiler would run on other threads.</summary>
    private static void Judge(CSharpCompilation compilation)
    {
        var options = new AnalyzerOptions([], ManifestText.Options([]).AnalyzerConfigOptionsProvider);
        ProjectManifests none = ProjectManifests.Of([]);
        var noCode = new ObjectIndex([]);
        var found = new List<Diagnostic>();
        ManifestSet[] judged =
        [
            .. ComposedApps.In(compilation, options, CancellationToken.None).SelectMany(static declared => declared.Apps).Select(app => AppCheck.Run(
                app, AppCheck.OwnUses(app.App), none, ShippedObjects.None, () => noCode, KubernetesTarget.Default, Location.None, found.Add, isShown: null, CancellationToken.None)),
        ];
        AppCheck.RunAcross(judged, isPutElsewhere: false, found.Add, isShown: null, CancellationToken.None);
        Assert.Equal(Types, judged.Length);
    }
}
