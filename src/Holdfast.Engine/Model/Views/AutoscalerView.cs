using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Model.Views;

/// <summary>A HorizontalPodAutoscaler.</summary>
internal sealed class AutoscalerView(MappingNode node) : ObjectView(node)
{
    public const string Kind = "HorizontalPodAutoscaler";

    public const string ApiVersion = "autoscaling/v2";

    public ManifestNode? MinReplicas => Node.At("spec", "minReplicas");

    public ManifestNode? MaxReplicas => Node.At("spec", "maxReplicas");

    /// <summary>What it measures, whatever that is of: resources, pods, other objects.</summary>
    public IEnumerable<MappingNode> Metrics => Node.At("spec", "metrics").Mappings()
        .SelectMany(static metric => metric.Entries)
        .Select(static entry => entry.Value)
        .OfType<MappingNode>();

    /// <summary>What it measures of cpu and memory.</summary>
    public IEnumerable<MappingNode> Resources => Node.At("spec", "metrics").Mappings().Select(static metric => metric["resource"]).OfType<MappingNode>();

    /// <summary>Whether it scales a workload, for certain.</summary>
    public bool Scales(WorkloadView workload) =>
        Node.At("spec", "scaleTargetRef", "kind").TryGetString(out string? kind)
        && kind == KindOf(workload.Node)
        && Node.At("spec", "scaleTargetRef", "name").TryGetString(out string? name)
        && workload.Name.TryGetString(out string? other)
        && name == other
        && IsInNamespaceOf(workload) == true;
}
