using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Availability;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor SameProbesRule = new(
        id: "HF5014",
        title: "The liveness probe repeats the readiness probe and fails no later",
        messageFormat: "The liveness probe of '{0}' checks the same as the readiness probe {1}, so a failure that should take the pod out of service restarts it, often together with all others; {2}",
        category: RuleCategories.Availability,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF5014"));
}

/// <summary>HF5014: a liveness probe that kills a container when its readiness probe would only take it out.</summary>
internal sealed class SameProbesRule() : PodOwnerRule(RuleDescriptors.SameProbesRule)
{
    protected override void Check(PodOwnerView owner, ManifestSet manifests, RuleContext context)
    {
        // What ends by itself serves nothing, so there is nothing to take it out of.
        if (owner.EndsByItself)
        {
            return;
        }

        bool needsPeers = manifests.FactsOf(owner)?.ReadinessNeedsPeers.IsTrue() == true;
        foreach (MappingNode container in owner.RunningContainers)
        {
            if (container["livenessProbe"] is not MappingNode liveness
                || container["readinessProbe"] is not MappingNode readiness
                || ProbeHandler.Of(liveness) is not { } asked
                || !asked.Equals(ProbeHandler.Of(readiness)))
            {
                continue;
            }

            string name = container["name"].TryGetString(out string? text) ? text : owner.DisplayName;
            Location? place = asked.Value.Locations().FirstOrDefault() ?? liveness.Location;
            if (needsPeers)
            {
                context.Report(this, place, new RuleFinding(name, "and depends on other replicas", "check only the process itself"));
            }
            else if (ProbeHandler.Patience(liveness) is { } limit && ProbeHandler.Patience(readiness) is { } other && limit <= other)
            {
                context.Report(this, place, new RuleFinding(name, "and fails no later", Phrase.Of($"check less, or raise `Container.livenessProbe.failureThreshold`")));
            }
        }
    }
}
