using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Wording;
using Holdfast.WellKnown;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Identity;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor NotReadyClientsRule = new(
        id: "HF1013",
        title: "Clients connect to replicas that are not ready",
        messageFormat: "The Service '{0}' has a cluster IP and lists replicas that are not ready, so requests fail while a replica starts; {1}",
        category: RuleCategories.Identity,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF1013"),
        customTags: Fixes.ReplaceText);
}

/// <summary>HF1013: clients are led to replicas that are not ready.</summary>
internal sealed class NotReadyClientsRule() : Rule(RuleDescriptors.NotReadyClientsRule)
{
    public override void Check(ManifestSet manifests, RuleContext context)
    {
        foreach (ServiceView service in new ListedViews<ServiceView>(manifests.DeclaredServices))
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
