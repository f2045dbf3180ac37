using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Containers;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor AllowedValueRule = new(
        id: "HF6008",
        title: "A value is not one that Kubernetes accepts",
        messageFormat: ConstraintRule.Message,
        category: RuleCategories.Containers,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF6008"),
        customTags: Fixes.ReplaceText);
}

/// <summary>HF6008: a word or text in whose place the API server takes others only.</summary>
internal sealed class AllowedValueRule() : ConstraintRule(RuleDescriptors.AllowedValueRule)
{
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
