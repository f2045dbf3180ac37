using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.WellKnown;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Upgrades;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor MaxUnavailableRule = new(
        id: "HF4006",
        title: "A StatefulSet's maxUnavailable has no effect",
        messageFormat: "'{0}' lets several replicas be updated together, and Kubernetes {1} drops maxUnavailable of StatefulSets (its feature gate is off by default), so replicas are updated one at a time there; leave it out",
        category: RuleCategories.Upgrades,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF4006"));
}

/// <summary>HF4006: maxUnavailable of a StatefulSet, in versions of Kubernetes that drop it.</summary>
internal sealed class MaxUnavailableRule() : StatefulSetRule(RuleDescriptors.MaxUnavailableRule)
{
    protected override void Check(StatefulSetView set, ManifestSet manifests, RuleContext context)
    {
        ManifestNode? maxUnavailable = set.Node.At("spec", "updateStrategy", "rollingUpdate", "maxUnavailable");
        KubernetesVersions dropping = manifests.Kubernetes.Without(KubernetesFacts.MaxUnavailableStatefulSet);

        // One at a time is what happens without it.
        if (maxUnavailable is not (null or UnknownNode) && !(maxUnavailable.TryGetInteger(out long pods) && pods == 1) && !dropping.IsEmpty)
        {
            context.Report(this, maxUnavailable.Location, new RuleFinding(set.DisplayName, dropping));
        }
    }
}
