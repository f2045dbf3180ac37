using System.Collections.Concurrent;
using System.Collections.Immutable;
using Holdfast.Engine.Manifests.Files;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Holdfast.Analyzers.Analysis;

/// <summary>
/// What <c>.editorconfig</c> and comments say about findings in manifests. The compiler applies
/// <c>dotnet_diagnostic.HF3001.severity</c> of a section to sources only and does not even show it to analyzers for other
/// files, so sections for manifests say <c>holdfast_diagnostic.HF3001.severity</c>.
/// </summary>
internal sealed class ManifestSeverities
{
    private readonly Dictionary<string, (AnalyzerConfigOptions Options, ManifestFile File)> _files = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Id, string Path), ReportDiagnostic?> _wishes = new();

    public ManifestSeverities(ImmutableArray<AdditionalText> texts, IEnumerable<ManifestFile> files, AnalyzerConfigOptionsProvider options)
    {
        var byPath = new Dictionary<string, ManifestFile>(StringComparer.Ordinal);
        foreach (ManifestFile file in files)
        {
            byPath[file.Path] = file;
        }

        foreach (AdditionalText text in texts)
        {
            if (byPath.TryGetValue(ManifestPaths.Normalize(text.Path), out ManifestFile? read))
            {
                _files[text.Path] = (options.GetOptions(text), read);
            }
        }
    }

    /// <summary>The wish for a rule at a place; null where there is none.</summary>
    public ReportDiagnostic? At(string id, Location place)
    {
        FileLinePositionSpan span = place.GetLineSpan();
        if (!_files.TryGetValue(span.Path, out (AnalyzerConfigOptions Options, ManifestFile File) file))
        {
            return null;
        }

        return file.File.Suppressions.Covers(id, span.StartLinePosition.Line)
            ? ReportDiagnostic.Suppress
            : _wishes.GetOrAdd((id, span.Path), key => Read(file.Options, key.Id));
    }

    private static ReportDiagnostic? Read(AnalyzerConfigOptions options, string id) =>
        options.TryGetValue($"holdfast_diagnostic.{id}.severity", out string? value) ? value.Trim().ToLowerInvariant() switch
        {
            "none" => ReportDiagnostic.Suppress,
            "silent" => ReportDiagnostic.Hidden,
            "suggestion" => ReportDiagnostic.Info,
            "warning" => ReportDiagnostic.Warn,
            "error" => ReportDiagnostic.Error,
            _ => null,
        }
        : null;
}
