using Holdfast.Analyzers.Model;
using Holdfast.Analyzers.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Rules.Availability;

/// <summary>HF5005: a disruption budget that forbids every eviction.</summary>
internal sealed class BlockingBudgetRule : Rule
{
    private static readonly DiagnosticDescriptor Rule = new(
        id: "HF5005",
        title: "A PodDisruptionBudget forbids every eviction",
        messageFormat: "The PodDisruptionBudget lets none of the {0} pods of '{1}' be evicted, so a drain of their nodes never ends; {2}",
        category: RuleCategories.Availability,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF5005"));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(ManifestSet manifests, RuleContext context)
    {
        foreach (DisruptionBudgetView budget in manifests.DisruptionBudgets)
        {
            // Two values at a time are refused, which another rule says.
            if (budget is { MinAvailable: not null, MaxUnavailable: not null })
            {
                continue;
            }

            foreach (WorkloadView workload in manifests.WorkloadsOf(budget))
            {
                if (workload.Replicas is { } replicas and > 0 && budget.Allowed(replicas) == 0)
                {
                    Phrase advice = budget.MinAvailable is null && budget.MaxUnavailable is null
                        ? Phrase.Of($"a budget without a value allows none, so set `PodDisruptionBudgetSpec.maxUnavailable: 1`")
                        : Phrase.Of($"set `PodDisruptionBudgetSpec.maxUnavailable: 1`{(budget.MinAvailable is null ? string.Empty : " instead")}");
                    context.Report(this, budget.Amount?.Origin, new RuleFinding(replicas, workload.DisplayName, advice));
                }
            }
        }
    }
}
