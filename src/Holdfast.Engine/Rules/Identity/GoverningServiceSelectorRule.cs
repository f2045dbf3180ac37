using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Identity;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor GoverningServiceSelectorRule = new(
        id: "HF1005",
        title: "The governing Service selects other pods",
        messageFormat: "The Service '{0}' governs '{1}' and selects pods with '{2}', which its pods do not have, so it selects none of them and they get no DNS names; select labels that the pods have",
        category: RuleCategories.Identity,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Kubernetes never compares the selector of a governing Service with the labels of the pods that it governs.",
        helpLinkUri: HelpLink.For("HF1005"));
}

/// <summary>HF1005: the governing Service asks for labels that the set's pods do not have.</summary>
internal sealed class GoverningServiceSelectorRule() : StatefulSetRule(RuleDescriptors.GoverningServiceSelectorRule)
{
    protected override void Check(StatefulSetView set, ManifestSet manifests, RuleContext context)
    {
        // Something else writes the endpoints of a Service without a selector; a StatefulSet that misses its own pods is HF1006's.
        if (Selection.FirstMissing(set.MatchLabels, set.PodLabels) is null
            && manifests.GoverningServiceOf(set) is { } governing
            && !governing.IsApartFrom(set)
            && Selection.FirstMissing(governing.Selector, set.PodLabels) is { } missing)
        {
            context.Report(
                this,
                missing.Value.Location ?? missing.KeyLocation ?? governing.Selector!.Location,
                new RuleFinding(governing.DisplayName, set.DisplayName, Selection.Describe(missing)));
        }
    }
}
