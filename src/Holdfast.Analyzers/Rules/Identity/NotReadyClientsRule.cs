using Holdfast.Analyzers.Model;
using Holdfast.WellKnown;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Rules.Identity;

/// <summary>HF1013: clients are led to members that are not ready.</summary>
internal sealed class NotReadyClientsRule : Rule
{
    private static readonly DiagnosticDescriptor Rule = new(
        id: "HF1013",
        title: "Clients are led to members that are not ready",
        messageFormat: "The Service '{0}' has an address for clients and also leads to members that are not ready, so requests fail while a member starts; publish those in the headless Service only",
        category: RuleCategories.Identity,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF1013"));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(ManifestSet manifests, RuleContext context)
    {
        foreach (ServiceView service in manifests.DeclaredServices)
        {
            // A Service for one member is no choice among several: whoever uses it wants this one.
            if (service.IsHeadless == false
                && service.PublishNotReadyAddresses.IsTrue()
                && service.Selector.At(KubernetesLabels.PodName) is null)
            {
                context.Report(this, service.PublishNotReadyAddresses!.Origin, new RuleFinding(service.DisplayName)
                {
                    Properties = FixProperties.Replace("false"),
                });
            }
        }
    }
}
