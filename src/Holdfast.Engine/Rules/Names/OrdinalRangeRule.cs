using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Wording;
using Holdfast.WellKnown;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Names;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor OrdinalRangeRule = new(
        id: "HF2019",
        title: "The last ordinals exceed 32 bits",
        messageFormat: "The ordinals of the {0} replicas of '{1}' begin at {2}, so the last would be {3}, above the maximum of {4}: the API server accepts it, but the controller never creates those replicas; lower {5}",
        category: RuleCategories.Names,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF2019"));
}

/// <summary>HF2019: ordinals that begin so high that the last ones are not numbers any more.</summary>
internal sealed class OrdinalRangeRule() : StatefulSetRule(RuleDescriptors.OrdinalRangeRule)
{
    protected override void Check(StatefulSetView set, ManifestSet manifests, RuleContext context)
    {
        ManifestNode? start = set.Node.At("spec", "ordinals", "start");
        if (start.TryGetInteger(out long first)
            && first is >= 0 and <= KubernetesLimits.MaxOrdinal
            && set.Replicas is { } count and > 0 and <= int.MaxValue
            && first + count - 1 > KubernetesLimits.MaxOrdinal)
        {
            context.Report(this, start!.Location, new RuleFinding(count, set.DisplayName, first, first + count - 1, KubernetesLimits.MaxOrdinal, new FieldText("StatefulSetSpec.ordinals", "start")));
        }
    }
}
