using Holdfast.Tool.Hosting;

namespace Holdfast.Tool.Formats;

/// <summary>Findings as the compiler writes them, one a line; colours on a terminal.</summary>
internal static class TextFormat
{
    public static void Write(Report report, ToolHost host)
    {
        TextWriter output = host.Output;
        var paint = new Paint(host.HasColors);
        foreach (ReportSection section in report.Sections)
        {
            output.WriteLine(paint.Bold(section.Title));
            output.WriteLine();
            output.WriteLine(section.Text.TrimEnd('\n'));
            output.WriteLine();
        }

        foreach (Finding finding in report.Findings)
        {
            output.WriteLine(Line(finding, paint));
        }

        if (report.Summary.Length > 0)
        {
            if (!report.Findings.IsEmpty)
            {
                output.WriteLine();
            }

            output.WriteLine(report.Summary);
        }
    }

    /// <summary>A finding in one line.</summary>
    public static string Line(Finding finding, Paint paint)
    {
        string severity = paint.Severity(finding.Severity, $"{SeverityNames.Of(finding.Severity)} {finding.Rule}");
        return finding.Place is { } place ? $"{place}: {severity}: {finding.Message}" : $"{severity}: {finding.Message}";
    }
}
