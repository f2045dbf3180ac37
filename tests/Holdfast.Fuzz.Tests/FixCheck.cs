using System.Collections.Concurrent;
using System.Collections.Immutable;
using Holdfast.Analyzers.Generation;
using Holdfast.CodeFixes;
using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Fuzz.Tests;

/// <summary>
/// Every fix that is offered for a source with one mistake: what it makes has no error of the compiler's that the mistake
/// did not bring, the diagnostic is gone, and no other one has come that the right source does not have.
/// </summary>
internal static class FixCheck
{
    private static readonly ImmutableArray<CodeFixProvider> Fixes =
    [
        .. typeof(DiagnosticCodeFix).Assembly.GetTypes()
            .Where(static type => !type.IsAbstract && typeof(CodeFixProvider).IsAssignableFrom(type))
            .OrderBy(static type => type.Name, StringComparer.Ordinal)
            .Select(static type => (CodeFixProvider)Activator.CreateInstance(type)!),
    ];

    private static readonly ConcurrentDictionary<RealSource, Lazy<Task<Start>>> Starts = new(ReferenceEqualityComparer.Instance);

    private static readonly ConcurrentDictionary<string, int> Offers = new(StringComparer.Ordinal);

    /// <summary>How many fixes were applied, by the diagnostic.</summary>
    public static IReadOnlyDictionary<string, int> Applied => Offers;

    public static async Task RunAsync(Mutant mutant, CancellationToken cancellationToken)
    {
        Start start = await Starts.GetOrAdd(mutant.Origin, static origin => new Lazy<Task<Start>>(() => BeginAsync(origin))).Value;
        Document document = start.Document.Project.Solution.WithDocumentText(start.Document.Id, SourceText.From(mutant.Text)).GetDocument(start.Document.Id)!;
        Judgement before = await JudgeAsync(document, cancellationToken);
        SyntaxTree tree = (await document.GetSyntaxTreeAsync(cancellationToken))!;
        foreach (Diagnostic diagnostic in before.Found.Where(diagnostic => diagnostic.Location.SourceTree == tree))
        {
            foreach (CodeFixProvider fix in Fixes.Where(fix => fix.FixableDiagnosticIds.Contains(diagnostic.Id)))
            {
                var actions = new List<CodeAction>();
                await fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), cancellationToken));
                foreach (CodeAction action in actions)
                {
                    Offers.AddOrUpdate(diagnostic.Id, 1, static (_, count) => count + 1);
                    await ApplyAsync(action, diagnostic, document, start.Right, before, cancellationToken);
                }
            }
        }
    }

    private static async Task ApplyAsync(CodeAction action, Diagnostic diagnostic, Document document, Judgement right, Judgement before, CancellationToken cancellationToken)
    {
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(cancellationToken);
        Solution changed = Assert.Single(operations.OfType<ApplyChangesOperation>()).ChangedSolution;
        Document mended = changed.GetDocument(document.Id)!;
        Judgement after = await JudgeAsync(mended, cancellationToken);
        string text = $"\n{diagnostic}\n--- mended:\n{await mended.GetTextAsync(cancellationToken)}";
        string name = $"{diagnostic.Id} '{action.Title}'";
        foreach (Diagnostic error in after.Errors)
        {
            Assert.True(Count(after.Errors, error.Id) <= Math.Max(Count(before.Errors, error.Id), Count(right.Errors, error.Id)), $"{name} does not compile: {error.Id}\n{error}{text}");
        }

        Assert.True(Count(after.Found, diagnostic.Id) < Count(before.Found, diagnostic.Id), $"{name} leaves it.{text}");
        foreach (Diagnostic left in after.Found.Where(static left => left.Severity > DiagnosticSeverity.Info))
        {
            Assert.True(Count(after.Found, left.Id) <= Math.Max(Count(before.Found, left.Id), Count(right.Found, left.Id)), $"{name} brings {left.Id}\n{left}{text}");
        }
    }

    private static int Count(ImmutableArray<Diagnostic> diagnostics, string id) => diagnostics.Count(diagnostic => diagnostic.Id == id);

    private static async Task<Judgement> JudgeAsync(Document document, CancellationToken cancellationToken)
    {
        Compilation compilation = (await document.Project.GetCompilationAsync(cancellationToken))!;
        CompilationWithAnalyzers analysis = compilation.WithAnalyzers(Catalogue.Analyzers, new AnalyzerOptions([], new ProjectProperties(ProjectProperties.None)));
        return new Judgement(
            await analysis.GetAnalyzerDiagnosticsAsync(cancellationToken),
            [.. compilation.GetDiagnostics(cancellationToken).Where(static problem => problem.Severity == DiagnosticSeverity.Error)]);
    }

    private static async Task<Start> BeginAsync(RealSource origin)
    {
        var workspace = new AdhocWorkspace();
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
        foreach ((int index, string text) in origin.Further.Index())
        {
            project = project.AddDocument($"Further{index}.cs", text).Project;
        }

        Document document = project.AddDocument("Source.cs", origin.Text);
        return new Start(document, await JudgeAsync(document, CancellationToken.None));
    }

    /// <summary>What analyzers and compiler say.</summary>
    private sealed record Judgement(ImmutableArray<Diagnostic> Found, ImmutableArray<Diagnostic> Errors);

    /// <summary>The right source, and what is said of it.</summary>
    private sealed record Start(Document Document, Judgement Right);

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
