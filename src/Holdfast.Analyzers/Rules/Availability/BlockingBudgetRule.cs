using Holdfast.Analyzers.Model;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Rules.Availability;

/// <summary>HF5005: a disruption budget that forbids every eviction.</summary>
internal sealed class BlockingBudgetRule : Rule
{
    private static readonly DiagnosticDescriptor Rule = new(
        id: "HF5005",
        title: "A disruption budget forbids every eviction",
        messageFormat: "{0} of the {1} pods of '{2}' may be evicted under this budget, so a drain of their nodes never ends; {3}",
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

            foreach (WorkloadView workload in manifests.Workloads)
            {
                if (workload.Replicas is { } replicas and > 0 && budget.Selects(workload) == true && budget.Allowed(replicas) == 0)
                {
                    string advice = budget.MinAvailable is null && budget.MaxUnavailable is null
                        ? "a budget without a value allows none: set MaxUnavailable = 1"
                        : "set MaxUnavailable = 1";
                    context.Report(this, budget.Amount?.Origin, new RuleFinding("None", replicas, workload.DisplayName, advice));
                }
            }
        }
    }
}
