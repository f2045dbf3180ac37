using System.Globalization;

namespace Holdfast.Tool.Formats;

/// <summary>A heading, the texts and a table of findings, for a comment in a pull request or a job's summary.</summary>
internal static class MarkdownFormat
{
    public static void Write(Report report, TextWriter output)
    {
        output.WriteLine($"# {report.Title}");
        foreach (ReportSection section in report.Sections)
        {
            output.WriteLine();
            output.WriteLine($"## {section.Title}");
            output.WriteLine();
            if (section.Language is { } language)
            {
                output.WriteLine("```" + language);
            }

            output.WriteLine(section.Text.TrimEnd('\n'));
            if (section.Language is not null)
            {
                output.WriteLine("```");
            }
        }

        if (!report.Findings.IsEmpty)
        {
            output.WriteLine();
            output.WriteLine("| Severity | Rule | Place | Message |");
            output.WriteLine("|---|---|---|---|");
            foreach (Finding finding in report.Findings)
            {
                string rule = finding.HelpLink is { } link ? $"[{finding.Rule}]({link})" : finding.Rule;
                string place = finding.Place is { } at ? string.Create(CultureInfo.InvariantCulture, $"`{at.Path}:{at.Line}`") : string.Empty;
                output.WriteLine($"| {SeverityNames.Of(finding.Severity)} | {rule} | {Cell(place)} | {Cell(finding.Message)} |");
            }
        }

        if (report.Summary.Length > 0)
        {
            output.WriteLine();
            output.WriteLine(report.Summary);
        }
    }

    /// <summary>A text in a cell of a table: neither a bar nor markup of HTML.</summary>
    private static string Cell(string text) => text
        .Replace("|", "\\|", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace("\n", " ", StringComparison.Ordinal);
}
