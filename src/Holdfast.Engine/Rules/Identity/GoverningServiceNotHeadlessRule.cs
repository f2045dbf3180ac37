using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Identity;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor GoverningServiceNotHeadlessRule = new(
        id: "HF1003",
        title: "The governing Service is not headless",
        messageFormat: "'{0}' is governed by the Service '{1}', which is not {4}headless, so '{1}' and its SRV records give the cluster IP instead of the replicas, and {2} resolves only where the cluster's DNS knows pods of such a Service, as CoreDNS does; {3}",
        category: RuleCategories.Identity,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Kubernetes' DNS specification promises records for each pod of a Service with clusterIP None only.",
        helpLinkUri: HelpLink.For("HF1003"),
        customTags: Fixes.GovernByOwnService);
}

/// <summary>HF1003: the Service that governs the set has its own address.</summary>
internal sealed class GoverningServiceNotHeadlessRule() : StatefulSetRule(RuleDescriptors.GoverningServiceNotHeadlessRule)
{
    protected override void Check(StatefulSetView set, ManifestSet manifests, RuleContext context)
    {
        // Types that can never be headless are HF1009's.
        if (manifests.GoverningServiceOf(set) is { Type: not (null or "ExternalName" or "LoadBalancer") } governing
            && (governing.IsHeadless == false || governing.MayHaveAddress)
            && !governing.IsApartFrom(set))
        {
            string always = governing.MayHaveAddress ? "always " : string.Empty;
            GoverningServiceUses.Report(this, set, manifests, context, use => new RuleFinding(set.DisplayName, governing.DisplayName, use, Phrase.Of($"set `StatefulSetSpec.serviceName` to the name of a headless Service, and keep this one for clients"), always), isNeverMeant: true);
        }
    }
}
