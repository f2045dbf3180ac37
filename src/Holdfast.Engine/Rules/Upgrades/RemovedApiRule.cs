using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Upgrades;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor RemovedApiRule = new(
        id: "HF4007",
        title: "An API version has been removed from Kubernetes",
        messageFormat: "'{0}' of {1} has been removed from Kubernetes, so the API server does not know the object (404); write '{2}'",
        category: RuleCategories.Upgrades,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF4007"),
        customTags: Fixes.ReplaceText);
}

/// <summary>HF4007: an API version that clusters do not have any more.</summary>
internal sealed class RemovedApiRule() : Rule(RuleDescriptors.RemovedApiRule)
{
    public override void Check(ManifestSet manifests, RuleContext context)
    {
        foreach (MappingNode node in manifests.Declared)
        {
            string version = ObjectView.ApiVersionOf(node);
            if (RemovedApis.Successor(version, ObjectView.KindOf(node)) is { } successor)
            {
                context.Report(this, node["apiVersion"]!.Location, new RuleFinding(version, ObjectView.KindOf(node), successor)
                {
                    Properties = FixProperties.Replace(successor),
                });
            }
        }
    }
}
