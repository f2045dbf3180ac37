using System.Collections.Concurrent;
using System.Collections.Immutable;
using Holdfast.Analyzers.Reading;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Facts;
using Holdfast.Engine.Manifests;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Holdfast.Analyzers.Analysis;

/// <summary>
/// Finds code that asks an application's pods for their DNS names, and judges whether they have any. The rules are those
/// of the declaration; only the place of the finding is another.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PodNameUseAnalyzer : DiagnosticAnalyzer
{
    /// <summary>A place that stands for all uses, to ask whether a use would be a finding.</summary>
    private static readonly Location AnyUse = Location.Create("use", default, default);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        RuleCatalog.Descriptors.Add(ReadingProblems.WrongKind);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (!HoldfastUse.MayKnowDeclarations(start))
            {
                return;
            }

            Lazy<ProjectManifests> written = ManifestFiles.Lazily(start.Options);
            var apps = new ConcurrentDictionary<INamedTypeSymbol, ComposedApp?>(SymbolEqualityComparer.Default);

            // By the text of each file, as an action for operations makes the compiler bind all bodies.
            start.RegisterSemanticModelAction(file =>
            {
                CodeWords words = CodeWords.Of(file.SemanticModel.SyntaxTree, file.CancellationToken);
                foreach (IOperation operation in CodeBodies.OperationsAt(words.PodNames, file.SemanticModel, file.CancellationToken))
                {
                    Analyze(new CodeOperation(operation, file.SemanticModel, file.Options, file.ReportDiagnostic, file.CancellationToken), apps, written);
                }
            });
        });
    }

    private static void Analyze(
        CodeOperation context,
        ConcurrentDictionary<INamedTypeSymbol, ComposedApp?> apps,
        Lazy<ProjectManifests> written)
    {
        if (!PodNameOperations.NeedsPodName(context.Operation) || PodNameOperations.ApplicationOf(context.Operation) is not { } type)
        {
            return;
        }

        if (AppReader.FindDeclaration(type) is { } declaration && AppReader.KindOf(declaration) == WorkloadKind.Deployment)
        {
            context.ReportDiagnostic(KindRefusals.Use(context.Operation.Syntax.ToString(), type.Name, context.Operation.Syntax.GetLocation()));
        }
        else if (apps.GetOrAdd(type, type => ReadIfFaulty(type, written.Value, Made, context)) is { } app)
        {
            Judge(app, written.Value, Made, context.Operation.Syntax.ToString(), context.Operation.Syntax.GetLocation(), context.ReportDiagnostic, context.CancellationToken);
        }

        ObjectIndex Made() => CodeObjects.IndexOf(context.Compilation);
    }

    /// <summary>
    /// The declaration, if its pods' names do not resolve in some environment; nearly always they do, and then none of its
    /// uses is looked at.
    /// </summary>
    private static ComposedApp? ReadIfFaulty(INamedTypeSymbol type, ProjectManifests written, Func<ObjectIndex> made, CodeOperation context)
    {
        if (AppReader.FindDeclaration(type) is not { } declaration)
        {
            return null;
        }

        foreach (ComposedApp app in ComposedApps.Of(type, declaration, context.Compilation, context.Options, CancellationToken.None))
        {
            bool isFaulty = false;
            Judge(app, written, made, type.Name, AnyUse, _ => isFaulty = true, CancellationToken.None);
            if (isFaulty)
            {
                return app;
            }
        }

        return null;
    }

    private static void Judge(
        ComposedApp app,
        ProjectManifests written,
        Func<ObjectIndex> made,
        string code,
        Location place,
        Action<Diagnostic> report,
        CancellationToken cancellationToken)
    {
        _ = AppCheck.Run(app, [new PodNameUse(DeclaredReplicas.Name(app.App), $"'{code}'", place)], written, ShippedObjects.None, made, KubernetesTarget.Default, Location.None, Report, isShown: null, cancellationToken);

        // What is wrong with the declaration as such is said at the declaration.
        void Report(Diagnostic diagnostic)
        {
            if (diagnostic.Location == place)
            {
                report(diagnostic);
            }
        }
    }
}
