using Holdfast.Engine.Model.Images;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Naming.Texts;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Rules.Names;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Containers;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor ServiceLinkRule = new(
        id: "HF6020",
        title: "A Service's variable is a setting to the image",
        messageFormat: "Kubernetes sets {0} for the Service '{1}', and the image '{2}' reads it as a setting and exits, so '{3}' does not start; {4}",
        category: RuleCategories.Containers,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF6020"));
}

/// <summary>HF6020: a variable that Kubernetes makes of a Service, and that an image takes for a setting.</summary>
internal sealed class ServiceLinkRule() : PodOwnerRule(RuleDescriptors.ServiceLinkRule)
{
    protected override void Check(PodOwnerView owner, ManifestSet manifests, RuleContext context)
    {
        ManifestNode? links = owner.PodSpec.At("enableServiceLinks");
        if (!links.IsAbsent() && !links.IsTrue())
        {
            return;
        }

        foreach (MappingNode container in owner.RunningContainers)
        {
            // With another command the image's own start script may not run at all.
            if (KnownImage.Of(container) is not { SettingsPrefix: { } prefix } image
                || !container["command"].IsAbsent()
                || ContainerEnvironment.IsOpen(container)
                || ContainerEnvironment.Sets(container, prefix + "_PORT")
                || DeclaredText.OfContainer(container).Any(static text => text.Text.Contains("unset")))
            {
                continue;
            }

            string name = prefix.ToLowerInvariant().Replace('_', '-');
            if (manifests.KnownServicesNamed(name).Any(service => HasVariables(service) && service.IsInNamespaceOf(owner) == true))
            {
                context.Report(this, links?.Location ?? container["image"]!.Location, new RuleFinding(
                    prefix + "_PORT",
                    name,
                    container["image"].TryGetString(out string? text) ? text : image.Name,
                    owner.DisplayName,
                    Phrase.Of($"set `PodSpec.enableServiceLinks: false`, or rename the Service")));
            }
        }
    }

    /// <summary>Only Services with an address have variables.</summary>
    private static bool HasVariables(ServiceView service) => service.IsHeadless == false && service.Type is not (null or "ExternalName") && service.Ports.Any();
}
