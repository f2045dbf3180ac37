using System.Collections.Immutable;
using System.Reflection;
using Holdfast.Analyzers.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Classification;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Tools.Pictures;

/// <summary>A file in a project that has the package, as an editor would open it.</summary>
/// <param name="Document">The file.</param>
/// <param name="FirstLine">The first line that a picture shows.</param>
public sealed record Sketch(Document Document, int FirstLine)
{
    private static ImmutableArray<MetadataReference> References { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path) is var file && (file.StartsWith("System.", StringComparison.Ordinal) || file is "netstandard.dll" or "Holdfast.dll"))
            .Order(StringComparer.Ordinal)
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>A file of which the picture shows all but the part before.</summary>
    public static Sketch Of(string before, string shown)
    {
        before = before.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        shown = shown.ReplaceLineEndings("\n");
        var project = ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Default,
            "Shop",
            "Shop",
            LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(shown.Contains("class", StringComparison.Ordinal) ? OutputKind.DynamicallyLinkedLibrary : OutputKind.ConsoleApplication),
            parseOptions: new CSharpParseOptions(LanguageVersion.CSharp13),
            metadataReferences: References);
        // Statements at the top of a file come before its types.
        bool isProgram = !shown.Contains("class", StringComparison.Ordinal);
        Solution solution = new AdhocWorkspace().AddSolution(SolutionInfo.Create(SolutionId.CreateNewId(), VersionStamp.Default, projects: [project]));
        if (!isProgram)
        {
            solution = solution.AddDocument(DocumentId.CreateNewId(project.Id), "Orders.cs", before + shown, filePath: "/shop/Orders.cs");
            return Generated(solution, before.Count(static c => c == '\n'));
        }

        string usings = string.Concat(before.Split('\n').Where(static line => line.StartsWith("using ", StringComparison.Ordinal)).Select(static line => line + "\n"));
        solution = solution
            .AddDocument(DocumentId.CreateNewId(project.Id), "Program.cs", usings + shown, filePath: "/shop/Program.cs")
            .AddDocument(DocumentId.CreateNewId(project.Id), "Orders.cs", before, filePath: "/shop/Orders.cs");
        return Generated(solution, usings.Count(static c => c == '\n'));
    }

    /// <summary>What the analyzers report.</summary>
    public async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync() =>
        await (await Document.Project.GetCompilationAsync())!
            .WithAnalyzers([.. Instances<DiagnosticAnalyzer, DiagnosticAnalyzerAttribute>(typeof(StatefulAppGenerator).Assembly)])
            .GetAnalyzerDiagnosticsAsync();

    /// <summary>The fixes that are offered for a diagnostic.</summary>
    public async Task<ImmutableArray<CodeAction>> FixesAsync(Diagnostic diagnostic)
    {
        var fixes = ImmutableArray.CreateBuilder<CodeAction>();
        foreach (CodeFixProvider provider in Instances<CodeFixProvider, ExportCodeFixProviderAttribute>(Assembly.Load("Holdfast.CodeFixes")))
        {
            if (provider.FixableDiagnosticIds.Contains(diagnostic.Id))
            {
                await provider.RegisterCodeFixesAsync(new CodeFixContext(Document, diagnostic, (action, _) => fixes.Add(action), default));
            }
        }

        return fixes.ToImmutable();
    }

    /// <summary>The file as a fix leaves it.</summary>
    public async Task<SourceText> ApplyAsync(CodeAction fix)
    {
        ApplyChangesOperation changes = (await fix.GetOperationsAsync(default)).OfType<ApplyChangesOperation>().Single();
        return await changes.ChangedSolution.GetDocument(Document.Id)!.GetTextAsync();
    }

    /// <summary>The first use of a member with this name, and what it refers to.</summary>
    public async Task<(ISymbol Symbol, TextSpan Span)> SymbolAsync(string name)
    {
        SyntaxNode root = (await Document.GetSyntaxRootAsync())!;
        IdentifierNameSyntax use = root.DescendantNodes().OfType<IdentifierNameSyntax>().First(node => node.Identifier.Text == name);
        SemanticModel model = (await Document.GetSemanticModelAsync())!;
        return (model.GetSymbolInfo(use).Symbol!, use.Span);
    }

    /// <summary>How an editor colours a line.</summary>
    public async Task<ImmutableArray<ClassifiedSpan>> ColoursAsync(TextSpan span) =>
        [.. (await Classifier.GetClassifiedSpansAsync(Document, span)).OrderBy(static part => part.TextSpan.Start)];

    private static Sketch Generated(Solution solution, int firstLine)
    {
        Project project = solution.Projects.Single();
        DocumentId shown = project.DocumentIds[0];
        GeneratorDriverRunResult generated = CSharpGeneratorDriver
            .Create([new StatefulAppGenerator().AsSourceGenerator()], parseOptions: (CSharpParseOptions)project.ParseOptions!)
            .RunGenerators(project.GetCompilationAsync().GetAwaiter().GetResult()!)
            .GetRunResult();
        foreach (GeneratedSourceResult source in generated.Results.Single().GeneratedSources)
        {
            solution = solution.AddDocument(DocumentId.CreateNewId(project.Id), source.HintName, source.SourceText, filePath: "/shop/obj/" + source.HintName);
        }

        return new Sketch(solution.GetDocument(shown)!, firstLine);
    }

    private static IEnumerable<T> Instances<T, TMark>(Assembly assembly)
        where TMark : Attribute => assembly.GetTypes()
        .Where(static type => !type.IsAbstract && typeof(T).IsAssignableFrom(type) && type.GetCustomAttribute<TMark>() is not null)
        .OrderBy(static type => type.FullName, StringComparer.Ordinal)
        .Select(static type => (T)Activator.CreateInstance(type, nonPublic: true)!);
}
