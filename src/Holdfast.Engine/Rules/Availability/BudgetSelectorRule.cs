using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Availability;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor BudgetSelectorRule = new(
        id: "HF5007",
        title: "A PodDisruptionBudget covers the wrong pods",
        messageFormat: "The PodDisruptionBudget '{0}' {1}; {2}",
        category: RuleCategories.Availability,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF5007"));
}

/// <summary>HF5007: a disruption budget that covers no pods, all of them, or pods that another one covers.</summary>
internal sealed class BudgetSelectorRule() : Rule(RuleDescriptors.BudgetSelectorRule)
{
    public override void Check(ManifestSet manifests, RuleContext context)
    {
        foreach (DisruptionBudgetView budget in new ListedViews<DisruptionBudgetView>(manifests.DisruptionBudgets))
        {
            Location? place = budget.Selector?.Locations().LastOrDefault() ?? (budget.Node["spec"] ?? budget.Node).Location;
            if (budget.Selector is MappingNode { Entries.Count: 0 })
            {
                context.Report(this, place, new RuleFinding(budget.DisplayName, "has an empty selector, which covers every pod of the namespace", "select the labels of the pods that it is for"));
            }
            else if (!manifests.IsOpen
                && manifests.KnowsWorkloads
                && !manifests.KnowsWorkloadFor(budget)
                && !manifests.KnowsPodMakerFor(budget))
            {
                context.Report(this, place, new RuleFinding(budget.DisplayName, "covers no pod, so it protects none", "select the labels that the pods have"));
            }
        }

        foreach (WorkloadView workload in new ListedViews<WorkloadView>(manifests.Workloads))
        {
            DisruptionBudgetView[] budgets = [.. manifests.DisruptionBudgetsOf(workload)];
            foreach (DisruptionBudgetView second in budgets.Skip(1))
            {
                context.Report(this, second.Name?.Location, new RuleFinding(
                    second.DisplayName,
                    $"covers the pods of '{workload.DisplayName}' as '{budgets[0].DisplayName}' does, so every eviction of them fails with an internal error (500)",
                    "let each pod be selected by one budget only"));
            }
        }
    }
}
