using System.Globalization;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Upgrades;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor LostQuorumRule = new(
        id: "HF4004",
        title: "Fewer replicas are left than the last release's majority",
        messageFormat: "'{0}' had {1} replicas in the last release and has {2} now, but its majority stays {3} until the others leave its cluster: applying this loses the quorum; keep {3} or more until then",
        category: RuleCategories.Upgrades,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF4004"));
}

/// <summary>HF4004: fewer replicas than the majority of those of the last release.</summary>
internal sealed class LostQuorumRule() : ShippedSetRule(RuleDescriptors.LostQuorumRule)
{
    public override ArgumentChange ArgumentFix { get; } = new(AttributeNames.StatefulApp, "Replicas", "Keep {0} replicas");

    protected override void Check(StatefulSetView set, StatefulSetView before, ManifestSet manifests, RuleContext context)
    {
        if (set.Replicas is { } now
            && before.Replicas is { } then
            && then / 2 + 1 is var majority
            && now < majority

            // None is meant to be left.
            && now > 0
            && manifests.NeedsMajority(set))
        {
            context.Report(this, set.Node.At("spec", "replicas")!.Location, new RuleFinding(set.DisplayName, then, now, majority)
            {
                Properties = FixProperties.Replace(then.ToString(CultureInfo.InvariantCulture)),
            });
        }
    }
}
