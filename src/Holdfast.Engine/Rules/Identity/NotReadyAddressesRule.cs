using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Naming;
using Holdfast.Engine.Naming.Texts;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Identity;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor NotReadyAddressesRule = new(
        id: "HF1012",
        title: "Replicas are not in DNS before they are ready",
        messageFormat: "The Service '{0}' lists replicas of '{1}' only when they are ready, {2}: replicas that become ready only after finding each other wait forever; {3}",
        category: RuleCategories.Identity,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A headless Service without publishNotReadyAddresses has no DNS record of a pod whose readiness probe does not succeed yet.",
        helpLinkUri: HelpLink.For("HF1012"),
        customTags: Fixes.ReplaceText);
}

/// <summary>HF1012: replicas that look for each other are not in DNS before they are ready.</summary>
internal sealed class NotReadyAddressesRule() : StatefulSetRule(RuleDescriptors.NotReadyAddressesRule)
{
    protected override void Check(StatefulSetView set, ManifestSet manifests, RuleContext context)
    {
        if (set.Replicas is not > 1
            || manifests.GoverningServiceOf(set) is not { IsHeadless: true } governing
            || governing.IsApartFrom(set)
            || governing.PublishNotReadyAddresses is UnknownNode
            || governing.PublishNotReadyAddresses.IsTrue())
        {
            return;
        }

        // Where nothing says that replicas look for each other, and where no probe keeps them out of DNS, it may be meant.
        bool hasProbe = set.RunningContainers.Any(static container => container["readinessProbe"] is MappingNode);
        string? use = manifests.PodNameUses.FirstOrDefault(use => use.SetName == set.DisplayName)?.Description
            ?? (hasProbe ? OwnPeers.ListOf(set, manifests) : null);
        if (use is null && !hasProbe)
        {
            return;
        }

        context.Report(
            this,
            governing.PublishNotReadyAddresses?.Location ?? governing.Name?.Location,
            new RuleFinding(
                governing.DisplayName,
                set.DisplayName,
                use is null ? "and they have a readiness probe" : $"and {use} names all of them",
                Phrase.Of($"set `ServiceSpec.publishNotReadyAddresses: true`"))
            {
                Severity = use is null ? DiagnosticSeverity.Info : null,
                Properties = FixProperties.Replace("true"),
            });
    }
}
