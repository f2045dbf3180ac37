using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Reporting;

/// <summary>From what settings ask for to what diagnostics have.</summary>
internal static class ReportDiagnosticExtensions
{
    /// <summary>The severity; null for the rule's own, and for none.</summary>
    public static DiagnosticSeverity? ToSeverity(this ReportDiagnostic wish) => wish switch
    {
        ReportDiagnostic.Error => DiagnosticSeverity.Error,
        ReportDiagnostic.Warn => DiagnosticSeverity.Warning,
        ReportDiagnostic.Info => DiagnosticSeverity.Info,
        ReportDiagnostic.Hidden => DiagnosticSeverity.Hidden,
        _ => null,
    };
}
