using Holdfast.Analyzers.Model;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Rules.Availability;

/// <summary>HF5006: a disruption budget that lets a drain take the majority.</summary>
internal sealed class QuorumBudgetRule : Rule
{
    private static readonly DiagnosticDescriptor Rule = new(
        id: "HF5006",
        title: "A disruption budget lets a drain take the majority",
        messageFormat: "The budget lets {0} of the {1} members of '{2}' be away at the same time, and the majority is lost with {3}; set MaxUnavailable = 1",
        category: RuleCategories.Availability,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF5006"));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(ManifestSet manifests, RuleContext context)
    {
        foreach (DisruptionBudgetView budget in manifests.DisruptionBudgets)
        {
            foreach (StatefulSetView set in manifests.StatefulSets)
            {
                // Two members lose it with any one, and no budget mends that.
                if (set.Replicas is { } replicas and > 2
                    && manifests.NeedsMajority(set)
                    && budget.Selects(set) == true
                    && budget.Allowed(replicas) is { } allowed
                    && allowed > (replicas - 1) / 2)
                {
                    context.Report(this, budget.Amount?.Origin, new RuleFinding(allowed, replicas, set.DisplayName, ((replicas - 1) / 2) + 1));
                }
            }
        }
    }
}
