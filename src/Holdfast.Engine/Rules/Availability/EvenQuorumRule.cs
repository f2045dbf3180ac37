using System.Globalization;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Availability;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor EvenQuorumRule = new(
        id: "HF5003",
        title: "A quorum has an even number of replicas",
        messageFormat: "'{0}' needs a majority, and with {1} replicas it survives the loss of {2}, no more than with {3}, although one more can fail; set {4}",
        category: RuleCategories.Availability,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF5003"));
}

/// <summary>HF5003: an even number of replicas where a majority is needed.</summary>
internal sealed class EvenQuorumRule() : StatefulSetRule(RuleDescriptors.EvenQuorumRule)
{
    public override ArgumentChange ArgumentFix { get; } = new(AttributeNames.StatefulApp, "Replicas", "Make it {0} replicas");

    protected override void Check(StatefulSetView set, ManifestSet manifests, RuleContext context)
    {
        if (set.Replicas is { } replicas and > 0
            && replicas % 2 == 0
            && manifests.NeedsMajority(set))
        {
            long lost = (replicas / 2) - 1;
            context.Report(this, set.Node.At("spec", "replicas")!.Location, new RuleFinding(set.DisplayName, replicas, lost == 0 ? "none" : lost, replicas - 1, new FieldText("StatefulSetSpec", "replicas", (replicas + 1).ToString(CultureInfo.InvariantCulture)))
            {
                Properties = FixProperties.Replace((replicas + 1).ToString(CultureInfo.InvariantCulture)),
            });
        }
    }
}
