using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Availability;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor NoDisruptionBudgetRule = new(
        id: "HF5004",
        title: "No PodDisruptionBudget covers several pods",
        messageFormat: "No PodDisruptionBudget covers the {0} pods of '{1}', so a drain of several nodes may evict all of them at once; add one with {2}",
        category: RuleCategories.Availability,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF5004"),
        customTags: Fixes.AddBudget);
}

/// <summary>HF5004: several pods without a disruption budget.</summary>
internal sealed class NoDisruptionBudgetRule() : WorkloadRule(RuleDescriptors.NoDisruptionBudgetRule)
{
    private static readonly Phrase Budget = Phrase.Of($"`PodDisruptionBudgetSpec.maxUnavailable: 1`");

    protected override void Check(WorkloadView workload, ManifestSet manifests, RuleContext context)
    {
        // A budget of a removed API version is HF4007's. One that covers no pod is HF5007's, and a second budget would not help.
        if (workload.Replicas is > 1
            && !manifests.IsOpen
            && !manifests.KnowsBudgetFor(workload)
            && !manifests.KnowsIdleBudget)
        {
            context.Report(this, workload.Name?.Location, new RuleFinding(workload.Replicas, workload.DisplayName, Budget)
            {
                Lack = new Lack(workload, "a PodDisruptionBudget (HF5004)"),
            });
        }
    }
}
