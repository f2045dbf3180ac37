using Holdfast.Tool.Hosting;

namespace Holdfast.Tool.Formats;

/// <summary>Writes a report to standard output.</summary>
internal static class ReportWriter
{
    public static void Write(Report report, ReportFormat format, ToolHost host)
    {
        switch (format)
        {
            case ReportFormat.Json:
                JsonFormat.Write(report, host.Output);
                break;
            case ReportFormat.Sarif:
                SarifFormat.Write(report, host.Output);
                break;
            case ReportFormat.GitHub:
                GitHubFormat.Write(report, host.Output);
                break;
            case ReportFormat.Azure:
                AzureFormat.Write(report, host.Output);
                break;
            case ReportFormat.Markdown:
                MarkdownFormat.Write(report, host.Output);
                break;
            default:
                TextFormat.Write(report, host);
                break;
        }
    }
}
