using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Containers;

/// <summary>HF6002: a container that asks for nothing.</summary>
internal sealed class NoRequestsRule : PodOwnerRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        id: "HF6002",
        title: "A container requests no memory or cpu",
        messageFormat: "'{0}' requests no {1}, so the scheduler may put it on a node that has none left, and it is among the first pods to be evicted there; set {2}",
        category: RuleCategories.Containers,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF6002"));

    public override DiagnosticDescriptor Descriptor => Rule;

    protected override void Check(PodOwnerView owner, ManifestSet manifests, RuleContext context)
    {
        foreach (MappingNode container in owner.RunningContainers)
        {
            string[] missing = [.. new[] { "memory", "cpu" }.Where(resource => new[] { container["resources"], owner.PodSpec.At("resources") }.All(resources => IsMissing(resources, resource)))];
            if (missing.Length > 0)
            {
                context.Report(this, (container["image"] ?? container).Location, new RuleFinding(
                    container["name"].TryGetString(out string? name) ? name : owner.DisplayName,
                    string.Join(" and no ", missing),
                    Phrase.Join(" and ", missing.Select(static resource => new FieldText("Container.resources.requests", resource)))));
            }
        }
    }

    /// <summary>A limit is also what is asked for where nothing else is.</summary>
    private static bool IsMissing(ManifestNode? resources, string resource) =>
        resources is not UnknownNode
        && resources.At("requests") is not UnknownNode
        && resources.At("limits") is not UnknownNode
        && resources.At("requests", resource) is null
        && resources.At("limits", resource) is null;
}
