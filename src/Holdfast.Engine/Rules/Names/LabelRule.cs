using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Names;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor LabelRule = new(
        id: "HF2016",
        title: "A label or annotation has a form that Kubernetes refuses",
        messageFormat: ConstraintRule.Message,
        category: RuleCategories.Names,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF2016"),
        customTags: Fixes.ReplaceText);
}

/// <summary>HF2016: labels and annotations that Kubernetes refuses, or on claim templates takes and then makes no claim of.</summary>
internal sealed class LabelRule() : ConstraintRule(RuleDescriptors.LabelRule)
{
}
