using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Availability;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor NoReadinessProbeRule = new(
        id: "HF5015",
        title: "Replicas start in order, but have no readiness probe",
        messageFormat: "The {0} replicas of '{1}' start and are updated one by one, but without a readiness probe each counts as ready as soon as its process runs, so the order has no effect; add {2}",
        category: RuleCategories.Availability,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF5015"),
        customTags: Fixes.AddReadinessProbe);
}

/// <summary>HF5015: replicas that start one after the other, without a readiness probe.</summary>
internal sealed class NoReadinessProbeRule() : StatefulSetRule(RuleDescriptors.NoReadinessProbeRule)
{
    protected override void Check(StatefulSetView set, ManifestSet manifests, RuleContext context)
    {
        if (set.Replicas is > 1
            && set.IsOrdered == true
            && set.PodSpec.At("containers") is SequenceNode { Items.Count: > 0 } containers
            && containers.Items.All(static container => container is MappingNode mapping && mapping["readinessProbe"] is null))
        {
            context.Report(this, set.Name?.Location, new RuleFinding(set.Replicas, set.DisplayName, new FieldText("Container", "readinessProbe"))
            {
                Lack = new Lack(set, Phrase.Of($"`Container.readinessProbe` (HF5015)")),
            });
        }
    }
}
