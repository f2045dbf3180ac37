using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Holdfast.Analyzers.Reading;
using Holdfast.Analyzers.Settings;
using Holdfast.Engine.Composing;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Declarations.Texts;
using Holdfast.Engine.Model.Tree;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Holdfast.Analyzers.Analysis;

/// <summary>
/// Declared applications as they were read, for all analyzers of a compilation: one judges them, another looks for their names,
/// a third links manifests with them, and each is read once.
/// </summary>
internal static class ComposedApps
{
    private static readonly ConditionalWeakTable<Compilation, ConditionalWeakTable<AnalyzerOptions, Project>> Known = new();

    /// <summary>A declared type in all its environments; the one for none comes first.</summary>
    public static ImmutableArray<ComposedApp> Of(
        INamedTypeSymbol type,
        AttributeData declaration,
        Compilation compilation,
        AnalyzerOptions options,
        CancellationToken cancellationToken)
    {
        Project project = Known.GetOrCreateValue(compilation).GetValue(options, static options => new Project(options));

        // Two that come at once read the same; nothing waits for one that is cancelled.
        return project.Apps.TryGetValue(type, out ImmutableArray<ComposedApp> known)
            ? known
            : project.Apps.GetOrAdd(type, Read(type, declaration, project.Settings, options, cancellationToken));
    }

    /// <summary>All that a compilation declares itself.</summary>
    public static IEnumerable<(INamedTypeSymbol Type, ImmutableArray<ComposedApp> Apps)> In(Compilation compilation, AnalyzerOptions options, CancellationToken cancellationToken) =>
        DeclaredTypes.In(compilation, cancellationToken)
            .Select(declared => (declared.Type, Of(declared.Type, declared.Declaration, compilation, options, cancellationToken)));

    /// <summary>The objects of all that a compilation declares, in the environment of the build, for manifests that refer to them.</summary>
    public static ImmutableArray<MappingNode> ObjectsIn(Compilation compilation, AnalyzerOptions options, CancellationToken cancellationToken)
    {
        string? environment = ProjectSettings.Read(options.AnalyzerConfigOptionsProvider.GlobalOptions).Environment;
        return
        [
            .. In(compilation, options, cancellationToken).SelectMany(declared =>
                (declared.Apps.FirstOrDefault(app => app.Environment is { } named && EnvironmentNames.Comparer.Equals(named, environment)) ?? declared.Apps[0]).Objects),
        ];
    }

    /// <summary>The files of the project whose objects applications take over, as the compiler names them.</summary>
    public static HashSet<string> FurtherFilesIn(Compilation compilation, AnalyzerOptions options, CancellationToken cancellationToken)
    {
        HashSet<string> named =
        [
            .. In(compilation, options, cancellationToken)
                .SelectMany(static declared => declared.Apps)
                .SelectMany(static app => app.App.Manifests)
                .Where(static manifest => manifest.File.State == DeclaredState.Known)
                .Select(static manifest => ConfigPath.Normalize(manifest.File.OrDefault(string.Empty))),
        ];
        return [.. ProjectFile.AllOf(options).Where(file => named.Contains(file.Path)).Select(static file => file.Source.Path)];
    }

    private static ImmutableArray<ComposedApp> Read(INamedTypeSymbol type, AttributeData declaration, ProjectSettings settings, AnalyzerOptions options, CancellationToken cancellationToken)
    {
        ImmutableArray<Diagnostic>.Builder problems = ImmutableArray.CreateBuilder<Diagnostic>();
        var context = ReadContext.ForAnalyzer(problems.Add, cancellationToken);
        ImmutableArray<ComposedApp>.Builder apps = ImmutableArray.CreateBuilder<ComposedApp>(1);
        AppVariants.ReadAll(type, declaration, settings, problems.Add, Use, cancellationToken);
        return apps.ToImmutable();

        void Use(string? environment, AppDeclaration variant)
        {
            AppDeclaration resolved = ConfigTexts.Resolve(variant, () => ProjectFile.AllOf(options), context);
            PlaceholderCheck.Report(resolved, () => ProjectFile.AllOf(options), context);
            AppDeclaration app = FilledTexts.Fill(resolved);
            ImmutableArray<MappingNode> objects = AppManifests.Compose(app, context);
            apps.Add(new ComposedApp(environment, app, objects, problems.ToImmutable()));
            problems.Clear();
        }
    }

    private sealed class Project(AnalyzerOptions options)
    {
        public ProjectSettings Settings { get; } = ProjectSettings.Read(options.AnalyzerConfigOptionsProvider.GlobalOptions);

        public ConcurrentDictionary<ISymbol, ImmutableArray<ComposedApp>> Apps { get; } = new(SymbolEqualityComparer.Default);
    }
}
