using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Availability;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor QuorumBudgetRule = new(
        id: "HF5006",
        title: "A PodDisruptionBudget lets a drain take the majority",
        messageFormat: "The PodDisruptionBudget lets {0} of the {1} replicas of '{2}' be evicted at once, and the majority is lost with {3}; set {4}",
        category: RuleCategories.Availability,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF5006"));
}

/// <summary>HF5006: a disruption budget that lets a drain take the majority.</summary>
internal sealed class QuorumBudgetRule() : Rule(RuleDescriptors.QuorumBudgetRule)
{
    public override ArgumentChange ArgumentFix => BlockingBudgetRule.OneAtATime;

    public override void Check(ManifestSet manifests, RuleContext context)
    {
        foreach (DisruptionBudgetView budget in new ListedViews<DisruptionBudgetView>(manifests.DisruptionBudgets))
        {
            Check(budget, manifests, context);
        }
    }

    private void Check(DisruptionBudgetView budget, ManifestSet manifests, RuleContext context)
    {
        foreach (StatefulSetView set in manifests.WorkloadsOf(budget).OfType<StatefulSetView>())
        {
            // Two replicas lose it with any one, and no budget fixes that.
            if (set.Replicas is { } replicas and > 2
                && manifests.NeedsMajority(set)
                && budget.Allowed(replicas) is { } allowed
                && allowed > (replicas - 1) / 2)
            {
                context.Report(this, budget.Amount?.Location, new RuleFinding(allowed, replicas, set.DisplayName, ((replicas - 1) / 2) + 1, new FieldText("PodDisruptionBudgetSpec", "maxUnavailable", "1")));
            }
        }
    }
}
