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
        messageFormat: "{0} no {1}, so the scheduler may put the pod on a node that has none left, and it is among the first to be evicted there; set {2}",
        category: RuleCategories.Containers,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF6002"));

    public override DiagnosticDescriptor Descriptor => Rule;

    protected override void Check(PodOwnerView owner, ManifestSet manifests, RuleContext context)
    {
        // One suggestion for all containers that lack the same.
        foreach (IGrouping<string, MappingNode> group in owner.RunningContainers.GroupBy(container => string.Join(" and no ", MissingOf(container, owner))).Where(static group => group.Key.Length > 0))
        {
            MappingNode[] containers = [.. group];
            context.Report(this, ContainerNames.PlaceOf(containers[0]), new RuleFinding(
                ContainerNames.Of(containers, owner) + (containers.Length == 1 ? " requests" : " request"),
                group.Key,
                Phrase.Join(" and ", MissingOf(containers[0], owner).Select(static resource => new FieldText("Container.resources.requests", resource))))
            {
                AdditionalLocations = ContainerNames.PlacesOf(containers.Skip(1)),
            });
        }
    }

    private static IEnumerable<string> MissingOf(MappingNode container, PodOwnerView owner) => new[] { "memory", "cpu" }
        .Where(resource => new[] { container["resources"], owner.PodSpec.At("resources") }.All(resources => IsMissing(resources, resource)));

    /// <summary>A limit is also what is asked for where nothing else is.</summary>
    private static bool IsMissing(ManifestNode? resources, string resource) =>
        resources is not UnknownNode
        && resources.At("requests") is not UnknownNode
        && resources.At("limits") is not UnknownNode
        && resources.At("requests", resource) is null
        && resources.At("limits", resource) is null;
}
