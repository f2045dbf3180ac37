using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Names;

/// <summary>HF2020: a word where Kubernetes knows a few words only.</summary>
internal sealed class KnownValueRule : ConstraintRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        id: "HF2020",
        title: "A value is not one that Kubernetes knows",
        messageFormat: Message,
        category: RuleCategories.Names,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Values are compared letter by letter, capitals included.",
        helpLinkUri: HelpLink.For("HF2020"),
        customTags: Fixes.ReplaceText);

    public override DiagnosticDescriptor Descriptor => Rule;
}
