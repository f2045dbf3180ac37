using System.Text.RegularExpressions;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Containers;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor ShellSyntaxRule = new(
        id: "HF6014",
        title: "A command is written as only a shell reads it",
        messageFormat: "{0}; {1}",
        category: RuleCategories.Containers,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Kubernetes starts the first item of a command as a program, with the other items as its arguments. No shell reads them.",
        helpLinkUri: HelpLink.For("HF6014"));
}

/// <summary>HF6014: a command line as only a shell splits and reads it, where none does.</summary>
internal sealed class ShellSyntaxRule() : PodOwnerRule(RuleDescriptors.ShellSyntaxRule)
{
    /// <summary>A program and arguments in one text. Paths of Windows may have spaces.</summary>
    private static readonly Regex Line = new(@"^[A-Za-z0-9_./-]+[ \t]+[^\s\\]", RegexOptions.CultureInvariant);

    /// <summary>A command of a shell in a text, with arguments: Kubernetes' own references are one name.</summary>
    private static readonly Regex Substitution = new(@"(?<!\$)\$\([a-z][A-Za-z0-9_./-]*[ \t]+[^()]+\)", RegexOptions.CultureInvariant);

    /// <summary>The variables that every container has, in the form of a shell. Some programs read the form with braces themselves.</summary>
    private static readonly Regex Variable = new(@"(?<!\$)\$(?:HOSTNAME|HOME)\b", RegexOptions.CultureInvariant);

    /// <summary>Each finding is about a text with one of these.</summary>
    private static readonly char[] Signs = [' ', '\t', '$', '&', '|', '<', '>'];

    private static readonly string[] Operators = ["&&", "||", "|", ">", ">>", "<", "&", "2>&1", ">&2", "2>", "&>"];

    /// <summary>Programs that run what they are given as a script, or that have such operators themselves.</summary>
    private static readonly Regex Interpreter = new("(?:^|/)(?:python|perl|ruby|node|php|awk|gawk|lua|jq|yq|test|expr|find|su|ssh|env|watch|xargs|timeout|\\[)[0-9.]*$", RegexOptions.CultureInvariant);

    private static readonly string[] Probes = ["livenessProbe", "readinessProbe", "startupProbe"];

    protected override void Check(PodOwnerView owner, ManifestSet manifests, RuleContext context)
    {
        foreach (MappingNode container in owner.Containers)
        {
            Check(container["command"], container["args"], context);
            foreach (string probe in Probes)
            {
                Check(container.At(probe, "exec", "command"), null, context);
            }

            Check(container.At("lifecycle", "preStop", "exec", "command"), null, context);
            Check(container.At("lifecycle", "postStart", "exec", "command"), null, context);
        }
    }

    private void Check(ManifestNode? command, ManifestNode? arguments, RuleContext context)
    {
        // Nearly all containers have neither, or nothing in them that is for a shell.
        if (!MayBeForShell(command) && !MayBeForShell(arguments))
        {
            return;
        }

        ManifestNode[] items = [.. ShellUse.Items(command)];
        if (items.Length > 0 && items[0] is ScalarNode { Kind: ScalarKind.String } first && Line.IsMatch(first.Text))
        {
            string program = first.Text.Split(' ', '\t')[0];
            context.Report(this, first.Location, new RuleFinding(
                $"'{Shorten(first.Text)}' is one item, so Kubernetes looks for a program of that whole name and does not find it",
                items.Length == 1 ? $"write each word as an item, '{program}' first" : $"write '{program}' and its arguments as items"));
            return;
        }

        ManifestNode[] all = [.. items, .. ShellUse.Items(arguments)];
        if (ShellUse.MayRead(command, arguments) || all.Any(static item => item is not ScalarNode || Interpreter.IsMatch(((ScalarNode)item).Text)))
        {
            return;
        }

        for (int i = 0; i < all.Length; i++)
        {
            string text = ((ScalarNode)all[i]).Text;

            // The value of an option may be any sign.
            bool isOperator = i > 0 && Operators.Contains(text) && !((ScalarNode)all[i - 1]).Text.StartsWith("-", StringComparison.Ordinal);
            string? part = isOperator ? text : Substitution.Match(text) is { Success: true } substitution ? substitution.Value : Variable.Match(text) is { Success: true } variable ? variable.Value : null;
            if (part is not null)
            {
                context.Report(this, all[i].Location, new RuleFinding(
                    $"'{Shorten(part)}' is for a shell, and no shell reads it here, so the program gets the text as it is",
                    items.Length > 0 ? Phrase.Of($"run the whole line with 'sh', '-c'") : Phrase.Of($"set `Container.command` to 'sh', '-c' and the whole line")));
                return;
            }
        }
    }

    private static bool MayBeForShell(ManifestNode? list)
    {
        if (list is SequenceNode sequence)
        {
            foreach (ManifestNode item in sequence.Items)
            {
                if (item is ScalarNode scalar && scalar.Text.IndexOfAny(Signs) >= 0)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static string Shorten(string text)
    {
        string line = text.Split('\n')[0];
        return line.Length > 60 ? line.Substring(0, 57) + "..." : line;
    }
}
