using System.Globalization;

namespace Holdfast.Tool.Formats;

/// <summary>Logging commands of Azure Pipelines, which the build's summary lists.</summary>
internal static class AzureFormat
{
    public static void Write(Report report, TextWriter output)
    {
        foreach (ReportSection section in report.Sections)
        {
            output.WriteLine($"##[group]{section.Title}");
            output.WriteLine(section.Text.TrimEnd('\n'));
            output.WriteLine("##[endgroup]");
        }

        foreach (Finding finding in report.Findings)
        {
            // Azure Pipelines has issues for errors and warnings alone.
            if (finding.Severity == FindingSeverity.Info)
            {
                output.WriteLine(TextFormat.Line(finding, Paint.None));
                continue;
            }

            string place = finding.Place is { } at
                ? string.Create(CultureInfo.InvariantCulture, $"sourcepath={Property(at.Path)};linenumber={at.Line};columnnumber={at.Column};")
                : string.Empty;
            output.WriteLine($"##vso[task.logissue type={SeverityNames.Of(finding.Severity)};{place}code={finding.Rule};]{Text(finding.Message)}");
        }

        if (report.Summary.Length > 0)
        {
            output.WriteLine(report.Summary);
        }
    }

    private static string Text(string text) => text
        .Replace("%", "%AZP25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Text(text)
        .Replace(";", "%3B", StringComparison.Ordinal)
        .Replace("]", "%5D", StringComparison.Ordinal);
}
