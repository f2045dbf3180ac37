using System.Collections.Immutable;
using System.Reflection;
using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.CodeFixes.Tests;

/// <summary>
/// Every fix that is offered for the wrong example of a rule's page, or for a declaration of <c>samples/Mistakes</c>: the result
/// compiles, the diagnostic is gone, and no other one has come.
/// </summary>
public class EveryFixTests
{
    private static readonly string Sample = Path.Combine(RepositoryPaths.Root, "samples/Mistakes");

    /// <summary>Mistakes that have a fix elsewhere, but not as the page's example makes them: there is more than one, or a value is missing.</summary>
    private static readonly string[] NotMended = ["HF2006", "HF2010", "HF2011", "HF2013", "HF3006", "HF6001", "HF6008", "HF9006", "HF9008"];

    public static TheoryData<string> Pages => [.. Catalogue.All.Select(static descriptor => descriptor.Id).Where(static id => Fixable(id) && RulePage.Example(id, "Wrong").Language == "csharp")];

    /// <summary>All but HF4009: once one of two sets of a name is back where it was, the other is a set beside it.</summary>
    public static TheoryData<string> IndependentPages => [.. Catalogue.All.Select(static descriptor => descriptor.Id).Where(static id => id != "HF4009" && Fixable(id) && RulePage.Example(id, "Wrong").Language == "csharp")];

    public static TheoryData<string> SampleFiles => [.. Directory.EnumerateFiles(Sample, "*.cs").Select(static file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task MendsTheExampleOfThePage(string id)
    {
        int offered = await ApplyEach(RulePage.Example(id, "Wrong").Text, id, RulePage.Shipped(id));
        Assert.Equal(!NotMended.Contains(id), offered > 0);
    }

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
        foreach (CodeFixProvider fix in FixProject.Fixes.Where(fix => fix.FixableDiagnosticIds.Contains(id)))
        {
            using var workspace = new AdhocWorkspace();
            Document document = FixProject.Add(workspace, source, []);
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

        throw new InvalidOperationException($"{id} is not fixed after {Limit} fixes.");
    }

    private static async Task<string> AllAtOnce(Document document, CodeFixProvider fix, string id, string key, string? shipped)
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        ImmutableArray<Diagnostic> found = await Judge(document, shipped);
        var context = new FixAllContext(document, fix, FixAllScope.Document, key, [id], new Found([.. found.Where(diagnostic => diagnostic.Id == id && diagnostic.Location.IsInSource)]), cancellationToken);
        CodeAction? all = await fix.GetFixAllProvider()!.GetFixAsync(context);
        Assert.NotNull(all);
        return (await (await Changed(document, all)).GetTextAsync(cancellationToken)).ToString();
    }

    private static async Task<List<(Diagnostic Diagnostic, CodeAction Action)>> Offers(Document document, CodeFixProvider fix, string id, string? shipped)
    {
        ImmutableArray<Diagnostic> found = await Judge(document, shipped);
        var offers = new List<(Diagnostic, CodeAction)>();
        foreach (Diagnostic diagnostic in found.Where(diagnostic => diagnostic.Id == id && diagnostic.Location.IsInSource).OrderBy(static diagnostic => diagnostic.Location.SourceSpan))
        {
            await fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => offers.Add((diagnostic, action)), TestContext.Current.CancellationToken));
        }

        return offers;
    }

    private static async Task<Document> Changed(Document document, CodeAction action) =>
        Assert.Single((await action.GetOperationsAsync(TestContext.Current.CancellationToken)).OfType<ApplyChangesOperation>()).ChangedSolution.GetDocument(document.Id)!;

    /// <summary>The same declarations in two namespaces; once, where they already have one.</summary>
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

    [Fact]
    public void EveryFixMendsManyAtOnceAndIsExported() => Assert.All(FixProject.Fixes, static fix =>
    {
        Assert.NotNull(fix.GetFixAllProvider());
        Assert.Equal([LanguageNames.CSharp], fix.GetType().GetCustomAttribute<ExportCodeFixProviderAttribute>()!.Languages);
        Assert.Empty(fix.FixableDiagnosticIds.Except(Catalogue.All.Select(static descriptor => descriptor.Id)));
    });

    private static bool Fixable(string id) => FixProject.Fixes.Any(fix => fix.FixableDiagnosticIds.Contains(id));

    /// <returns>How many fixes were offered.</returns>
    private static async Task<int> ApplyEach(string source, string? only, string? shipped, params string[] further)
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        using var workspace = new AdhocWorkspace();
        Document document = FixProject.Add(workspace, source, further);
        FixJudgement before = await FixProject.JudgeAsync(document, Files(shipped), cancellationToken);
        int offered = 0;
        foreach (Diagnostic diagnostic in before.Found.Where(diagnostic => (only is null || diagnostic.Id == only) && diagnostic.Location.IsInSource))
        {
            Document? at = document.Project.Solution.GetDocument(diagnostic.Location.SourceTree);
            Assert.NotNull(at);
            offered += await FixProject.ApplyEachAsync(at, diagnostic, before, null, Files(shipped), cancellationToken);
        }

        return offered;
    }

    private static async Task<ImmutableArray<Diagnostic>> Judge(Document document, string? shipped) =>
        (await FixProject.JudgeAsync(document, Files(shipped), TestContext.Current.CancellationToken)).Found;

    private static ImmutableArray<ProjectText> Files(string? shipped) => shipped is null ? [] : [ProjectText.Shipped("shipped.yaml", shipped)];

    /// <summary>What an editor would know of the document.</summary>
    private sealed class Found(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => GetDocumentDiagnosticsAsync(null!, cancellationToken);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
