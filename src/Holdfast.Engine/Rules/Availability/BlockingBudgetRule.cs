using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Availability;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor BlockingBudgetRule = new(
        id: "HF5005",
        title: "A PodDisruptionBudget forbids every eviction",
        messageFormat: "The PodDisruptionBudget lets none of the {0} of '{1}' be evicted{2}, so a drain of their nodes never ends; {3}",
        category: RuleCategories.Availability,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF5005"));
}

/// <summary>HF5005: a disruption budget that forbids every eviction.</summary>
internal sealed class BlockingBudgetRule() : Rule(RuleDescriptors.BlockingBudgetRule)
{
    /// <summary>What gives a budget that a drain can go on with.</summary>
    internal static readonly ArgumentChange OneAtATime = new(AttributeNames.DisruptionBudget, "MaxUnavailable", "Let one replica be down at a time")
    {
        Value = "1",
        Others = ["MinAvailable", "MinAvailablePercent", "MaxUnavailablePercent"],
    };

    public override ArgumentChange ArgumentFix => OneAtATime;

    public override void Check(ManifestSet manifests, RuleContext context)
    {
        foreach (DisruptionBudgetView budget in new ListedViews<DisruptionBudgetView>(manifests.DisruptionBudgets))
        {
            Check(budget, manifests, context);
        }
    }

    private void Check(DisruptionBudgetView budget, ManifestSet manifests, RuleContext context)
    {
        // Two values at a time are refused, which another rule says.
        if (budget is { MinAvailable: not null, MaxUnavailable: not null })
        {
            return;
        }

        bool hasNumber = budget.MinAvailable is not null || budget.MaxUnavailable is not null;
        Phrase advice = hasNumber
            ? Phrase.Of($"set `PodDisruptionBudgetSpec.maxUnavailable: 1`{(budget.MinAvailable is null ? string.Empty : " instead")}")
            : Phrase.Of($"a budget without a value allows none, so set `PodDisruptionBudgetSpec.maxUnavailable: 1`");
        foreach (WorkloadView workload in manifests.WorkloadsOf(budget))
        {
            AutoscalerView? autoscaler = manifests.Autoscalers.FirstOrDefault(candidate => candidate.Scales(workload));
            if (workload.Replicas is { } replicas ? replicas > 0 && budget.Allowed(replicas) == 0 : !hasNumber && workload.Node.At("spec", "replicas") is not UnknownNode && budget.Allowed(1) == 0)
            {
                context.Report(this, budget.Amount?.Location, new RuleFinding(workload.Replicas is { } count ? $"{count} pods" : "pods", workload.DisplayName, string.Empty, advice));
            }
            else if (autoscaler is not null && LeastOf(autoscaler) is { } least and > 1 && budget.Allowed(least) == 0)
            {
                context.Report(this, budget.Amount?.Location, new RuleFinding($"{least} pods", workload.DisplayName, $" while the autoscaler '{autoscaler.DisplayName}' keeps its minimum", advice));
            }
        }
    }

    /// <summary>The least number of pods; one where it is not set. At one, nearly every budget forbids evictions, and that is meant.</summary>
    private static long? LeastOf(AutoscalerView autoscaler) => autoscaler.MinReplicas.TryGetInteger(out long least) ? least : null;
}
