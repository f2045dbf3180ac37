using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Availability;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor RequiredAntiAffinityRule = new(
        id: "HF5010",
        title: "A required anti-affinity needs a node or zone for each pod",
        messageFormat: "Each of the {0} pods of '{1}' needs a node with another '{2}', so some pods stay Pending when there are fewer, for example after the loss of one; use {3} instead",
        category: RuleCategories.Availability,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF5010"));
}

/// <summary>HF5010: pods that need as many hosts as there are of them.</summary>
internal sealed class RequiredAntiAffinityRule() : WorkloadRule(RuleDescriptors.RequiredAntiAffinityRule)
{
    public override ArgumentChange ArgumentFix { get; } = new(AttributeNames.AntiAffinity, "Required", "Prefer it instead of requiring it") { IsRemoved = true };

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
                context.Report(this, term.Location, new RuleFinding(workload.Replicas, workload.DisplayName, key, new FieldText("PodAntiAffinity", "preferredDuringSchedulingIgnoredDuringExecution")));
            }
        }
    }
}
