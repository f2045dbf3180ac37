using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Containers;

/// <summary>HF6008: a word or text in whose place the API server takes others only.</summary>
internal sealed class AllowedValueRule : ConstraintRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        id: "HF6008",
        title: "A value is not one that Kubernetes accepts",
        messageFormat: Message,
        category: RuleCategories.Containers,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF6008"),
        customTags: Fixes.ReplaceText);

    public override DiagnosticDescriptor Descriptor => Rule;

    protected override void CheckFurther(ManifestSet manifests, RuleContext context)
    {
        foreach (MappingNode node in manifests.Declared)
        {
            if (ObjectTypes.Mistake(node) is var (value, field, meant))
            {
                context.Report(
                    this,
                    value.Location,
                    new RuleFinding($"'{value.Text}' is not a value of {field}", $"the API server refuses the {ObjectView.KindOf(node)}", "use " + meant)
                    {
                        Properties = FixProperties.Replace(meant),
                    });
            }
        }
    }
}
