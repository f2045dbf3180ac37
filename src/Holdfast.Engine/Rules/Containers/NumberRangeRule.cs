using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Containers;

/// <summary>HF6005: a number that the API server refuses, wherever in an object it stands.</summary>
internal sealed class NumberRangeRule : ConstraintRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        id: "HF6005",
        title: "A number is outside of its range",
        messageFormat: Message,
        category: RuleCategories.Containers,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF6005"));

    public override DiagnosticDescriptor Descriptor => Rule;
}
