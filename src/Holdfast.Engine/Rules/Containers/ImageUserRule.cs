using Holdfast.Engine.Model.Images;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Containers;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor ImageUserRule = new(
        id: "HF6017",
        title: "The user of an image does not pass runAsNonRoot",
        messageFormat: "'{0}' must not run as root, and the image '{1}' {2}, so the container never starts (CreateContainerConfigError); {3}",
        category: RuleCategories.Containers,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF6017"));
}

/// <summary>HF6017: an image's own user, which the kubelet does not start where root is forbidden.</summary>
internal sealed class ImageUserRule() : PodOwnerRule(RuleDescriptors.ImageUserRule)
{
    protected override void Check(PodOwnerView owner, ManifestSet manifests, RuleContext context)
    {
        ManifestNode? pod = owner.PodSpec.At("securityContext");
        foreach (MappingNode container in owner.Containers)
        {
            ManifestNode? own = container["securityContext"];
            ManifestNode? mustNot = own.At("runAsNonRoot") ?? pod.At("runAsNonRoot");
            if (!mustNot.IsTrue()
                || own is UnknownNode
                || !own.At("runAsUser").IsAbsent()
                || !pod.At("runAsUser").IsAbsent()
                || KnownImage.Of(container) is not { PassesNonRoot: false, User: { } user } known)
            {
                continue;
            }

            bool isRoot = !known.IsNonRoot;
            context.Report(this, mustNot!.Location, new RuleFinding(
                container["name"].TryGetString(out string? name) ? name : owner.DisplayName,
                container["image"].TryGetString(out string? image) ? image : known.Name,
                isRoot ? "runs as root" : $"has the user '{user}', of which the kubelet does not know the number",
                isRoot
                    ? Phrase.Of($"set `SecurityContext.runAsUser` to a user that the image can run as")
                    : Phrase.Of($"set `SecurityContext.runAsUser` to the number of that user"))
            {
                AdditionalLocations = container["image"]!.Location is { } location ? [location] : [],
            });
        }
    }
}
