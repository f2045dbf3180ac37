using System.Collections.Immutable;
using System.Reflection;
using Holdfast.Analyzers.Generation;
using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Holdfast.CodeFixes.Tests;

/// <summary>
/// Every fix that is offered for the wrong example of a rule's page, or for a declaration of <c>samples/Mistakes</c>: the result
/// compiles, the diagnostic is gone, and no other one has come.
/// </summary>
public class EveryFixTests
{
    private static readonly string Sample = Path.Combine(RepositoryPaths.Root, "samples/Mistakes");

    private static readonly ImmutableArray<CodeFixProvider> Fixes =
    [
        .. typeof(DiagnosticCodeFix).Assembly.GetTypes()
            .Where(static type => !type.IsAbstract && typeof(CodeFixProvider).IsAssignableFrom(type))
            .OrderBy(static type => type.Name, StringComparer.Ordinal)
            .Select(static type => (CodeFixProvider)Activator.CreateInstance(type)!),
    ];

    public static TheoryData<string> Pages => [.. Catalogue.All.Select(static descriptor => descriptor.Id).Where(static id => Fixable(id) && RulePage.Example(id, "Wrong").Language == "csharp")];

    /// <summary>All but HF4009: once one of two sets of a name is back where it was, the other is a set beside it.</summary>
    public static TheoryData<string> IndependentPages => [.. Catalogue.All.Select(static descriptor => descriptor.Id).Where(static id => id != "HF4009" && Fixable(id) && RulePage.Example(id, "Wrong").Language == "csharp")];

    public static TheoryData<string> SampleFiles => [.. Directory.EnumerateFiles(Sample, "*.cs").Select(static file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task MendsTheExampleOfThePage(string id) => await ApplyEach(RulePage.Example(id, "Wrong").Text, id, RulePage.Shipped(id));

    [Theory]
    [MemberData(nameof(SampleFiles))]
    public async Task MendsTheSample(string file)
    {
        string[] further = file == "Shop.cs" ? [] : [await File.ReadAllTextAsync(Path.Combine(Sample, "Shop.cs"), TestContext.Current.CancellationToken)];
        await ApplyEach(
            await File.ReadAllTextAsync(Path.Combine(Sample, file), TestContext.Current.CancellationToken),
            null,
            file == "Upgrades.cs" ? await File.ReadAllTextAsync(Path.Combine(Sample, "kubernetes.shipped/upgrades.yaml"), TestContext.Current.CancellationToken) : null,
            further);
    }

    /// <summary>Fix-all makes of two declarations what one gets by taking one offer after the other.</summary>
    [Theory]
    [MemberData(nameof(IndependentPages))]
    public async Task MendsAllAtOnceAsOneByOne(string id)
    {
        string source = Twice(RulePage.Example(id, "Wrong").Text);
        foreach (CodeFixProvider fix in Fixes.Where(fix => fix.FixableDiagnosticIds.Contains(id)))
        {
            using var workspace = new AdhocWorkspace();
            Document document = Add(workspace, source, []);
            foreach (string key in (await Offers(document, fix, id, RulePage.Shipped(id))).Select(static offer => offer.Action.EquivalenceKey!).Distinct())
            {
                Assert.Equal(await OneByOne(document, fix, id, key, RulePage.Shipped(id)), await AllAtOnce(document, fix, id, key, RulePage.Shipped(id)));
            }
        }
    }

    private static async Task<string> OneByOne(Document document, CodeFixProvider fix, string id, string key, string? shipped)
    {
        const int Limit = 20;
        for (int i = 0; i < Limit; i++)
        {
            (_, CodeAction? next) = (await Offers(document, fix, id, shipped)).FirstOrDefault(offer => offer.Action.EquivalenceKey == key);
            if (next is null)
            {
                return (await document.GetTextAsync(TestContext.Current.CancellationToken)).ToString();
            }

            document = await Changed(document, next);
        }

        throw new InvalidOperationException($"{id} is not mended after {Limit} fixes.");
    }

    private static async Task<string> AllAtOnce(Document document, CodeFixProvider fix, string id, string key, string? shipped)
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        (ImmutableArray<Diagnostic> found, _) = await Judge(document, shipped);
        var context = new FixAllContext(document, fix, FixAllScope.Document, key, [id], new Found([.. found.Where(diagnostic => diagnostic.Id == id && diagnostic.Location.IsInSource)]), cancellationToken);
        CodeAction? all = await fix.GetFixAllProvider()!.GetFixAsync(context);
        Assert.NotNull(all);
        return (await (await Changed(document, all)).GetTextAsync(cancellationToken)).ToString();
    }

    private static async Task<List<(Diagnostic Diagnostic, CodeAction Action)>> Offers(Document document, CodeFixProvider fix, string id, string? shipped)
    {
        (ImmutableArray<Diagnostic> found, _) = await Judge(document, shipped);
        var offers = new List<(Diagnostic, CodeAction)>();
        foreach (Diagnostic diagnostic in found.Where(diagnostic => diagnostic.Id == id && diagnostic.Location.IsInSource).OrderBy(static diagnostic => diagnostic.Location.SourceSpan))
        {
            await fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => offers.Add((diagnostic, action)), TestContext.Current.CancellationToken));
        }

        return offers;
    }

    private static async Task<Document> Changed(Document document, CodeAction action) =>
        Assert.Single((await action.GetOperationsAsync(TestContext.Current.CancellationToken)).OfType<ApplyChangesOperation>()).ChangedSolution.GetDocument(document.Id)!;

    /// <summary>The same declarations in two namespaces; once, where they stand in one of their own.</summary>
    private static string Twice(string source)
    {
        CompilationUnitSyntax unit = SyntaxFactory.ParseCompilationUnit(source, options: Compilations.ParseOptions);
        if (unit.AttributeLists.Count > 0 || unit.Members.Any(static member => member is BaseNamespaceDeclarationSyntax or GlobalStatementSyntax))
        {
            return source;
        }

        int start = unit.Usings.LastOrDefault()?.FullSpan.End ?? 0;
        string declarations = source[start..];
        return $"{source[..start]}namespace First\n{{\n{declarations}\n}}\n\nnamespace Second\n{{\n{declarations}\n}}\n";
    }

    /// <summary>The mistakes that have one obvious mend.</summary>
    [Theory]
    [InlineData("HF1001")]
    [InlineData("HF1002")]
    [InlineData("HF2001")]
    [InlineData("HF2002")]
    [InlineData("HF2003")]
    [InlineData("HF3001")]
    [InlineData("HF3008")]
    [InlineData("HF3011")]
    [InlineData("HF3012")]
    [InlineData("HF1010")]
    [InlineData("HF1014")]
    [InlineData("HF2012")]
    [InlineData("HF2015")]
    [InlineData("HF3016")]
    [InlineData("HF4001")]
    [InlineData("HF4002")]
    [InlineData("HF4003")]
    [InlineData("HF4004")]
    [InlineData("HF4008")]
    [InlineData("HF4009")]
    [InlineData("HF5003")]
    [InlineData("HF5004")]
    [InlineData("HF5015")]
    public async Task OffersAMend(string id) => Assert.NotEqual(0, await ApplyEach(RulePage.Example(id, "Wrong").Text, id, RulePage.Shipped(id)));

    [Fact]
    public void EveryFixMendsManyAtOnceAndIsExported() => Assert.All(Fixes, static fix =>
    {
        Assert.NotNull(fix.GetFixAllProvider());
        Assert.Equal([LanguageNames.CSharp], fix.GetType().GetCustomAttribute<ExportCodeFixProviderAttribute>()!.Languages);
        Assert.Empty(fix.FixableDiagnosticIds.Except(Catalogue.All.Select(static descriptor => descriptor.Id)));
    });

    private static bool Fixable(string id) => Fixes.Any(fix => fix.FixableDiagnosticIds.Contains(id));

    /// <returns>How many fixes were offered.</returns>
    private static async Task<int> ApplyEach(string source, string? only, string? shipped, params string[] further)
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        using var workspace = new AdhocWorkspace();
        Document document = Add(workspace, source, further);
        (ImmutableArray<Diagnostic> before, _) = await Judge(document, shipped);
        int offered = 0;
        foreach (Diagnostic diagnostic in before.Where(diagnostic => (only is null || diagnostic.Id == only) && diagnostic.Location.IsInSource))
        {
            Document? at = document.Project.Solution.GetDocument(diagnostic.Location.SourceTree);
            Assert.NotNull(at);
            foreach (CodeFixProvider fix in Fixes.Where(fix => fix.FixableDiagnosticIds.Contains(diagnostic.Id)))
            {
                var actions = new List<CodeAction>();
                await fix.RegisterCodeFixesAsync(new CodeFixContext(at, diagnostic, (action, _) => actions.Add(action), cancellationToken));
                foreach (CodeAction action in actions)
                {
                    offered++;
                    await Apply(action, diagnostic, document, before, shipped);
                }
            }
        }

        return offered;
    }

    private static async Task Apply(CodeAction action, Diagnostic diagnostic, Document document, ImmutableArray<Diagnostic> before, string? shipped)
    {
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(TestContext.Current.CancellationToken);
        Solution changed = Assert.Single(operations.OfType<ApplyChangesOperation>()).ChangedSolution;
        Document mended = changed.GetDocument(document.Id)!;
        (ImmutableArray<Diagnostic> after, ImmutableArray<Diagnostic> errors) = await Judge(mended, shipped);
        string text = $"{diagnostic.Id}, '{action.Title}':\n{await mended.GetTextAsync(TestContext.Current.CancellationToken)}";
        Assert.True(errors.IsEmpty, string.Join('\n', errors) + "\n" + text);
        Assert.True(Count(after, diagnostic.Id) < Count(before, diagnostic.Id), text);
        foreach (Diagnostic left in after.Where(static left => left.Severity > DiagnosticSeverity.Info))
        {
            Assert.True(Count(after, left.Id) <= Count(before, left.Id), $"{left} is new.\n{text}");
        }
    }

    private static int Count(ImmutableArray<Diagnostic> diagnostics, string id) => diagnostics.Count(diagnostic => diagnostic.Id == id);

    private static async Task<(ImmutableArray<Diagnostic> Found, ImmutableArray<Diagnostic> Errors)> Judge(Document document, string? shipped)
    {
        Compilation compilation = (await document.Project.GetCompilationAsync(TestContext.Current.CancellationToken))!;
        CompilationWithAnalyzers analysis = compilation.WithAnalyzers([.. RuleTest.Analyzers], ProjectText.For(shipped is null ? [] : [ProjectText.Shipped("shipped.yaml", shipped)]));
        return (
            await analysis.GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken),
            [.. compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(static problem => problem.Severity == DiagnosticSeverity.Error)]);
    }

    private static Document Add(AdhocWorkspace workspace, string source, string[] further)
    {
        Project project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Default,
            "Consumer",
            "Consumer",
            LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
            parseOptions: Compilations.ParseOptions,
            metadataReferences: Compilations.References,
            analyzerReferences: [new GeneratorReference()]));
        foreach ((int index, string text) in further.Index())
        {
            project = project.AddDocument($"Further{index}.cs", text).Project;
        }

        return project.AddDocument("Source.cs", source);
    }

    /// <summary>What an editor would know of the document.</summary>
    private sealed class Found(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => GetDocumentDiagnosticsAsync(null!, cancellationToken);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }

    /// <summary>The generator, as a project refers to it.</summary>
    private sealed class GeneratorReference : AnalyzerReference
    {
        // A workspace knows a generator again by its instance.
        private readonly ImmutableArray<ISourceGenerator> _generators = [new StatefulAppGenerator().AsSourceGenerator()];

        public override string? FullPath => null;

        public override object Id => nameof(StatefulAppGenerator);

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => [];

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => [];

        public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => _generators;

        public override ImmutableArray<ISourceGenerator> GetGeneratorsForAllLanguages() => _generators;
    }
}
