using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Containers;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor NoRequestsRule = new(
        id: "HF6002",
        title: "A container requests no memory or cpu",
        messageFormat: "{0} no {1}, so the scheduler may put the pod on a node that has none left, and it is among the first to be evicted there; set {2}",
        category: RuleCategories.Containers,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF6002"));
}

/// <summary>HF6002: a container that asks for nothing.</summary>
internal sealed class NoRequestsRule() : PodOwnerRule(RuleDescriptors.NoRequestsRule)
{
    protected override void Check(PodOwnerView owner, ManifestSet manifests, RuleContext context)
    {
        IReadOnlyList<MappingNode> all = owner.RunningContainers;
        for (int i = 0; i < all.Count; i++)
        {
            // One suggestion for all containers that lack the same, at the first.
            (bool Memory, bool Cpu) missing = MissingOf(all[i], owner);
            if (missing == default || IsSaid(i, missing))
            {
                continue;
            }

            MappingNode[] containers = [.. all.Where(other => MissingOf(other, owner) == missing)];
            string[] names = [.. new[] { missing.Memory ? "memory" : string.Empty, missing.Cpu ? "cpu" : string.Empty }.Where(static name => name.Length > 0)];
            context.Report(this, ContainerNames.PlaceOf(containers[0]), new RuleFinding(
                ContainerNames.Of(containers, owner) + (containers.Length == 1 ? " requests" : " request"),
                string.Join(" and no ", names),
                Phrase.Join(" and ", names.Select(static resource => new FieldText("Container.resources.requests", resource))))
            {
                AdditionalLocations = ContainerNames.PlacesOf(containers.Skip(1)),
                Lack = new Lack(owner, Phrase.Of($"`Container.resources.requests` for {string.Join(" and ", names)} (HF6002)")),
            });
        }

        bool IsSaid(int index, (bool, bool) missing)
        {
            for (int i = 0; i < index; i++)
            {
                if (MissingOf(all[i], owner) == missing)
                {
                    return true;
                }
            }

            return false;
        }
    }

    private static (bool Memory, bool Cpu) MissingOf(MappingNode container, PodOwnerView owner)
    {
        ManifestNode? own = container["resources"];
        ManifestNode? pod = owner.PodSpec.At("resources");
        return (IsMissing(own, "memory") && IsMissing(pod, "memory"), IsMissing(own, "cpu") && IsMissing(pod, "cpu"));
    }

    /// <summary>A limit is also what is asked for where nothing else is.</summary>
    private static bool IsMissing(ManifestNode? resources, string resource) =>
        resources is not UnknownNode
        && resources.At("requests") is not UnknownNode
        && resources.At("limits") is not UnknownNode
        && resources.At("requests", resource) is null
        && resources.At("limits", resource) is null;
}
