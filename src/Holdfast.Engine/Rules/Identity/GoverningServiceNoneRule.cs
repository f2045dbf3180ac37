using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Identity;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor GoverningServiceNoneRule = new(
        id: "HF1001",
        title: "Pod names are used but no Service governs the StatefulSet",
        messageFormat: "'{0}' has no governing Service, so its pods get no DNS names and {1} will not resolve; {2}",
        category: RuleCategories.Identity,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A pod of a StatefulSet has a DNS name only through the headless Service that spec.serviceName names. The API server accepts a StatefulSet without one.",
        helpLinkUri: HelpLink.For("HF1001"),
        customTags: Fixes.GovernByOwnService);
}

/// <summary>HF1001: names of pods are used although no Service governs the set.</summary>
internal sealed class GoverningServiceNoneRule() : StatefulSetRule(RuleDescriptors.GoverningServiceNoneRule)
{
    protected override void Check(StatefulSetView set, ManifestSet manifests, RuleContext context)
    {
        bool hasNone = set.ServiceName is null || (set.ServiceName.TryGetString(out string? name) && name.Length == 0);
        if (hasNone)
        {
            GoverningServiceUses.Report(this, set, manifests, context, use => new RuleFinding(set.DisplayName, use, Phrase.Of($"set `StatefulSetSpec.serviceName` to the name of a headless Service")), isNeverMeant: false);
        }
    }
}
