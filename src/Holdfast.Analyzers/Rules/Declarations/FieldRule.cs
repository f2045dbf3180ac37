using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Rules.Declarations;

/// <summary>HF9009: a field that Kubernetes does not have.</summary>
internal sealed class FieldRule : ConstraintRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        id: "HF9009",
        title: "A patch or manifest names a field that does not exist",
        messageFormat: Message,
        category: RuleCategories.Declarations,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF9009"));

    public override DiagnosticDescriptor Descriptor => Rule;
}
