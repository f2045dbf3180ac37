using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Availability;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor UnhealthyEvictionRule = new(
        id: "HF5008",
        title: "A PodDisruptionBudget lets broken pods block a drain",
        messageFormat: "The PodDisruptionBudget '{0}' does not let unready pods be evicted while too few are healthy, so a drain hangs at a pod that never becomes ready; set {1}",
        category: RuleCategories.Availability,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF5008"));
}

/// <summary>HF5008: a disruption budget under which broken pods block the drain that would fix them.</summary>
internal sealed class UnhealthyEvictionRule() : Rule(RuleDescriptors.UnhealthyEvictionRule)
{
    public override ArgumentChange ArgumentFix { get; } = new(AttributeNames.DisruptionBudget, "UnhealthyPodEvictionPolicy", "Let broken replicas be evicted") { IsRemoved = true };

    public override void Check(ManifestSet manifests, RuleContext context)
    {
        foreach (DisruptionBudgetView budget in new ListedViews<DisruptionBudgetView>(manifests.DisruptionBudgets))
        {
            Check(budget, manifests, context);
        }
    }

    private void Check(DisruptionBudgetView budget, ManifestSet manifests, RuleContext context)
    {
        ManifestNode? policy = budget.Node.At("spec", "unhealthyPodEvictionPolicy");
        if (budget.Node["spec"] is MappingNode && (policy is null || policy.Is("IfHealthyBudget")))
        {
            context.Report(this, (policy ?? budget.Amount)?.Location, new RuleFinding(budget.DisplayName, new FieldText("PodDisruptionBudgetSpec", "unhealthyPodEvictionPolicy", "AlwaysAllow"))
            {
                Lack = manifests.WorkloadsOf(budget).FirstOrDefault() is { } workload
                    ? new Lack(workload, Phrase.Of($"`PodDisruptionBudgetSpec.unhealthyPodEvictionPolicy: AlwaysAllow` (HF5008)"))
                    : null,
            });
        }
    }
}
