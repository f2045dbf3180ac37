using System.Text.Json;
using Holdfast.Tool.Hosting;

namespace Holdfast.Tool.Formats;

/// <summary>SARIF 2.1.0, as code scanning of GitHub and Azure DevOps reads it.</summary>
internal static class SarifFormat
{
    public static void Write(Report report, TextWriter output)
    {
        Finding[] rules =
        [
            .. report.Findings
                .GroupBy(static finding => finding.Rule, StringComparer.Ordinal)
                .OrderBy(static group => group.Key, StringComparer.Ordinal)
                .Select(static group => group.First()),
        ];
        JsonText.Write(output, json =>
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            WriteTool(rules, json);
            json.WriteString("columnKind", "utf16CodeUnits");
            json.WriteStartArray("results");
            foreach (Finding finding in report.Findings)
            {
                Write(finding, Array.FindIndex(rules, rule => rule.Rule == finding.Rule), json);
            }

            json.WriteEndArray();
            WriteSections(report, json);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static void WriteTool(Finding[] rules, Utf8JsonWriter json)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "holdfast");
        json.WriteString("semanticVersion", ToolVersion.Text);
        json.WriteStartArray("rules");
        foreach (Finding rule in rules)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Rule);
            WriteText("shortDescription", rule.Title, json);
            if (rule.HelpLink is { } link)
            {
                json.WriteString("helpUri", link);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Finding finding, int rule, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Rule);
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("level", finding.Severity == FindingSeverity.Info ? "note" : SeverityNames.Of(finding.Severity));
        WriteText("message", finding.Message, json);
        if (finding.Place is { } place)
        {
            json.WriteStartArray("locations");
            json.WriteStartObject();
            json.WriteStartObject("physicalLocation");
            json.WriteStartObject("artifactLocation");
            json.WriteString("uri", UriOf(place.Path));
            json.WriteEndObject();
            json.WriteStartObject("region");
            json.WriteNumber("startLine", place.Line);
            json.WriteNumber("startColumn", place.Column);
            json.WriteNumber("endLine", place.EndLine);
            json.WriteNumber("endColumn", place.EndColumn);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteSections(Report report, Utf8JsonWriter json)
    {
        if (report.Sections.IsEmpty)
        {
            return;
        }

        json.WriteStartObject("properties");
        json.WriteStartArray("sections");
        foreach (ReportSection section in report.Sections)
        {
            json.WriteStartObject();
            json.WriteString("title", section.Title);
            json.WriteString("text", section.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteText(string name, string text, Utf8JsonWriter json)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    /// <summary>Relative to the folder that the command ran in, which code scanning takes for the repository's root.</summary>
    private static string UriOf(string path) =>
        (path.StartsWith('/') ? "file://" : path.Length > 1 && path[1] == ':' ? "file:///" : string.Empty)
        + string.Join('/', path.Split('/').Select((part, index) => index == 0 && part.EndsWith(':') ? part : Uri.EscapeDataString(part)));
}
