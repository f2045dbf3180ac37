using System.Collections.Concurrent;
using System.Collections.Immutable;
using Holdfast.Analyzers.Reading;
using Holdfast.Analyzers.Settings;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Manifests;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Holdfast.Analyzers.Analysis;

/// <summary>
/// Judges each type with <c>[StatefulApp]</c> or another kind as a whole: what cannot be read, and what would break in
/// the cluster. What only several types together do wrong is said at the end, when all of them are known.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeclarationAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        RuleCatalog.Descriptors.AddRange(ReadingProblems.All);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        DiagnosticSeverity least = context.MinimumReportedSeverity;
        context.RegisterCompilationStartAction(start =>
        {
            // A project that does not use Holdfast pays for this look-up and nothing more.
            if (!HoldfastUse.IsInSources(start))
            {
                return;
            }

            ProjectSettings settings = ProjectSettings.Read(start.Options.AnalyzerConfigOptionsProvider.GlobalOptions);
            Lazy<ProjectManifests> written = ManifestFiles.Lazily(start.Options);
            Lazy<ShippedManifests> shipped = ShippedFiles.Lazily(start.Options);
            var targets = new KubernetesTargets(start.Options);
            Lazy<HashSet<ISymbol>> bases = DeclaredTypes.LazilyBasesIn(start.Compilation);
            Func<DiagnosticDescriptor, DiagnosticSeverity, Location, bool>? isShown = ShownSeverities.Of(least, start.Compilation, start.Options);
            var applications = new ConcurrentDictionary<string, ManifestSet>(StringComparer.Ordinal);
            start.RegisterSymbolAction(symbol => Analyze(symbol, settings, targets, written, shipped, bases, isShown, applications), SymbolKind.NamedType);
            start.RegisterCompilationEndAction(end =>
            {
                ManifestSet[] all = [.. applications.Keys.OrderBy(static name => name, StringComparer.Ordinal).Select(name => applications[name])];
                AppCheck.RunAcross(all, settings.Namespace is { Length: > 0 }, end.ReportDiagnostic, isShown, end.CancellationToken);
                AppCheck.ReportTwice(all, end.ReportDiagnostic);
            });
        });
    }

    private static void Analyze(
        SymbolAnalysisContext context,
        ProjectSettings settings,
        KubernetesTargets targets,
        Lazy<ProjectManifests> written,
        Lazy<ShippedManifests> shipped,
        Lazy<HashSet<ISymbol>> bases,
        Func<DiagnosticDescriptor, DiagnosticSeverity, Location, bool>? isShown,
        ConcurrentDictionary<string, ManifestSet> applications)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (WrittenAttributes.MayDifferByEnvironment(type, context.CancellationToken))
        {
            Environments.Report(type, ReadContext.ForAnalyzer(context.ReportDiagnostic, context.CancellationToken));
        }

        if (!UnreadDeclarations.MayDeclare(type, context.CancellationToken))
        {
            return;
        }

        if (AppReader.FindDeclaration(type) is not { } declaration)
        {
            UnreadDeclarations.Report(
                type,
                () => bases.Value.Contains(type.OriginalDefinition),
                ReadContext.ForAnalyzer(context.ReportDiagnostic, context.CancellationToken));
            return;
        }

        // What is wrong in several environments is said once.
        var said = new HashSet<FindingPlace>();
        var current = new List<FindingPlace>();
        foreach (ComposedApp app in ComposedApps.Of(type, declaration, context.Compilation, context.Options, context.CancellationToken))
        {
            foreach (Diagnostic problem in app.Problems)
            {
                Report(problem);
            }

            ManifestSet manifests = AppCheck.Run(
                app,
                AppCheck.OwnUses(app.App),
                written.Value,
                declaration.AttributeConstructor is null ? ShippedObjects.None : ShippedOf(app.Environment),
                () => CodeObjects.IndexOf(context.Compilation),
                targets.Of(declaration.ApplicationSyntaxReference?.SyntaxTree),
                app.App.Name.Location ?? type.Locations[0],
                Report,
                isShown,
                context.CancellationToken);

            // Types are compared as they are without an environment, which comes first.
            applications.TryAdd(app.App.Type.FullName, manifests);
            foreach (FindingPlace finding in current)
            {
                said.Add(finding);
            }

            current.Clear();
        }

        // While its attribute is half-typed, nothing is compared: its other arguments look as if they were gone. An environment
        // that the type does not name has what is declared for all of them.
        ShippedObjects ShippedOf(string? environment) =>
            environment is null
            && settings.Environment is { } chosen
            && shipped.Value.OfEnvironment(chosen) is { IsEmpty: false } own
            && !Environments.In(type).Contains(chosen, EnvironmentNames.Comparer)
                ? own
                : shipped.Value.OfEnvironment(environment);

        void Report(Diagnostic diagnostic)
        {
            var finding = new FindingPlace(diagnostic.Id, diagnostic.Location);
            current.Add(finding);
            if (!said.Contains(finding))
            {
                context.ReportDiagnostic(diagnostic);
            }
        }
    }
}
