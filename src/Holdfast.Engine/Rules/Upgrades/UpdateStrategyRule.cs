using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Upgrades;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor UpdateStrategyRule = new(
        id: "HF4005",
        title: "The update strategy is contradictory or updates no replica",
        messageFormat: "{0}",
        category: RuleCategories.Upgrades,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF4005"));
}

/// <summary>HF4005: settings of a rolling update that are refused, or that keep every replica at the old template.</summary>
internal sealed class UpdateStrategyRule() : WorkloadRule(RuleDescriptors.UpdateStrategyRule)
{
    private const long DefaultDeadlineSeconds = 600;

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
            context.Report(this, partition!.Location, new RuleFinding(
                Phrase.Of($"'{set.DisplayName}' has the update strategy OnDelete and a partition for rolling updates, so the API server refuses the StatefulSet; remove `StatefulSetSpec.updateStrategy.rollingUpdate.partition`, or set `StatefulSetSpec.updateStrategy.type: RollingUpdate`")));
        }
        else if (places > 0 && set.Replicas is { } replicas && places >= replicas)
        {
            // A change that is rolled out by hand begins like this.
            context.Report(this, partition!.Location, new RuleFinding(
                Phrase.Of($"A partition of {places} leaves all {replicas} replicas of '{set.DisplayName}' at the old template, so no update reaches them; set `StatefulSetSpec.updateStrategy.rollingUpdate.partition` below {replicas}"))
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
                MappingEntry? first = rolling.FirstEntry();
                context.Report(this, first?.Value.Location ?? rolling.Location, new RuleFinding(
                    Phrase.Of($"'{deployment.DisplayName}' has the strategy Recreate and settings for rolling updates, so the API server refuses the Deployment; remove {(first is { Key: var key } ? new FieldText("DeploymentSpec.strategy.rollingUpdate", key) : new FieldText("DeploymentSpec.strategy", "rollingUpdate"))}, or set `DeploymentSpec.strategy.type: RollingUpdate`")));
            }
        }
        else if (IsZero(strategy.At("rollingUpdate", "maxSurge")) && IsZero(strategy.At("rollingUpdate", "maxUnavailable")))
        {
            context.Report(this, strategy.At("rollingUpdate", "maxUnavailable")!.Location, new RuleFinding(
                Phrase.Of($"A rolling update of '{deployment.DisplayName}' allows neither an additional nor a missing pod, so the API server refuses the Deployment; set `RollingUpdateDeployment.maxSurge: 1` or `RollingUpdateDeployment.maxUnavailable: 1`")));
        }

        // The server's default where there is none.
        ManifestNode? deadline = deployment.Node.At("spec", "progressDeadlineSeconds");
        if (deployment.Node.At("spec", "minReadySeconds") is { } ready
            && ready.TryGetInteger(out long minReady)
            && (deadline is null || deadline.TryGetInteger(out _))
            && minReady >= (deadline.TryGetInteger(out long given) ? given : DefaultDeadlineSeconds))
        {
            context.Report(this, (deadline ?? ready).Location, new RuleFinding(
                Phrase.Of($"Pods of '{deployment.DisplayName}' count as available after {minReady} seconds, but a rollout fails after {(deadline is null ? DefaultDeadlineSeconds : given)}, so the API server refuses the Deployment; set `DeploymentSpec.progressDeadlineSeconds` above `DeploymentSpec.minReadySeconds`")));
        }
    }

    /// <summary>Also a share of nothing.</summary>
    private static bool IsZero(ManifestNode? node) => node is ScalarNode { Text: "0" or "0%" };
}
