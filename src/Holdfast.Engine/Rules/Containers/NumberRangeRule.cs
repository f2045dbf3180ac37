using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Containers;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor NumberRangeRule = new(
        id: "HF6005",
        title: "A number is outside of its range",
        messageFormat: ConstraintRule.Message,
        category: RuleCategories.Containers,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF6005"));
}

/// <summary>HF6005: a number that the API server refuses, wherever in an object it stands.</summary>
internal sealed class NumberRangeRule() : ConstraintRule(RuleDescriptors.NumberRangeRule)
{
}
