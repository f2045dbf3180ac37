using Holdfast.Tool.Formats;
using Holdfast.Tool.Hosting;
using Spectre.Console;

namespace Holdfast.Tool.Catalog;

/// <summary>Writes all rules.</summary>
internal static class RuleList
{
    public static void Write(RuleListFormat format, ToolHost host)
    {
        switch (format)
        {
            case RuleListFormat.Json:
                WriteJson(host.Output);
                break;
            case RuleListFormat.Markdown:
                host.Output.WriteLine("| Rule | Title | Severity | Fix | Readers |");
                host.Output.WriteLine("|---|---|---|:-:|---|");
                foreach (RuleRow row in RuleRow.All)
                {
                    host.Output.WriteLine($"| {row.Id} | {row.Title} | {row.Severity} | {(row.HasFix ? "✓" : string.Empty)} | {string.Join(", ", row.Readers)} |");
                }

                break;
            default:
                WriteTable(host);
                break;
        }
    }

    private static void WriteTable(ToolHost host)
    {
        IAnsiConsole console = Terminal.Of(host);
        Table table = new Table().Border(TableBorder.Simple).AddColumns("Rule", "Title", "Severity", "Fix", "Readers");
        table.Columns[0].NoWrap();
        foreach (RuleRow row in RuleRow.All)
        {
            table.AddRow(
                new Text(row.Id, new Style(decoration: Decoration.Bold)),
                new Text(row.Title),
                new Text(row.Severity),
                new Text(row.HasFix ? "yes" : string.Empty),
                new Text(string.Join(", ", row.Readers)));
        }

        console.Write(table);
    }

    private static void WriteJson(TextWriter output) => JsonText.Write(output, static json =>
    {
        json.WriteStartArray();
        foreach (RuleRow row in RuleRow.All)
        {
            json.WriteStartObject();
            json.WriteString("rule", row.Id);
            json.WriteString("title", row.Title);
            json.WriteString("severity", row.Severity);
            json.WriteBoolean("fix", row.HasFix);
            json.WriteStartArray("readers");
            foreach (string reader in row.Readers)
            {
                json.WriteStringValue(reader);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
