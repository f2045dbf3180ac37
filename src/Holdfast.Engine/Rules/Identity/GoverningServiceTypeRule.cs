using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Identity;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor GoverningServiceTypeRule = new(
        id: "HF1009",
        title: "A Service of this type cannot govern a StatefulSet",
        messageFormat: "'{0}' is governed by the Service '{1}' of type {2}, which {3}; {4}",
        category: RuleCategories.Identity,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Kubernetes' DNS specification promises records for each pod of a headless Service only, and these types cannot be headless.",
        helpLinkUri: HelpLink.For("HF1009"),
        customTags: Fixes.GovernByOwnService);
}

/// <summary>HF1009: a Service of a type that can give no pod a name governs the set.</summary>
internal sealed class GoverningServiceTypeRule() : StatefulSetRule(RuleDescriptors.GoverningServiceTypeRule)
{
    protected override void Check(StatefulSetView set, ManifestSet manifests, RuleContext context)
    {
        if (manifests.GoverningServiceOf(set) is not { IsHeadless: false, Type: "ExternalName" or "LoadBalancer" } governing || governing.IsApartFrom(set))
        {
            return;
        }

        GoverningServiceUses.Report(
            this,
            set,
            manifests,
            context,
            use => new RuleFinding(set.DisplayName, governing.DisplayName, governing.Type!, Effect(governing.Type!, use), Phrase.Of($"set `StatefulSetSpec.serviceName` to the name of a headless Service, and keep this one for clients")),
            isNeverMeant: true);
    }

    private static string Effect(string type, string use) => type == "ExternalName"
        ? $"is an alias of another host and has no pods, so {use} will not resolve"
        : $"gives its cluster IP instead of the replicas, so {use} resolves only where the cluster's DNS knows pods of such a Service, as CoreDNS does";
}
