using System.Globalization;

namespace Holdfast.Tool.Formats;

/// <summary>Workflow commands of GitHub Actions, which become annotations in a pull request.</summary>
internal static class GitHubFormat
{
    public static void Write(Report report, TextWriter output)
    {
        foreach (ReportSection section in report.Sections)
        {
            output.WriteLine($"::group::{Text(section.Title)}");
            output.WriteLine(section.Text.TrimEnd('\n'));
            output.WriteLine("::endgroup::");
        }

        foreach (Finding finding in report.Findings)
        {
            string command = finding.Severity == FindingSeverity.Info ? "notice" : SeverityNames.Of(finding.Severity);
            string place = finding.Place is { } at
                ? string.Create(CultureInfo.InvariantCulture, $"file={Property(at.Path)},line={at.Line},endLine={at.EndLine},col={at.Column},endColumn={at.EndColumn},")
                : string.Empty;
            output.WriteLine($"::{command} {place}title={Property($"{finding.Rule}: {finding.Title}")}::{Text(finding.Message)}");
        }

        if (report.Summary.Length > 0)
        {
            output.WriteLine(report.Summary);
        }
    }

    private static string Text(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Text(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
