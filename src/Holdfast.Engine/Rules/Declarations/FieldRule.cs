using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Declarations;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor FieldRule = new(
        id: "HF9009",
        title: "A patch or manifest names a field that does not exist",
        messageFormat: ConstraintRule.Message,
        category: RuleCategories.Declarations,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF9009"),
        customTags: Fixes.ReplaceText);
}

/// <summary>HF9009: a field that Kubernetes does not have.</summary>
internal sealed class FieldRule() : ConstraintRule(RuleDescriptors.FieldRule)
{
    /// <summary>The fields of an autoscaler that its first version does not have; clusters serve both, and the field table has the second.</summary>
    private static readonly string[] SinceTheSecond = ["metrics", "behavior"];

    protected override void CheckFurther(ManifestSet manifests, RuleContext context)
    {
        foreach (MappingNode node in manifests.Declared.Where(static node => ObjectView.Is(node, "autoscaling/v1", AutoscalerView.Kind)))
        {
            foreach (MappingEntry entry in (node["spec"] as MappingNode)?.Entries ?? default)
            {
                if (SinceTheSecond.Contains(entry.Key))
                {
                    context.Report(this, entry.KeyLocation, new RuleFinding(
                        $"'{entry.Key}' is not a field of HorizontalPodAutoscalerSpec in autoscaling/v1",
                        "the API server refuses the HorizontalPodAutoscaler",
                        $"write '{AutoscalerView.ApiVersion}'"));
                }
            }
        }
    }
}
