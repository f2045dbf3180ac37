using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Wording;
using Holdfast.WellKnown;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Identity;

/// <summary>HF1013: clients are led to replicas that are not ready.</summary>
internal sealed class NotReadyClientsRule : Rule
{
    private static readonly DiagnosticDescriptor Rule = new(
        id: "HF1013",
        title: "Clients connect to replicas that are not ready",
        messageFormat: "The Service '{0}' has a cluster IP and lists replicas that are not ready, so requests fail while a replica starts; {1}",
        category: RuleCategories.Identity,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF1013"),
        customTags: Fixes.ReplaceText);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(ManifestSet manifests, RuleContext context)
    {
        foreach (ServiceView service in manifests.DeclaredServices)
        {
            // A Service for one replica has no other one to send its traffic to.
            if (service.IsHeadless == false
                && service.PublishNotReadyAddresses.IsTrue()
                && service.Selector.At(KubernetesLabels.PodName) is null)
            {
                context.Report(this, service.PublishNotReadyAddresses!.Location, new RuleFinding(service.DisplayName, Phrase.Of($"remove `ServiceSpec.publishNotReadyAddresses` here, and set it on the headless Service only"))
                {
                    Properties = FixProperties.Replace("false"),
                });
            }
        }
    }
}
