using System.Text.RegularExpressions;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Naming.Texts;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Containers;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor ShellReferenceRule = new(
        id: "HF6013",
        title: "A variable is written as only a shell reads it",
        messageFormat: "'{0}' is the form of a shell, and no shell reads it here, so the container gets the text as it is; write '$({1})'",
        category: RuleCategories.Containers,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF6013"));
}

/// <summary>HF6013: a variable of the container in a form that a shell replaces, where no shell reads it.</summary>
internal sealed class ShellReferenceRule() : PodOwnerRule(RuleDescriptors.ShellReferenceRule)
{
    private static readonly Regex Reference = new(@"(?<!\$)\$(?:\{([A-Za-z_][A-Za-z0-9_]*)\}|([A-Za-z_][A-Za-z0-9_]*))", RegexOptions.CultureInvariant);

    private const string LinkedHost = "_SERVICE_HOST";

    /// <summary>Whatever has more than names and addresses may be a script, or a format that a program fills in.</summary>
    private static readonly Regex Script = new(@"[;|&`\n<>]|\s-|\$\(\(|\$\{[^}]*[^A-Za-z0-9_}]", RegexOptions.CultureInvariant);

    /// <summary>Variables that start scripts evaluate, or that programs with placeholders like these read.</summary>
    private static readonly Regex Evaluated = new(@"OPTS?$|OPTIONS$|ARGS$|FLAGS$|CMD|COMMAND|SCRIPT|TEMPLATE|FORMAT|PATTERN|PROMPT|^PS1$|^SPRING_|^QUARKUS_|^MICRONAUT_|^KC_|^GF_|^ES_|^LOGSTASH|[.]|CONFIG|^PATH$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    protected override void Check(PodOwnerView owner, ManifestSet manifests, RuleContext context)
    {
        string[]? links = null;
        foreach (MappingNode container in owner.Containers)
        {
            if (!DeclaredText.ExistsIn(container, static text => MayRefer(text.Text)) && !MayReferUnknown(container))
            {
                continue;
            }

            links ??= [.. LinksOf(owner, manifests)];
            MappingNode[] variables = [.. container["env"].Mappings()];
            string[] names = [.. variables.Select(static variable => variable["name"].TryGetString(out string? name) ? name : string.Empty), .. links];
            if (names.Length == 0)
            {
                continue;
            }

            // What a tool fills in has the same form, and names what the container does not have, or what is filled in itself.
            ManifestNode?[] texts = [.. variables.Select(static variable => variable["value"]), container["image"], .. ShellUse.Items(container["args"]), .. ShellUse.Items(container["command"])];
            if (!texts.Any(static node => ShellUse.TextOf(node) is { } text && MayRefer(text)))
            {
                continue;
            }

            if (texts.OfType<UnknownNode>().Any(node => node.Text is null || ReferencesIn(node.Text).Any(reference => !names.Contains(reference.Name)))
                || variables.Any(static variable => ShellUse.TextOf(variable["value"]) is { } value && variable["name"].TryGetString(out string? own) && ReferencesIn(value).Any(reference => reference.Name == own)))
            {
                continue;
            }

            foreach (MappingNode variable in variables)
            {
                if (ShellUse.TextOf(variable["value"]) is { } value && MayRefer(value) && variable["name"].TryGetString(out string? name) && !Evaluated.IsMatch(name))
                {
                    Report(variable["value"]);
                }
            }

            if (!ShellUse.MayRead(container["command"], container["args"]))
            {
                foreach (ManifestNode item in ShellUse.Items(container["args"]).Concat(ShellUse.Items(container["command"])))
                {
                    Report(item);
                }
            }

            void Report(ManifestNode? node)
            {
                if (ShellUse.TextOf(node) is not { } text || !MayRefer(text) || Script.IsMatch(text))
                {
                    return;
                }

                foreach ((string reference, string name) in ReferencesIn(text))
                {
                    if (names.Contains(name))
                    {
                        context.Report(this, node!.Location, new RuleFinding(reference, name)
                        {
                            Properties = FixProperties.Replace(text.Replace(reference, $"$({name})")),
                        });
                    }
                }
            }
        }
    }

    private static bool MayRefer(string text) => text.IndexOf('$') >= 0;

    /// <summary>Whether the image, or a value that a tool fills in, has a dollar sign; the texts of programs are asked before.</summary>
    private static bool MayReferUnknown(MappingNode container) => (ShellUse.TextOf(container["image"]) is { } image && MayRefer(image))
        || AnyUnknown(container["command"]) || AnyUnknown(container["args"]) || AnyUnknown(container["env"], "value");

    private static bool AnyUnknown(ManifestNode? list, string? field = null)
    {
        if (list is SequenceNode sequence)
        {
            foreach (ManifestNode item in sequence.Items)
            {
                if ((field is null ? item : item is MappingNode mapping ? mapping[field] : null) is UnknownNode { Text: { } text } && MayRefer(text))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The variables of Services that the kubelet defines in each container.</summary>
    private static IEnumerable<string> LinksOf(PodOwnerView owner, ManifestSet manifests) =>
        owner.PodSpec.At("enableServiceLinks") is not null || !owner.Containers.Any(static container => DeclaredText.ExistsIn(container, static text => text.Text.Contains(LinkedHost)))
            ? []
            : manifests.KnownServices.Where(service => service.IsHeadless == false && !service.IsApartFrom(owner))
                .Select(static service => service.DisplayName.ToUpperInvariant().Replace('-', '_'))
                .SelectMany(static name => (string[])[name + LinkedHost, name + "_SERVICE_PORT"]);

    private static IEnumerable<(string Reference, string Name)> ReferencesIn(string text) => !MayRefer(text) ? [] : Reference.Matches(text).Cast<Match>()
        .Select(static match => (match.Value, match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value));
}
