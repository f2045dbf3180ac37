using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Names;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor KnownValueRule = new(
        id: "HF2020",
        title: "A value is not one that Kubernetes knows",
        messageFormat: ConstraintRule.Message,
        category: RuleCategories.Names,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Values are compared letter by letter, capitals included.",
        helpLinkUri: HelpLink.For("HF2020"),
        customTags: Fixes.ReplaceText);
}

/// <summary>HF2020: a word where Kubernetes knows a few words only.</summary>
internal sealed class KnownValueRule() : ConstraintRule(RuleDescriptors.KnownValueRule)
{
}
