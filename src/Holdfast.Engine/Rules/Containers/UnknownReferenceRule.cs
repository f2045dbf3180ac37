using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Values;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Naming.Texts;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Wording;
using Holdfast.WellKnown;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Containers;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor UnknownReferenceRule = new(
        id: "HF6010",
        title: "A reference names no environment variable",
        messageFormat: "'$({0})' {1}, so the container gets the text as it is; {2}",
        category: RuleCategories.Containers,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF6010"));
}

/// <summary>HF6010: a reference to an environment variable that is not defined.</summary>
internal sealed class UnknownReferenceRule() : PodOwnerRule(RuleDescriptors.UnknownReferenceRule)
{
    protected override void Check(PodOwnerView owner, ManifestSet manifests, RuleContext context)
    {
        foreach (MappingNode container in owner.Containers)
        {
            // What a ConfigMap or a Secret defines is not known here.
            if (!MayRefer(container) || container["envFrom"] is not null || container["env"] is not (null or SequenceNode))
            {
                continue;
            }

            // That the pods of a Deployment have no ordinal is said about the type.
            // And what the host's name is on the host's network has its own rule.
            List<string> defined = owner is DeploymentView ? [PodEnvironmentVariables.PodOrdinal] : [];
            if (owner.PodSpec.At("hostNetwork").IsTrue())
            {
                defined.Add(HostName);
            }

            // The controller adds this one after all others, so commands can refer to it and variables cannot.
            IEnumerable<string> added = owner.Job.At("completionMode") is { } mode && !mode.Is("NonIndexed") ? [CompletionIndex] : [];
            string[] all = [.. defined, .. added, .. container["env"].Mappings().Select(static variable => variable["name"].TryGetString(out string? name) ? name : string.Empty)];
            if (((container["env"] as SequenceNode)?.Items.Any(static variable => variable.At("name") is not ScalarNode)).GetValueOrDefault())
            {
                continue;
            }

            foreach (MappingNode variable in container["env"].Mappings())
            {
                Check(variable["value"], defined, all, VariableReferences.In, null, context);
                defined.Add(variable["name"].TryGetString(out string? name) ? name : string.Empty);
            }

            foreach (ManifestNode item in new[] { container["command"], container["args"] }.OfType<SequenceNode>().SelectMany(static list => list.Items))
            {
                Check(item, all, all, VariableReferences.InCommand, null, context);
            }

            foreach (MappingNode mount in container["volumeMounts"].Mappings())
            {
                Check(mount["subPathExpr"], all, all, VariableReferences.In, DiagnosticSeverity.Error, context);
            }
        }
    }

    /// <summary>Whether anything in a container may be a reference; asked of all containers, so it walks without enumerators.</summary>
    private static bool MayRefer(MappingNode container) => AnyOf(container["env"], "value") || AnyOf(container["command"]) || AnyOf(container["args"]) || AnyOf(container["volumeMounts"], "subPathExpr");

    private static bool AnyOf(ManifestNode? list, string? field = null)
    {
        if (list is SequenceNode sequence)
        {
            foreach (ManifestNode item in sequence.Items)
            {
                if ((field is null ? item : item.At(field)).TryGetString(out string? text) && VariableReferences.MayBeIn(text))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private const string HostName = "HOSTNAME";

    private const string CompletionIndex = "JOB_COMPLETION_INDEX";

    private void Check(ManifestNode? text, IReadOnlyCollection<string> known, string[] all, Func<string, IEnumerable<string>> find, DiagnosticSeverity? severity, RuleContext context)
    {
        if (!text.TryGetString(out string? value))
        {
            return;
        }

        foreach (string name in find(value))
        {
            if (!known.Contains(name) && !VariableReferences.IsOfAService(name))
            {
                bool isLater = all.Contains(name);
                string? nearest = isLater ? null : NearestName.Find(name, known);
                context.Report(this, text!.Location, new RuleFinding(
                    name,
                    isLater ? "names a variable that is defined later" : "names a variable that the container does not have",
                    isLater ? "define it before" : nearest is null ? Phrase.Of($"define it in `Container.env`, or write '$$(' for the literal text") : $"did you mean '{nearest}'?")
                {
                    Severity = severity,
                });
            }
        }
    }
}
