using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Analysis;

/// <summary>
/// What the compiler's own settings say about a rule: it applies them to what is reported, and rules that put several findings into one have
/// to know them before.
/// </summary>
/// <param name="compilation">The compilation that has the settings.</param>
internal sealed class GlobalSeverities(Compilation compilation)
{
    /// <summary>The severity that the user asks for; null where no setting says one.</summary>
    public ReportDiagnostic? At(string id, Location place)
    {
        SyntaxTreeOptionsProvider? provider = compilation.Options.SyntaxTreeOptionsProvider;
        ReportDiagnostic severity = ReportDiagnostic.Default;
        return (place.SourceTree is { } tree && provider?.TryGetDiagnosticValue(tree, id, CancellationToken.None, out severity) == true)
            || compilation.Options.SpecificDiagnosticOptions.TryGetValue(id, out severity)
            || provider?.TryGetGlobalDiagnosticValue(id, CancellationToken.None, out severity) == true
                ? severity is ReportDiagnostic.Default ? null : severity
                : null;
    }
}
