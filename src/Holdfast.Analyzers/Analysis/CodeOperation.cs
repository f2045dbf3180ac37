using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Analysis;

/// <summary>An operation in a body that has a word which concerns an analyzer.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Model">The model of its file.</param>
/// <param name="Options">What the compiler hands over beside sources.</param>
/// <param name="ReportDiagnostic">Takes findings.</param>
/// <param name="CancellationToken">Ends it early.</param>
internal readonly record struct CodeOperation(
    IOperation Operation,
    SemanticModel Model,
    Microsoft.CodeAnalysis.Diagnostics.AnalyzerOptions Options,
    Action<Diagnostic> ReportDiagnostic,
    CancellationToken CancellationToken)
{
    public Compilation Compilation => Model.Compilation;

    /// <summary>The type whose member has it; null where it is in none.</summary>
    public INamedTypeSymbol? ContainingType => Model.GetEnclosingSymbol(Operation.Syntax.SpanStart, CancellationToken) switch
    {
        INamedTypeSymbol type => type,
        var symbol => symbol?.ContainingType,
    };
}
