using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Values;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Containers;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor UnpinnedImageRule = new(
        id: "HF6001",
        title: "An image has no tag, or the tag latest",
        messageFormat: "'{0}' {1}, so pods that start at different times may run different versions, and there is no way back to the previous one; use a version as the tag",
        category: RuleCategories.Containers,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF6001"),
        customTags: Fixes.ReplaceText);
}

/// <summary>HF6001: an image that may be another one tomorrow.</summary>
internal sealed class UnpinnedImageRule() : PodOwnerRule(RuleDescriptors.UnpinnedImageRule)
{
    protected override void Check(PodOwnerView owner, ManifestSet manifests, RuleContext context)
    {
        foreach (MappingNode container in owner.Containers)
        {
            if (container["image"].TryGetString(out string? image) && ImageReference.TryParse(image, out ImageReference? reference) && reference.IsFloating)
            {
                context.Report(this, container["image"]!.Location, new RuleFinding(image, reference.Tag is null ? "has no tag and means 'latest'" : "has the tag 'latest'")
                {
                    Properties = FixProperties.Replace(PinnedElsewhere(reference, manifests)),
                });
            }
        }
    }

    /// <summary>The same image where another container pins it; nothing else tells which version is meant.</summary>
    private static string? PinnedElsewhere(ImageReference reference, ManifestSet manifests)
    {
        string[] pinned =
        [
            .. manifests.PodOwners
                .SelectMany(static owner => owner.Containers)
                .Select(static container => container["image"].TryGetString(out string? image) ? image : string.Empty)
                .Where(image => ImageReference.TryParse(image, out ImageReference? other) && other.Repository == reference.Repository && !other.IsFloating)
                .Distinct(StringComparer.Ordinal),
        ];
        return pinned.Length == 1 ? pinned[0] : null;
    }
}
