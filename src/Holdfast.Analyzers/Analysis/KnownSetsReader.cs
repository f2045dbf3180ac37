using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Holdfast.Engine.Judging;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Naming;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Holdfast.Analyzers.Analysis;

/// <summary>Gathers what sets and Services a compilation knows, from all that says some.</summary>
internal static class KnownSetsReader
{
    /// <summary>Read once for all analyzers of a compilation.</summary>
    private static readonly ConditionalWeakTable<Compilation, ConditionalWeakTable<AnalyzerOptions, Lazy<KnownSets>>> Known = new();

    public static KnownSets Read(Compilation compilation, AnalyzerOptions options) => Known.GetOrCreateValue(compilation)
        .GetValue(options, options => new(() => KnownSets.Of(Declared(compilation, options, CancellationToken.None)
            .Concat(ManifestSets.Of(ManifestFiles.Read(options)))
            .Append((CodeObjects.In(compilation), null)))))
        .Value;

    /// <summary>Declared types, each as it is in each environment.</summary>
    private static IEnumerable<(ImmutableArray<MappingNode> Objects, DeclaredApp? Declared)> Declared(
        Compilation compilation,
        AnalyzerOptions options,
        CancellationToken cancellationToken) =>
        ComposedApps.In(compilation, options, cancellationToken)
            .SelectMany(static declared => declared.Apps.Select(app => (app.Objects, (DeclaredApp?)new DeclaredSymbol(declared.Type, app.App))));
}
