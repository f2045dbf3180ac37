using Holdfast.Analyzers.Model;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Rules.Availability;

/// <summary>HF5002: members that start together though the first one founds the cluster.</summary>
internal sealed class ParallelBootstrapRule : StatefulSetRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        id: "HF5002",
        title: "Members start together though the first founds the cluster",
        messageFormat: "The first member of '{0}' founds the cluster which the others join, and all {1} start at the same time: those that find no founder may found clusters of their own (split brain); set PodManagementPolicy to OrderedReady",
        category: RuleCategories.Availability,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF5002"));

    public override DiagnosticDescriptor Descriptor => Rule;

    protected override void Check(StatefulSetView set, ManifestSet manifests, RuleContext context)
    {
        if (set.Replicas is > 1
            && manifests.FactsOf(set)?.FirstMemberBootstraps.IsTrue() == true
            && set.IsOrdered == false)
        {
            context.Report(this, set.PodManagementPolicy?.Origin, new RuleFinding(set.DisplayName, set.Replicas));
        }
    }
}
