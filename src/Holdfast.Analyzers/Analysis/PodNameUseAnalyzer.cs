using System.Collections.Concurrent;
using System.Collections.Immutable;
using Holdfast.Analyzers.Composing;
using Holdfast.Analyzers.Declarations;
using Holdfast.Analyzers.Model;
using Holdfast.Analyzers.Reading;
using Holdfast.Analyzers.Rules;
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
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = RuleCatalog.Descriptors;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(AttributeNames.StatefulAppMetadataName) is null)
            {
                return;
            }

            var apps = new ConcurrentDictionary<INamedTypeSymbol, AppDeclaration?>(SymbolEqualityComparer.Default);
            start.RegisterOperationAction(operation => Analyze(operation, apps), OperationKind.PropertyReference, OperationKind.Invocation);
        });
    }

    private static void Analyze(OperationAnalysisContext context, ConcurrentDictionary<INamedTypeSymbol, AppDeclaration?> apps)
    {
        if (!PodNameOperations.NeedsPodName(context.Operation)
            || PodNameOperations.ApplicationOf(context.Operation) is not { } type
            || apps.GetOrAdd(type, static type => Read(type)) is not { } app)
        {
            return;
        }

        var use = new PodNameUse(Members.Name(app), $"'{context.Operation.Syntax}'", context.Operation.Syntax.GetLocation());
        AppCheck.Run(app, [use], Location.None, Report, context.CancellationToken);

        // What is wrong with the declaration as such is said at the declaration.
        void Report(Diagnostic diagnostic)
        {
            if (diagnostic.Location == use.Origin)
            {
                context.ReportDiagnostic(diagnostic);
            }
        }
    }

    private static AppDeclaration? Read(INamedTypeSymbol type) => AppReader.FindDeclaration(type) is { } declaration
        ? AppReader.Read(type, declaration, ReadContext.ForAnalyzer(static _ => { }, CancellationToken.None))
        : null;
}
