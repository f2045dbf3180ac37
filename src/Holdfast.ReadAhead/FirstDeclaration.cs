using System.Collections.Immutable;
using Holdfast.Analyzers.Analysis;
using Holdfast.Analyzers.Generation;
using Holdfast.Analyzers.Reading;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Texts;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Prerequisites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using JudgedApp = Holdfast.Analyzers.Analysis.ComposedApp;
using WrittenApp = Holdfast.Analyzers.Generation.ComposedApp;

namespace Holdfast.ReadAhead;

/// <summary>
/// Does with one declared type what the generator and the analyzers do with all of them later, and drops the results. A process compiles each method to
/// machine code when it calls it first, so in a compiler that has just started the first type takes a hundred times as long as the second.
/// </summary>
internal static class FirstDeclaration
{
    /// <summary>The same for a thread, which no exception may leave.</summary>
    public static void WorkOnSafely(AppCandidate candidate, Compilation compilation)
    {
        try
        {
            WorkOn(candidate, compilation);
        }
#pragma warning disable CA1031 // An exception of a thread ends the compiler. Where the generator or an analyzer runs into the same, the compiler reports it.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }

    public static void WorkOn(AppCandidate candidate, Compilation compilation)
    {
        if (new ReadDeclarations().Read(candidate, compilation, CancellationToken.None) is { } read
            && compilation.GetSemanticModel(candidate.Type.SyntaxTree).GetDeclaredSymbol(candidate.Type) is INamedTypeSymbol type
            && AppReader.FindDeclaration(type) is { } declaration)
        {
            Write(read.Base);
            Judge(ComposedApps.Of(type, declaration, compilation, Options, CancellationToken.None)[0], candidate.Type.SyntaxTree, compilation);
        }
    }

    /// <summary>Without the project's files and properties, which no generator can hand to an analyzer.</summary>
    private static AnalyzerOptions Options { get; } = new([]);

    private static void Write(AppDeclaration read)
    {
        AppDeclaration app = FilledTexts.Fill(ConfigTexts.Resolve(read, static () => ImmutableArray<ProjectFile>.Empty, ReadContext.ForGenerator(CancellationToken.None)));
        WrittenApp composed = WrittenApp.Of(app, CancellationToken.None);
        AppWriter.Write(app, composed.TakeParts(CancellationToken.None), models: null, new MadeIndex(composed.Made));
    }

    private static void Judge(JudgedApp app, SyntaxTree tree, Compilation compilation)
    {
        ManifestSet manifests = AppCheck.Run(
            app,
            AppCheck.OwnUses(app.App),
            ManifestFiles.Read(Options),
            ShippedObjects.None,
            () => CodeObjects.IndexOf(compilation),
            new KubernetesTargets(Options).Of(tree),
            Location.None,
            static _ => { },
            isShown: null,
            CancellationToken.None);
        AppCheck.RunAcross([manifests], isPutElsewhere: false, static _ => { }, isShown: null, CancellationToken.None);
    }
}
