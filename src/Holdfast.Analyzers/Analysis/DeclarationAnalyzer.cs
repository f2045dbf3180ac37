using System.Collections.Immutable;
using Holdfast.Analyzers.Declarations;
using Holdfast.Analyzers.Reading;
using Holdfast.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Holdfast.Analyzers.Analysis;

/// <summary>Judges each <c>[StatefulApp]</c> and <c>[StatelessApp]</c> type as a whole: what cannot be read, and what would break in the cluster.</summary>
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
        context.RegisterCompilationStartAction(static start =>
        {
            // A project that does not reference Holdfast pays for this look-up and nothing more.
            if (start.Compilation.GetTypeByMetadataName(AttributeNames.StatefulAppMetadataName) is not null)
            {
                start.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
            }
        });
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (AppReader.FindDeclaration(type) is not { } declaration)
        {
            return;
        }

        var read = ReadContext.ForAnalyzer(context.ReportDiagnostic, context.CancellationToken);
        AppDeclaration app = ConfigTexts.Resolve(AppReader.Read(type, declaration, read), () => ProjectFile.AllOf(context.Options), read);
        AppCheck.Run(
            app,
            AppCheck.OwnUses(app),
            app.Name.Origin ?? type.Locations[0],
            context.ReportDiagnostic,
            context.CancellationToken);
    }
}
