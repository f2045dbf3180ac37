using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Availability;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor ParallelBootstrapRule = new(
        id: "HF5002",
        title: "Replicas start together although the first bootstraps the cluster",
        messageFormat: "The first replica of '{0}' bootstraps the cluster that the others join, but all {1} start at the same time: replicas that find no cluster may bootstrap another one (split brain); set {2}",
        category: RuleCategories.Availability,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF5002"));
}

/// <summary>HF5002: replicas that start together though the first one founds the cluster.</summary>
internal sealed class ParallelBootstrapRule() : StatefulSetRule(RuleDescriptors.ParallelBootstrapRule)
{
    public override ArgumentChange ArgumentFix { get; } = new(AttributeNames.StatefulApp, "PodManagementPolicy", "Start replicas one after the other") { Value = "PodManagementPolicy.OrderedReady" };

    protected override void Check(StatefulSetView set, ManifestSet manifests, RuleContext context)
    {
        if (set.Replicas is > 1
            && manifests.FactsOf(set)?.FirstReplicaBootstraps.IsTrue() == true
            && set.IsOrdered == false)
        {
            context.Report(this, set.PodManagementPolicy?.Location, new RuleFinding(set.DisplayName, set.Replicas, new FieldText("StatefulSetSpec", "podManagementPolicy", "OrderedReady")));
        }
    }
}
