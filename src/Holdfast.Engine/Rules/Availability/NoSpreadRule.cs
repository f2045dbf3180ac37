using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Availability;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor NoSpreadRule = new(
        id: "HF5009",
        title: "Nothing keeps the pods apart",
        messageFormat: "Nothing keeps the {0} pods of '{1}' on different nodes, so the loss of one node may take all of them; add {2}",
        category: RuleCategories.Availability,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF5009"),
        customTags: Fixes.RemoveNoSpread);
}

/// <summary>HF5009: several pods that nothing keeps apart.</summary>
internal sealed class NoSpreadRule() : WorkloadRule(RuleDescriptors.NoSpreadRule)
{
    protected override void Check(WorkloadView workload, ManifestSet manifests, RuleContext context)
    {
        if (workload.Replicas is > 1
            && workload.PodSpec is MappingNode pod
            && pod["topologySpreadConstraints"] is not UnknownNode
            && pod.At("affinity", "podAntiAffinity") is null or MappingNode { IsOpen: false }
            && pod.At("affinity", "podAntiAffinity", "requiredDuringSchedulingIgnoredDuringExecution") is not UnknownNode
            && pod.At("affinity", "podAntiAffinity", "preferredDuringSchedulingIgnoredDuringExecution") is not UnknownNode
            && SchedulingTerm.Of(workload).All(term => term.Separates(workload) == false))
        {
            context.Report(this, workload.Name?.Location, new RuleFinding(workload.Replicas, workload.DisplayName, Phrase.Of($"`PodSpec.topologySpreadConstraints` or `Affinity.podAntiAffinity`"))
            {
                Lack = new Lack(workload, Phrase.Of($"`PodSpec.topologySpreadConstraints` (HF5009)")),
            });
        }
    }
}
