using System.Collections.Immutable;
using System.Globalization;
using Holdfast.Engine.Judging;
using Holdfast.Engine.Manifests;
using Holdfast.Engine.Manifests.Files;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Naming;
using Holdfast.Engine.Reporting;
using Holdfast.Tool.Files;
using Holdfast.Tool.Formats;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Tool.Linting;

/// <summary>Judges files as the analyzer of manifests judges those of a project.</summary>
internal static class Linter
{
    /// <param name="files">The files.</param>
    /// <param name="target">The versions of Kubernetes that they are for, where no <c>.editorconfig</c> says it.</param>
    /// <param name="least">The least severity that is reported.</param>
    /// <param name="directory">The folder that paths in the report are relative to.</param>
    /// <param name="progress">Takes what is done, and how many of how many.</param>
    public static Report Lint(InputFile[] files, KubernetesTarget target, FindingSeverity least, string directory, Action<string, int, int>? progress = null)
    {
        EditorConfigs configs = EditorConfigs.Above(files.Select(static file => file.Path).Where(static path => path != InputFiles.StandardInput));
        var options = new ManifestOptions(configs.ValueOf);
        CheckVersions(files, options, directory);
        ImmutableArray<Finding> findings =
        [
            .. Judge(files, target, options, progress, configs.GlobalSeverityOf)
                .Select(diagnostic => (Diagnostic: diagnostic, Severity: SeverityOf(diagnostic, configs.GlobalSeverityOf(diagnostic.Id))))
                .Where(static item => item.Severity != DiagnosticSeverity.Hidden)
                .Select(item => FindingReader.Read(item.Diagnostic, item.Severity, directory))
                .Where(finding => finding.Severity >= least)
                .OrderBy(static finding => finding.Place?.Path, StringComparer.Ordinal)
                .ThenBy(static finding => finding.Place?.Line)
                .ThenBy(static finding => finding.Place?.Column)
                .ThenBy(static finding => finding.Rule, StringComparer.Ordinal)
                .ThenBy(static finding => finding.Message, StringComparer.Ordinal),
        ];
        return new Report("Findings in manifests", findings) { Summary = Summary(findings, files.Length) };
    }

    /// <summary>All findings, as the rules report them.</summary>
    public static IEnumerable<Diagnostic> Judge(InputFile[] files, KubernetesTarget target, ManifestOptions options, Action<string, int, int>? progress = null, Func<string, ReportDiagnostic?>? globalSeverityOf = null)
    {
        var read = new ManifestFile[files.Length];
        int done = 0;
        Parallel.For(0, files.Length, index =>
        {
            read[index] = ManifestFileReader.Read(files[index].Path, files[index].Text);
            progress?.Invoke("Parsing", Interlocked.Increment(ref done), files.Length);
        });
        Dictionary<string, ManifestFile> byPath = new(StringComparer.Ordinal);
        Dictionary<string, SourceText> texts = new(StringComparer.Ordinal);
        for (int i = 0; i < files.Length; i++)
        {
            byPath[files[i].Path] = read[i];
            texts[files[i].Path] = files[i].Text;
        }

        ProjectManifests manifests = ProjectManifests.Of(read.Where((_, index) => files[index].ShippedPath is null));
        ShippedManifests shipped = ShippedManifests.Of(read.Select((file, index) => (file, files[index].ShippedPath!)).Where(static item => item.Item2 is not null));
        var severities = new ManifestSeverities(byPath, options);
        var findings = new ManifestFindings(
            manifests,
            shipped,
            others: [],
            isOpen: manifests.IsOpen,
            new ManifestVersions(target, options).Of,
            (id, place) => severities.At(id, place) ?? globalSeverityOf?.Invoke(id),
            new ManifestNames(new Lazy<KnownSets>(() => KnownSets.Of(ManifestSets.Of(manifests))), texts.GetValueOrDefault));
        return findings.All(CancellationToken.None, (judged, all) => progress?.Invoke("Judging", judged, all)).SelectMany(static group => group);
    }

    /// <summary>A setting that means nothing would be ignored in silence.</summary>
    private static void CheckVersions(InputFile[] files, ManifestOptions options, string directory)
    {
        foreach (InputFile file in files)
        {
            if (options.KubernetesVersionOf(file.Path) is { } text && KubernetesTarget.Read(text, out string? problem) is not null && problem is not null)
            {
                throw new InputException($"The key {ManifestOptions.KubernetesVersionKey} for {ShownPaths.Of(file.Path, directory)} says '{text}', which {problem}.");
            }
        }
    }

    private static DiagnosticSeverity SeverityOf(Diagnostic diagnostic, ReportDiagnostic? wish) =>
        wish == ReportDiagnostic.Suppress ? DiagnosticSeverity.Hidden : wish?.ToSeverity() ?? diagnostic.Severity;

    private static string Summary(ImmutableArray<Finding> findings, int files)
    {
        string read = Count(files, "file");
        return findings.IsEmpty
            ? $"No findings in {read}."
            : $"{Count(findings.Count(static finding => finding.Severity == FindingSeverity.Error), "error")}, "
                + $"{Count(findings.Count(static finding => finding.Severity == FindingSeverity.Warning), "warning")} and "
                + $"{Count(findings.Count(static finding => finding.Severity == FindingSeverity.Info), "suggestion")} in {read}.";
    }

    private static string Count(int number, string what) => string.Create(CultureInfo.InvariantCulture, $"{number} {what}{(number == 1 ? string.Empty : "s")}");
}
