using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Availability;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor ReadinessNeedsPeersRule = new(
        id: "HF5001",
        title: "Replicas that need each other to be ready start one by one",
        messageFormat: "The replicas of '{0}' are ready only when they see each other, but start one by one: the first never becomes ready, so the second never starts; set {1}",
        category: RuleCategories.Availability,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF5001"));
}

/// <summary>HF5001: replicas that are ready only once they see others, and start one after the other.</summary>
internal sealed class ReadinessNeedsPeersRule() : StatefulSetRule(RuleDescriptors.ReadinessNeedsPeersRule)
{
    public override ArgumentChange ArgumentFix { get; } = new(AttributeNames.StatefulApp, "PodManagementPolicy", "Start all replicas together") { Value = "PodManagementPolicy.Parallel" };

    protected override void Check(StatefulSetView set, ManifestSet manifests, RuleContext context)
    {
        if (set.Replicas is > 1
            && manifests.FactsOf(set)?.ReadinessNeedsPeers is { } needsPeers
            && needsPeers.IsTrue()
            && set.IsOrdered == true)
        {
            context.Report(this, set.PodManagementPolicy?.Location ?? needsPeers.Location, new RuleFinding(set.DisplayName, new FieldText("StatefulSetSpec", "podManagementPolicy", "Parallel")));
        }
    }
}
