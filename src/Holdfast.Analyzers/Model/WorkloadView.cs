namespace Holdfast.Analyzers.Model;

/// <summary>An object that makes pods of a template: a StatefulSet or a Deployment.</summary>
internal abstract class WorkloadView(MappingNode node) : ObjectView(node)
{
    // Nearly every rule walks these, so each is found once.
    private MappingNode[]? _volumes;

    private MappingNode[]? _containers;

    private MappingNode[]? _runningContainers;

    /// <summary>The number of pods; null where it is unknown or left to somebody else.</summary>
    public long? Replicas => Node.At("spec", "replicas").TryGetInteger(out long replicas) ? replicas : null;

    /// <summary>Whether it is a part of an object that something else completes, as patches of kustomize are.</summary>
    public bool IsPartial => Node.At("spec", "selector") is null || PodSpec.At("containers") is null;

    /// <summary>The labels that the workload knows its pods by.</summary>
    public ManifestNode? MatchLabels { get; } = node.At("spec", "selector", "matchLabels");

    /// <summary>The labels of the pods.</summary>
    public ManifestNode? PodLabels { get; } = node.At("spec", "template", "metadata").At("labels");

    /// <summary>What the template says of pods.</summary>
    public ManifestNode? PodSpec { get; } = node.At("spec", "template", "spec");

    /// <summary>The templates of claims that each pod has for itself; only a StatefulSet has any.</summary>
    public virtual IReadOnlyList<MappingNode> ClaimTemplates => [];

    public IReadOnlyList<MappingNode> Volumes => _volumes ??= [.. PodSpec.At("volumes").Mappings()];

    /// <summary>The containers that run as long as the pod does: its own, then its sidecars.</summary>
    public IReadOnlyList<MappingNode> RunningContainers => _runningContainers ??=
    [
        .. PodSpec.At("containers").Mappings(),
        .. PodSpec.At("initContainers").Mappings()
            .Where(static container => container["restartPolicy"].TryGetString(out string? policy) && policy == "Always"),
    ];

    /// <summary>All containers of a pod, those that start first included.</summary>
    public IReadOnlyList<MappingNode> Containers => _containers ??= [.. PodSpec.At("containers").Mappings(), .. PodSpec.At("initContainers").Mappings()];
}
