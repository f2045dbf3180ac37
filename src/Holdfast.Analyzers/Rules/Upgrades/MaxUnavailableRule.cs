using Holdfast.Analyzers.Model;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Rules.Upgrades;

/// <summary>HF4006: maxUnavailable of a StatefulSet, which nearly every cluster drops.</summary>
internal sealed class MaxUnavailableRule : StatefulSetRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        id: "HF4006",
        title: "A StatefulSet's maxUnavailable has no effect",
        messageFormat: "'{0}' lets several members be updated together, and clusters drop maxUnavailable of StatefulSets before they look at it (its feature gate is off by default), so members are updated one at a time; leave it out",
        category: RuleCategories.Upgrades,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF4006"));

    public override DiagnosticDescriptor Descriptor => Rule;

    protected override void Check(StatefulSetView set, ManifestSet manifests, RuleContext context)
    {
        ManifestNode? maxUnavailable = set.Node.At("spec", "updateStrategy", "rollingUpdate", "maxUnavailable");
        if (maxUnavailable is not (null or UnknownNode))
        {
            context.Report(this, maxUnavailable.Origin, new RuleFinding(set.DisplayName));
        }
    }
}
