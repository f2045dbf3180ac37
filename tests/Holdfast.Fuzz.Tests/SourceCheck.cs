using System.Collections.Concurrent;
using System.Collections.Immutable;
using Holdfast.Analyzers.Reading;
using Holdfast.CodeFixes;
using Holdfast.ReadAhead;
using Holdfast.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Fuzz.Tests;

/// <summary>Generator, analyzers and fixes on a source that an edit has made of a real one: none may throw.</summary>
internal static class SourceCheck
{
    /// <summary>What the examples' comments mention, so that files are read too.</summary>
    private static readonly ImmutableArray<ProjectText> Files = [new("conf/orders.conf", "mode=on\n"), new("conf/logo.png", "\u0089PNG\r\n\u001a\n\0")];

    private static readonly CSharpCompilation Empty = Compilations.Create();

    private static readonly ConcurrentDictionary<RealSource, Lazy<Start>> Starts = new(ReferenceEqualityComparer.Instance);

    private static readonly ILookup<string, CodeFixProvider> Fixes = typeof(DiagnosticCodeFix).Assembly.GetTypes()
        .Where(static type => !type.IsAbstract && typeof(CodeFixProvider).IsAssignableFrom(type))
        .OrderBy(static type => type.Name, StringComparer.Ordinal)
        .Select(static type => (CodeFixProvider)Activator.CreateInstance(type)!)
        .SelectMany(static fix => fix.FixableDiagnosticIds.Select(id => (Id: id, Fix: fix)))
        .ToLookup(static pair => pair.Id, static pair => pair.Fix, StringComparer.Ordinal);

    private static int FixCount;

    private static int FormatterFailureCount;

    /// <summary>How many fixes were applied.</summary>
    public static int AppliedFixes => FixCount;

    /// <summary>
    /// How often the compiler's own formatter, which runs after each fix, could not lay broken code out. An editor shows the
    /// code as it was then; no fix can see it coming.
    /// </summary>
    public static int FormatterFailures => FormatterFailureCount;

    public static async Task RunAsync(Mutant mutant, CancellationToken cancellationToken)
    {
        Start start = Starts.GetOrAdd(mutant.Origin, static origin => new Lazy<Start>(() => Begin(origin))).Value;
        SyntaxTree tree = CSharpSyntaxTree.ParseText(mutant.Text, Compilations.ParseOptions, start.Tree.FilePath, cancellationToken: cancellationToken);

        // An edit of what the driver has seen, as in an editor.
        GeneratorDriver driver = start.Driver.RunGeneratorsAndUpdateCompilation(start.Compilation.ReplaceSyntaxTree(start.Tree, tree), out Compilation updated, out ImmutableArray<Diagnostic> said, cancellationToken);
        if (driver.GetRunResult().Results.Single().Exception is { } exception)
        {
            throw new InvalidOperationException("CS8785: the generator threw.", exception);
        }

        Assert.DoesNotContain(said, static diagnostic => diagnostic.Id is "CS8785" or "CS8784");
        foreach (AppCandidate candidate in TreeTypes.Of(tree, cancellationToken).Candidates.Take(1))
        {
            FirstDeclaration.WorkOn(candidate, start.Compilation.ReplaceSyntaxTree(start.Tree, tree));
        }

        ImmutableArray<Diagnostic> found = await AnalyzeAsync(updated, mutant.IsInEditor ? tree : null, cancellationToken);
        await ApplyFixesAsync(start, tree, found, cancellationToken);
    }

    /// <param name="compilation">The project.</param>
    /// <param name="only">The one file that is analyzed; null for all.</param>
    /// <param name="cancellationToken">Ends it.</param>
    private static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Compilation compilation, SyntaxTree? only, CancellationToken cancellationToken)
    {
        var exceptions = new ConcurrentQueue<Exception>();
        CompilationWithAnalyzers analysis = compilation.WithAnalyzers(
            Catalogue.Analyzers,
            new CompilationWithAnalyzersOptions(
                new AnalyzerOptions([.. Files], new ProjectProperties(ProjectProperties.None)),
                (thrown, _, _) => exceptions.Enqueue(thrown),
                concurrentAnalysis: false,
                logAnalyzerExecutionTime: false));
        ImmutableArray<Diagnostic> found = only is null
            ? await analysis.GetAnalyzerDiagnosticsAsync(cancellationToken)
            :
            [
                .. await analysis.GetAnalyzerSyntaxDiagnosticsAsync(only, cancellationToken),
                .. await analysis.GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(only), filterSpan: null, cancellationToken),
            ];
        if (exceptions.TryPeek(out Exception? first))
        {
            throw new InvalidOperationException("AD0001: an analyzer threw.", first);
        }

        Assert.DoesNotContain(found, static diagnostic => diagnostic.Id == "AD0001");
        return found;
    }

    private static async Task ApplyFixesAsync(Start start, SyntaxTree tree, ImmutableArray<Diagnostic> found, CancellationToken cancellationToken)
    {
        Document? document = null;
        foreach (Diagnostic diagnostic in found.Where(diagnostic => diagnostic.Location.SourceTree == tree && Fixes.Contains(diagnostic.Id)).DistinctBy(static diagnostic => (diagnostic.Id, diagnostic.Location.SourceSpan)).Take(5))
        {
            document ??= start.Workspace.CurrentSolution.WithDocumentText(start.Document, await tree.GetTextAsync(cancellationToken)).GetDocument(start.Document)!;
            foreach (CodeFixProvider fix in Fixes[diagnostic.Id])
            {
                var actions = new List<CodeAction>();
                await fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), cancellationToken));
                foreach (CodeAction action in actions)
                {
                    try
                    {
                        await action.GetOperationsAsync(cancellationToken);
                        Interlocked.Increment(ref FixCount);
                    }
                    catch (InvalidOperationException exception) when (IsOfFormatter(exception))
                    {
                        Interlocked.Increment(ref FormatterFailureCount);
                    }
                }
            }
        }
    }

    private static bool IsOfFormatter(InvalidOperationException exception) =>
        exception.StackTrace is { } trace
        && trace.Contains("Microsoft.CodeAnalysis.Formatting.", StringComparison.Ordinal)
        && !trace.Contains("at Holdfast.CodeFixes.", StringComparison.Ordinal);

    private static Start Begin(RealSource origin)
    {
        // All share the references' symbols.
        SyntaxTree tree = CSharpSyntaxTree.ParseText(origin.Text, Compilations.ParseOptions, "/src/Source.cs");
        CSharpCompilation compilation = Empty.AddSyntaxTrees(
            [tree, .. origin.Further.Select(static (text, index) => CSharpSyntaxTree.ParseText(text, Compilations.ParseOptions, $"/src/Further{index}.cs"))]);
        GeneratorDriver driver = GeneratorRun.Driver(Compilations.ParseOptions, Files).RunGenerators(compilation);
        var workspace = new AdhocWorkspace();
        Project project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Default,
            "Consumer",
            "Consumer",
            LanguageNames.CSharp,
            compilationOptions: compilation.Options,
            parseOptions: Compilations.ParseOptions,
            metadataReferences: Compilations.References));
        foreach ((int index, string text) in origin.Further.Index())
        {
            project = workspace.AddDocument(project.Id, $"Further{index}.cs", SourceText.From(text)).Project;
        }

        foreach (GeneratedSourceResult generated in driver.GetRunResult().Results.Single().GeneratedSources)
        {
            project = workspace.AddDocument(project.Id, generated.HintName, generated.SourceText).Project;
        }

        return new Start(compilation, tree, driver, workspace, workspace.AddDocument(project.Id, "Source.cs", SourceText.From(origin.Text)).Id);
    }

    /// <summary>Where the edits of a source begin.</summary>
    private sealed record Start(CSharpCompilation Compilation, SyntaxTree Tree, GeneratorDriver Driver, AdhocWorkspace Workspace, DocumentId Document);
}
