using System.Collections.Immutable;
using Holdfast.Analyzers.Generation;
using Holdfast.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Holdfast.Tests.Shared;

/// <summary>
/// A project in a workspace, and the law of every fix that is offered in it: the result compiles, the diagnostic is gone, and no
/// other one has come.
/// </summary>
internal static class FixProject
{
    /// <summary>All fixes, by their names.</summary>
    public static ImmutableArray<CodeFixProvider> Fixes { get; } =
    [
        .. typeof(DiagnosticCodeFix).Assembly.GetTypes()
            .Where(static type => !type.IsAbstract && typeof(CodeFixProvider).IsAssignableFrom(type))
            .OrderBy(static type => type.Name, StringComparer.Ordinal)
            .Select(static type => (CodeFixProvider)Activator.CreateInstance(type)!),
    ];

    /// <summary>A project with the generator, and in it a document beside further ones.</summary>
    public static Document Add(AdhocWorkspace workspace, string source, IEnumerable<string> further)
    {
        Project project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Default,
            "Consumer",
            "Consumer",
            LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
            parseOptions: Compilations.ParseOptions,
            metadataReferences: Compilations.ReferencesFor(source),
            analyzerReferences: [new GeneratorReference()]));
        foreach ((int index, string text) in further.Index())
        {
            project = project.AddDocument($"Further{index}.cs", text).Project;
        }

        return project.AddDocument("Source.cs", source);
    }

    /// <summary>What analyzers and compiler find in a document's project, which has these files.</summary>
    public static async Task<FixJudgement> JudgeAsync(Document document, ImmutableArray<ProjectText> files, CancellationToken cancellationToken)
    {
        Compilation compilation = (await document.Project.GetCompilationAsync(cancellationToken))!;
        return new FixJudgement(
            await compilation.WithAnalyzers(Catalogue.Analyzers, ProjectText.For(files)).GetAnalyzerDiagnosticsAsync(cancellationToken),
            [.. compilation.GetDiagnostics(cancellationToken).Where(static problem => problem.Severity == DiagnosticSeverity.Error)]);
    }

    /// <summary>Applies every fix that is offered for a diagnostic, each by itself, and holds it to the law.</summary>
    /// <param name="document">Where it is.</param>
    /// <param name="diagnostic">What is fixed.</param>
    /// <param name="before">What is found as long as it is not.</param>
    /// <param name="right">What may be found once it is, beside what was: what is found in the source before the mistake was made. Null where a fixed document has no error.</param>
    /// <param name="files">The files of the project.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>How many fixes were offered.</returns>
    public static async Task<int> ApplyEachAsync(Document document, Diagnostic diagnostic, FixJudgement before, FixJudgement? right, ImmutableArray<ProjectText> files, CancellationToken cancellationToken)
    {
        int offered = 0;
        foreach (CodeFixProvider fix in Fixes.Where(fix => fix.FixableDiagnosticIds.Contains(diagnostic.Id)))
        {
            var actions = new List<CodeAction>();
            await fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), cancellationToken));
            foreach (CodeAction action in actions)
            {
                offered++;
                await ApplyAsync(action, document, diagnostic, before, right, files, cancellationToken);
            }
        }

        return offered;
    }

    private static async Task ApplyAsync(CodeAction action, Document document, Diagnostic diagnostic, FixJudgement before, FixJudgement? right, ImmutableArray<ProjectText> files, CancellationToken cancellationToken)
    {
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(cancellationToken);
        Solution changed = Assert.Single(operations.OfType<ApplyChangesOperation>()).ChangedSolution;
        Document corrected = changed.GetDocument(document.Id)!;
        FixJudgement after = await JudgeAsync(corrected, files, cancellationToken);
        string text = $"\n{diagnostic}\n--- fixed:\n{await corrected.GetTextAsync(cancellationToken)}";
        string name = $"{diagnostic.Id} '{action.Title}'";
        foreach (Diagnostic error in after.Errors)
        {
            int allowed = right is null ? 0 : Math.Max(Count(before.Errors, error.Id), Count(right.Errors, error.Id));
            Assert.True(Count(after.Errors, error.Id) <= allowed, $"{name} does not compile: {error.Id}\n{error}{text}");
        }

        Assert.True(Count(after.Found, diagnostic.Id) < Count(before.Found, diagnostic.Id), $"{name} leaves it.{text}");
        foreach (Diagnostic left in after.Found.Where(static left => left.Severity > DiagnosticSeverity.Info))
        {
            int allowed = Math.Max(Count(before.Found, left.Id), right is null ? 0 : Count(right.Found, left.Id));
            Assert.True(Count(after.Found, left.Id) <= allowed, $"{name} brings {left.Id}\n{left}{text}");
        }
    }

    private static int Count(ImmutableArray<Diagnostic> diagnostics, string id) => diagnostics.Count(diagnostic => diagnostic.Id == id);

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
