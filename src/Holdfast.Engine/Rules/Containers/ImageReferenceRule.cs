using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Values;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Containers;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor ImageReferenceRule = new(
        id: "HF6011",
        title: "An image name is invalid",
        messageFormat: "'{0}' {1}, so no container starts with it; {2}",
        category: RuleCategories.Containers,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF6011"),
        customTags: Fixes.ReplaceText);
}

/// <summary>HF6011: an image's name that no runtime can pull.</summary>
internal sealed class ImageReferenceRule() : PodOwnerRule(RuleDescriptors.ImageReferenceRule)
{
    protected override void Check(PodOwnerView owner, ManifestSet manifests, RuleContext context)
    {
        foreach (MappingNode container in owner.Containers)
        {
            // One mistake is reported once: of a Pod the API server refuses blanks around the name, and of all kinds an empty one.
            if (container["image"].TryGetString(out string? image)
                && !(image.Length == 0 && container.IsWritten())
                && !(owner.KindName == "Pod" && image.Trim() != image)
                && ImageReference.Problem(image) is { } problem)
            {
                string? suggestion = ImageReference.Suggest(image);
                context.Report(this, container["image"]!.Location, new RuleFinding(image, problem, suggestion is null ? "write it as 'registry.example/orders:1.4.0'" : $"write '{suggestion}'")
                {
                    Properties = FixProperties.Replace(suggestion),
                });
            }
        }
    }
}
