using System.Collections.Immutable;
using Holdfast.Engine.Judging;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Naming;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Holdfast.Analyzers.Analysis;

/// <summary>Gathers what sets and Services a compilation knows, from all that says some.</summary>
internal static class KnownSetsReader
{
    public static KnownSets Read(Compilation compilation, AnalyzerOptions options, CancellationToken cancellationToken) =>
        KnownSets.Of(Declared(compilation, options, cancellationToken)
            .Concat(ManifestSets.Of(ManifestFiles.Read(ManifestFiles.Of(options), cancellationToken)))
            .Append((CodeObjects.In(compilation), null)));

    /// <summary>Declared types, each as it is in each environment.</summary>
    private static IEnumerable<(ImmutableArray<MappingNode> Objects, DeclaredApp? Declared)> Declared(
        Compilation compilation,
        AnalyzerOptions options,
        CancellationToken cancellationToken) =>
        ComposedApps.In(compilation, options, cancellationToken)
            .SelectMany(static declared => declared.Apps.Select(app => (app.Objects, (DeclaredApp?)new DeclaredSymbol(declared.Type, app.App))));
}
