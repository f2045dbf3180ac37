using Holdfast.Analyzers.Model;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Rules.Upgrades;

/// <summary>HF4005: settings of a rolling update that are refused, or that keep every member at the old template.</summary>
internal sealed class UpdateStrategyRule : WorkloadRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        id: "HF4005",
        title: "The update strategy contradicts itself or updates nobody",
        messageFormat: "{0}",
        category: RuleCategories.Upgrades,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF4005"));

    private const long DefaultDeadlineSeconds = 600;

    public override DiagnosticDescriptor Descriptor => Rule;

    protected override void Check(WorkloadView workload, ManifestSet manifests, RuleContext context)
    {
        switch (workload)
        {
            case StatefulSetView set:
                Check(set, context);
                break;
            case DeploymentView deployment:
                Check(deployment, context);
                break;
        }
    }

    private void Check(StatefulSetView set, RuleContext context)
    {
        ManifestNode? partition = set.Node.At("spec", "updateStrategy", "rollingUpdate", "partition");
        if (!partition.TryGetInteger(out long places))
        {
            return;
        }

        if (set.Node.At("spec", "updateStrategy", "type").TryGetString(out string? type) && type == "OnDelete")
        {
            context.Report(this, partition!.Origin, new RuleFinding(
                $"'{set.DisplayName}' is updated OnDelete and has a partition of rolling updates, so the API server refuses the StatefulSet; leave one of the two out"));
        }
        else if (places > 0 && set.Replicas is { } replicas && places >= replicas)
        {
            // Somebody who rolls a change out by hand begins like this.
            context.Report(this, partition!.Origin, new RuleFinding(
                $"A partition of {places} leaves all {replicas} members of '{set.DisplayName}' at the old template, so no update ever reaches one; use a partition below {replicas}")
            {
                Severity = DiagnosticSeverity.Warning,
            });
        }
    }

    private void Check(DeploymentView deployment, RuleContext context)
    {
        ManifestNode? strategy = deployment.Node.At("spec", "strategy");
        if (strategy.At("type").TryGetString(out string? type) && type == "Recreate")
        {
            if (strategy.At("rollingUpdate") is MappingNode rolling)
            {
                MappingEntry? first = rolling.Entries.FirstOrDefault();
                context.Report(this, first?.Value.Origin ?? rolling.Origin, new RuleFinding(
                    $"'{deployment.DisplayName}' is updated with Recreate and has {first?.Key ?? "settings"} of rolling updates, so the API server refuses the Deployment; leave one of the two out"));
            }
        }
        else if (IsZero(strategy.At("rollingUpdate", "maxSurge")) && IsZero(strategy.At("rollingUpdate", "maxUnavailable")))
        {
            context.Report(this, strategy.At("rollingUpdate", "maxUnavailable")!.Origin, new RuleFinding(
                $"A rolling update of '{deployment.DisplayName}' may have no pod more and no pod less, so the API server refuses the Deployment; allow at least one of the two, or use Recreate"));
        }

        // The server's default where there is none.
        ManifestNode? deadline = deployment.Node.At("spec", "progressDeadlineSeconds");
        if (deployment.Node.At("spec", "minReadySeconds") is { } ready
            && ready.TryGetInteger(out long minReady)
            && (deadline is null || deadline.TryGetInteger(out _))
            && minReady >= (deadline.TryGetInteger(out long given) ? given : DefaultDeadlineSeconds))
        {
            context.Report(this, (deadline ?? ready).Origin, new RuleFinding(
                $"Pods of '{deployment.DisplayName}' count as available after {minReady} seconds, and a rollout fails after {(deadline is null ? DefaultDeadlineSeconds : given)}, so the API server refuses the Deployment; make ProgressDeadlineSeconds more than MinReadySeconds"));
        }
    }

    /// <summary>Also a share of nothing.</summary>
    private static bool IsZero(ManifestNode? node) => node is ScalarNode { Text: "0" or "0%" };
}
