using Holdfast.Analyzers.Model;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Rules.Availability;

/// <summary>HF5004: several pods without a disruption budget.</summary>
internal sealed class NoDisruptionBudgetRule : WorkloadRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        id: "HF5004",
        title: "No disruption budget covers several pods",
        messageFormat: "No disruption budget covers the {0} pods of '{1}', so a drain of several nodes may take all of them at the same time; declare one, such as MaxUnavailable = 1",
        category: RuleCategories.Availability,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF5004"));

    public override DiagnosticDescriptor Descriptor => Rule;

    protected override void Check(WorkloadView workload, ManifestSet manifests, RuleContext context)
    {
        // One of a version that clusters do not have any more is HF4007's. One that covers nobody is at fault itself, and HF5007 says so; another one beside it would be no mend.
        if (workload.Replicas is > 1
            && !manifests.IsOpen
            && !manifests.KnownDisruptionBudgets.Concat(OfRemovedVersions(manifests)).Any(budget => budget.Selects(workload) != false || manifests.KnownWorkloads.All(other => budget.Selects(other) == false)))
        {
            context.Report(this, workload.Name?.Origin, new RuleFinding(workload.Replicas, workload.DisplayName));
        }
    }

    private static IEnumerable<DisruptionBudgetView> OfRemovedVersions(ManifestSet manifests) => manifests.Declared.Concat(manifests.Existing)
        .Where(static node => ObjectView.KindOf(node) == DisruptionBudgetView.Kind
            && RemovedApis.Successor(ObjectView.ApiVersionOf(node), DisruptionBudgetView.Kind) is not null)
        .Select(static node => new DisruptionBudgetView(node));
}
