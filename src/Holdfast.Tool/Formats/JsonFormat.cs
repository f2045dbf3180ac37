using System.Text.Json;

namespace Holdfast.Tool.Formats;

/// <summary>One object with the findings, the texts beside them and the summary.</summary>
internal static class JsonFormat
{
    public static void Write(Report report, TextWriter output) => JsonText.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("title", report.Title);
        json.WriteStartArray("findings");
        foreach (Finding finding in report.Findings)
        {
            Write(finding, json);
        }

        json.WriteEndArray();
        json.WriteStartArray("sections");
        foreach (ReportSection section in report.Sections)
        {
            json.WriteStartObject();
            json.WriteString("title", section.Title);
            json.WriteString("text", section.Text);
            if (section.Language is { } language)
            {
                json.WriteString("language", language);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("summary", report.Summary);
        json.WriteEndObject();
    });

    private static void Write(Finding finding, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("rule", finding.Rule);
        json.WriteString("title", finding.Title);
        json.WriteString("severity", SeverityNames.Of(finding.Severity));
        json.WriteString("message", finding.Message);
        if (finding.Place is { } place)
        {
            json.WriteString("path", place.Path);
            json.WriteNumber("line", place.Line);
            json.WriteNumber("column", place.Column);
            json.WriteNumber("endLine", place.EndLine);
            json.WriteNumber("endColumn", place.EndColumn);
        }

        if (finding.HelpLink is { } link)
        {
            json.WriteString("help", link);
        }

        json.WriteEndObject();
    }
}
