using System.CommandLine;
using Holdfast.Tool.Catalog;
using Holdfast.Tool.Hosting;

namespace Holdfast.Tool.Commands;

/// <summary><c>holdfast rules</c>: all rules in a table.</summary>
internal static class RulesCommand
{
    public static Command Create(ToolHost host)
    {
        Option<RuleListFormat> format = new("--format", "-f")
        {
            Description = "How the list is written: text, json or markdown.",
            HelpName = "format",
            DefaultValueFactory = static _ => RuleListFormat.Text,
            CustomParser = static result => Read(result.Tokens[0].Value, result.AddError),
        };
        var command = new Command("rules", "Lists all rules with their severities, fixes and what they look at.") { format };
        command.SetAction(result =>
        {
            RuleList.Write(result.GetValue(format), host);
            return ExitCodes.Nothing;
        });
        return command;
    }

    private static RuleListFormat Read(string text, Action<string> problem)
    {
        switch (text)
        {
            case "text": return RuleListFormat.Text;
            case "json": return RuleListFormat.Json;
            case "markdown": return RuleListFormat.Markdown;
            default:
                problem($"'{text}' is not a format of this list; write text, json or markdown.");
                return RuleListFormat.Text;
        }
    }
}
