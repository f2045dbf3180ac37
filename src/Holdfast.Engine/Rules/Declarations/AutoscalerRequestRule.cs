using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.Engine.Reporting;
using Holdfast.Engine.Wording;
using Microsoft.CodeAnalysis;

namespace Holdfast.Engine.Rules.Declarations;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor AutoscalerRequestRule = new(
        id: "HF9025",
        title: "An autoscaler has no resource request to measure against",
        messageFormat: "The autoscaler aims at a share of the requested {0}, but '{1}' requests none, so it never scales (FailedGetResourceMetric); set {2}, or aim at an amount instead of a share",
        category: RuleCategories.Declarations,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("HF9025"));
}

/// <summary>HF9025: an autoscaler that measures a share of what containers request, and a container that requests nothing.</summary>
internal sealed class AutoscalerRequestRule() : WorkloadRule(RuleDescriptors.AutoscalerRequestRule)
{
    protected override void Check(WorkloadView workload, ManifestSet manifests, RuleContext context)
    {
        foreach (MappingNode metric in manifests.Autoscalers.Where(autoscaler => autoscaler.Scales(workload)).SelectMany(static autoscaler => autoscaler.Resources))
        {
            if (metric.At("target", "averageUtilization") is not ScalarNode share || !metric["name"].TryGetString(out string? resource))
            {
                continue;
            }

            foreach (MappingNode container in Running(workload))
            {
                // What is limited and not requested is requested as much as it is limited.
                if (IsAbsent(container["resources"], "requests", resource)
                    && IsAbsent(container["resources"], "limits", resource)
                    && container["name"].TryGetString(out string? name))
                {
                    context.Report(this, share.Location, new RuleFinding(resource, name, new FieldText("Container.resources.requests", resource)));
                }
            }
        }
    }

    /// <summary>The containers that run beside each other; those that end before are not counted.</summary>
    private static IEnumerable<MappingNode> Running(WorkloadView workload) => workload.PodSpec.At("containers").Mappings()
        .Concat(workload.PodSpec.At("initContainers").Mappings().Where(static container => container["restartPolicy"] is ScalarNode { Text: "Always" }));

    private static bool IsAbsent(ManifestNode? resources, string kind, string resource) =>
        resources is null || (resources is MappingNode && (resources.At(kind) is null || (resources.At(kind) is MappingNode amounts && amounts[resource] is null)));
}
