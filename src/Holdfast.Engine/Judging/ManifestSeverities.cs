using Holdfast.Engine.Manifests.Files;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Judging;

/// <summary>What <c>.editorconfig</c> and comments say about findings in manifests.</summary>
/// <param name="files">The files, by the paths that places in them have.</param>
/// <param name="options">What <c>.editorconfig</c> says.</param>
internal sealed class ManifestSeverities(IReadOnlyDictionary<string, ManifestFile> files, ManifestOptions options)
{
    /// <summary>The wish for a rule at a place; null where there is none.</summary>
    public ReportDiagnostic? At(string id, Location place)
    {
        FileLinePositionSpan span = place.GetLineSpan();
        if (!files.TryGetValue(span.Path, out ManifestFile? file))
        {
            return null;
        }

        return file.Suppressions.Covers(id, span.StartLinePosition.Line)
            ? ReportDiagnostic.Suppress
            : Read(id, span.Path);
    }

    private ReportDiagnostic? Read(string id, string path) => options.SeverityOf(path, id)?.ToLowerInvariant() switch
    {
        "none" => ReportDiagnostic.Suppress,
        "silent" => ReportDiagnostic.Hidden,
        "suggestion" => ReportDiagnostic.Info,
        "warning" => ReportDiagnostic.Warn,
        "error" => ReportDiagnostic.Error,
        _ => null,
    };
}
