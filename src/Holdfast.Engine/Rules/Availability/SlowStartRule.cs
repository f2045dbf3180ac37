using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Availability;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor SlowStartRule = new(
        id: "HF5018",
        title: "Replicas get too little time to start, or a rollout waits very long",
        messageFormat: "{0}",
        category: RuleCategories.Availability,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF5018"),
        customTags: Fixes.AddStartupProbe);
}

/// <summary>HF5018: replicas that are given too little time to start, or a roll-out too much time to wait.</summary>
internal sealed class SlowStartRule() : WorkloadRule(RuleDescriptors.SlowStartRule)
{
    protected override void Check(WorkloadView workload, ManifestSet manifests, RuleContext context)
    {
        ManifestNode? minReady = workload.Node.At("spec", "minReadySeconds");
        if (minReady.TryGetInteger(out long ready) && ready >= LongWait)
        {
            context.Report(this, minReady!.Location, new RuleFinding(
                Phrase.Of($"A rollout of '{workload.DisplayName}' waits {ready} seconds after each pod is ready and shows no progress in the meantime; lower {new FieldText(workload.KindName + "Spec", "minReadySeconds")}")));
        }

        foreach (MappingNode container in workload.RunningContainers)
        {
            if (container["livenessProbe"] is MappingNode liveness
                && container["startupProbe"] is null
                && ProbeHandler.Patience(liveness) is { } patience
                && Delay(liveness) is { } delay
                && delay + patience < LongStart)
            {
                // A workload with data reads it at the start: it replays logs, loads indexes, copies from other replicas.
                bool isDatabase = delay + patience < DatabaseStart && container["image"].TryGetString(out string? image) && DatabaseImages.Contains(image);
                if (!isDatabase && workload.ClaimTemplates.Length == 0)
                {
                    continue;
                }

                string name = container["name"].TryGetString(out string? text) ? text : workload.DisplayName;
                context.Report(this, ProbeHandler.Of(liveness)?.Value.Locations().FirstOrDefault() ?? liveness.Location, new RuleFinding(
                    Phrase.Of($"'{name}' is restarted when it does not answer within {delay + patience} seconds of its start, so a {(isDatabase ? "first initialization or a recovery" : "recovery")} that takes longer never ends; add `Container.startupProbe`"))
                {
                    Severity = isDatabase ? DiagnosticSeverity.Warning : null,
                });
            }
        }
    }

    /// <summary>Seconds after which a wait is taken for a mistake.</summary>
    private const long LongWait = 600;

    /// <summary>Seconds that are enough for most recoveries.</summary>
    private const long LongStart = 300;

    /// <summary>Seconds that the first start of a database may well take, in which it makes its files.</summary>
    private const long DatabaseStart = 60;

    private static long? Delay(MappingNode probe)
    {
        ManifestNode? delay = probe["initialDelaySeconds"];
        return delay is null ? 0 : delay.TryGetInteger(out long seconds) ? seconds : null;
    }
}
