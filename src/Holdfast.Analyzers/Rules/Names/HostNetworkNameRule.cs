using System.Text.RegularExpressions;
using Holdfast.Analyzers.Model;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Rules.Names;

/// <summary>HF2010: a pod on its node's network that asks its host name who it is.</summary>
internal sealed class HostNetworkNameRule : WorkloadRule
{
    /// <summary>Said of code, too.</summary>
    internal static readonly DiagnosticDescriptor Rule = new(
        id: "HF2010",
        title: "On the host's network the host name is the node's",
        messageFormat: "'{0}' runs on its node's network, where the host name is the node's, and '{1}' asks for it as the pod's name; use {2}",
        category: RuleCategories.Names,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF2010"));

    /// <summary>The variable in a shell's and in Kubernetes' form, and the command.</summary>
    private static readonly Regex HostName = new(
        @"\$\{?HOSTNAME\b|\$\(HOSTNAME\)|\$\(\s*hostname(\s+-s)?\s*\)|`\s*hostname(\s+-s)?\s*`",
        RegexOptions.CultureInvariant);

    public override DiagnosticDescriptor Descriptor => Rule;

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
                    context.Report(this, text.Origin, new RuleFinding(
                        workload.DisplayName, match.Value, "$(POD_NAME) or $POD_ORDINAL, which the pod's environment has"));
                }
            }
        }
    }
}
