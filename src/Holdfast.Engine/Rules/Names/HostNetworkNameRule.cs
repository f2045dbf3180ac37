using System.Text.RegularExpressions;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Naming.Texts;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Names;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor HostNetworkNameRule = new(
        id: "HF2010",
        title: "With host networking the host name is that of the node",
        messageFormat: "'{0}' uses the host network, where the host name is that of the node, but '{1}' reads it as the pod's name; {2}",
        category: RuleCategories.Names,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF2010"),
        customTags: Fixes.NameOfParsed);
}

/// <summary>HF2010: a pod on its node's network that asks its host name who it is.</summary>
internal sealed class HostNetworkNameRule() : WorkloadRule(RuleDescriptors.HostNetworkNameRule)
{
    /// <summary>Reported for code, too.</summary>
    internal static DiagnosticDescriptor Rule => RuleDescriptors.HostNetworkNameRule;

    /// <summary>The variable in a shell's and in Kubernetes' form, and the command.</summary>
    private static readonly Regex HostName = new(
        @"\$\{?HOSTNAME\b|\$\(HOSTNAME\)|\$\(\s*hostname(\s+-s)?\s*\)|`\s*hostname(\s+-s)?\s*`",
        RegexOptions.CultureInvariant);

    protected override void Check(WorkloadView workload, ManifestSet manifests, RuleContext context)
    {
        if (!workload.PodSpec.At("hostNetwork").IsTrue())
        {
            return;
        }

        foreach (MappingNode container in workload.Containers)
        {
            // A variable of this name in the pod's own environment goes before the one that the runtime sets.
            bool isSet = container["env"].Mappings().Any(static variable => variable["name"].TryGetString(out string? name) && name == "HOSTNAME");
            foreach (ScalarNode text in DeclaredText.OfContainer(container))
            {
                Match match = HostName.Match(text.Text);
                if (match.Success && !(isSet && match.Value.Contains("HOSTNAME")))
                {
                    context.Report(this, text.Location, new RuleFinding(
                        workload.DisplayName, match.Value, Advice(container)));
                }
            }
        }
    }

    /// <summary>The variable that has the pod's name already, or else the field to make one of.</summary>
    private static Phrase Advice(MappingNode container)
    {
        string? variable = container["env"].Mappings()
            .Where(static variable => variable.At("valueFrom", "fieldRef", "fieldPath").Is("metadata.name"))
            .Select(static variable => variable["name"].TryGetString(out string? name) ? name : null)
            .FirstOrDefault(static name => name is not null);
        return variable is null ? Phrase.Of($"use a variable with `EnvVar.valueFrom.fieldRef.fieldPath: metadata.name`") : $"use $({variable}), which has the pod's name";
    }
}
