using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Upgrades;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor MovedSetRule = new(
        id: "HF4009",
        title: "A StatefulSet is in another namespace than in the last release",
        messageFormat: "'{0}' was in the namespace '{1}' in the last release and is in '{2}' now, and Kubernetes moves nothing between namespaces: {3} and those in '{1}' stay until you delete them; keep the namespace, or move the data and ship that",
        category: RuleCategories.Upgrades,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Pods, claims and Services belong to their namespace, and Kubernetes moves none of them.",
        helpLinkUri: HelpLink.For("HF4009"),
        customTags: [WellKnownDiagnosticTags.CompilationEnd, Fixes.ReplaceText]);
}

/// <summary>HF4009: a set of the last release is in another namespace now.</summary>
internal sealed class MovedSetRule() : ShippedRule(RuleDescriptors.MovedSetRule)
{
    /// <summary>Only all declarations together say that no set is left where one was.</summary>
    public override bool LooksAcross => true;

    protected override void CheckShipped(ManifestSet manifests, RuleContext context)
    {
        if (manifests.IsPutElsewhere)
        {
            return;
        }

        ILookup<string, StatefulSetView> shipped = manifests.Shipped.StatefulSets.ToLookup(static before => before.DisplayName, StringComparer.Ordinal);
        foreach (StatefulSetView set in new ListedViews<StatefulSetView>(manifests.StatefulSets))
        {
            if (!set.Namespace.TryGetString(out string? now) || !set.Name.TryGetString(out string? name) || !shipped[name].All(before => before.IsApartFrom(set)))
            {
                continue;
            }

            // A set that is still declared where one was is that one; this one has come beside it.
            StatefulSetView? gone = shipped[name].FirstOrDefault(before => !manifests.KnownStatefulSetsNamed(name).Any(known => !known.IsApartFrom(before)));
            if (gone is not null && gone.Namespace.TryGetString(out string? then))
            {
                string volumes = set.ClaimTemplates.Any() ? "it gets new replicas on new, empty volumes," : "it gets new replicas,";
                context.Report(this, (set.Namespace ?? set.Name)?.Location, new RuleFinding(name, then, now, volumes)
                {
                    Properties = FixProperties.Replace(then),
                });
            }
        }
    }
}
