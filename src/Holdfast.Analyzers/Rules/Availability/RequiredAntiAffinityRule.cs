using Holdfast.Analyzers.Model;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Rules.Availability;

/// <summary>HF5010: pods that need as many hosts as there are of them.</summary>
internal sealed class RequiredAntiAffinityRule : WorkloadRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        id: "HF5010",
        title: "Pods need as many hosts as there are of them",
        messageFormat: "Each of the {0} pods of '{1}' needs a '{2}' of its own, so with fewer of them some stay Pending for ever, as after the loss of one; prefer it instead of requiring it",
        category: RuleCategories.Availability,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF5010"));

    public override DiagnosticDescriptor Descriptor => Rule;

    protected override void Check(WorkloadView workload, ManifestSet manifests, RuleContext context)
    {
        if (workload.Replicas is not > 1)
        {
            return;
        }

        foreach (MappingNode term in workload.PodSpec.At("affinity", "podAntiAffinity", "requiredDuringSchedulingIgnoredDuringExecution").Mappings())
        {
            if (term["topologyKey"].TryGetString(out string? key) && LabelSelector.Selects(term["labelSelector"], workload.PodLabels) == true)
            {
                context.Report(this, term.Origin, new RuleFinding(workload.Replicas, workload.DisplayName, key));
            }
        }
    }
}
