using System.CommandLine;
using Holdfast.Tool.Catalog;
using Holdfast.Tool.Formats;
using Holdfast.Tool.Hosting;

namespace Holdfast.Tool.Commands;

/// <summary><c>holdfast explain</c>: the page of a rule, without a network.</summary>
internal static class ExplainCommand
{
    public static Command Create(ToolHost host)
    {
        var rule = new Argument<string>("rule") { Description = "The id of a rule, such as HF3001." };
        var command = new Command("explain", "Shows what a rule is about, why it hurts and how to fix it.") { rule };
        command.SetAction(result => Explain(result.GetRequiredValue(rule), host));
        return command;
    }

    private static int Explain(string text, ToolHost host)
    {
        // Digits alone are enough.
        string id = text.Trim().ToUpperInvariant();
        id = id.StartsWith("HF", StringComparison.Ordinal) ? id : "HF" + id;
        if (RulePages.Of(id) is { } page)
        {
            host.Output.Write(host.HasColors ? MarkdownText.Paint(page) : page);
            return ExitCodes.Nothing;
        }

        string[] near = NearIds.Of(id, RulePages.Ids);
        throw new InputException(near.Length == 0
            ? $"There is no rule '{text}'; holdfast rules lists them."
            : $"There is no rule '{text}'. Did you mean {string.Join(" or ", near)}?");
    }
}
