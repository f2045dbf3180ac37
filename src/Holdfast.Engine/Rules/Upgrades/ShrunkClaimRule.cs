using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Upgrades;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor ShrunkClaimRule = new(
        id: Upgrades.ShrunkClaimRule.Id,
        title: "A PersistentVolumeClaim cannot shrink",
        messageFormat: "{0} requested {1} in the last release and requests {2} now: the API server refuses that (422 Forbidden), and an existing claim never gets smaller; request {1}, or move the data to claims with another name",
        category: RuleCategories.Upgrades,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For(Upgrades.ShrunkClaimRule.Id),
        customTags: Fixes.ReplaceText);
}

/// <summary>HF4003: less storage than a claim has already.</summary>
internal sealed class ShrunkClaimRule() : ShippedRule(RuleDescriptors.ShrunkClaimRule)
{
    public const string Id = "HF4003";

    protected override void CheckShipped(ManifestSet manifests, RuleContext context)
    {
        foreach (StatefulSetView set in new ListedViews<StatefulSetView>(manifests.StatefulSets))
        {
            if (manifests.Shipped.Before(set, static node => new StatefulSetView(node)) is { } before)
            {
                foreach ((MappingNode template, MappingNode shipped) in ClaimTemplates.Pairs(set, before))
                {
                    Compare($"The claim template '{ClaimTemplates.NameOf(template)}' of '{set.DisplayName}'", template, shipped);
                }
            }
        }

        foreach (ClaimView claim in new ListedViews<ClaimView>(manifests.DeclaredClaims))
        {
            if (manifests.Shipped.Before(claim, static node => new ClaimView(node)) is { } before)
            {
                Compare($"The PersistentVolumeClaim '{claim.DisplayName}'", claim.Node, before.Node);
            }
        }

        void Compare(string what, MappingNode now, MappingNode before)
        {
            if (ClaimTemplates.IsShrunk(before, now) && ClaimTemplates.SizeOf(now) is ScalarNode size && ClaimTemplates.SizeOf(before) is ScalarNode shipped)
            {
                context.Report(this, size.Location, new RuleFinding(what, shipped.Text, size.Text) { Properties = FixProperties.Replace(shipped.Text) });
            }
        }
    }
}
