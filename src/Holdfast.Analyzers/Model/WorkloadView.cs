namespace Holdfast.Analyzers.Model;

/// <summary>An object that makes pods of a template: a StatefulSet or a Deployment.</summary>
internal abstract class WorkloadView(MappingNode node) : ObjectView(node)
{
    /// <summary>The number of pods; null where it is unknown or left to somebody else.</summary>
    public long? Replicas => Node.At("spec", "replicas").TryGetInteger(out long replicas) ? replicas : null;

    /// <summary>Whether it is a part of an object that something else completes, as patches of kustomize are.</summary>
    public bool IsPartial => Node.At("spec", "selector") is null || Node.At("spec", "template", "spec", "containers") is null;

    /// <summary>The labels that the workload knows its pods by.</summary>
    public ManifestNode? MatchLabels => Node.At("spec", "selector", "matchLabels");

    /// <summary>The labels of the pods.</summary>
    public ManifestNode? PodLabels => Node.At("spec", "template", "metadata", "labels");

    /// <summary>What the template says of pods.</summary>
    public ManifestNode? PodSpec => Node.At("spec", "template", "spec");

    /// <summary>The templates of claims that each pod has for itself; only a StatefulSet has any.</summary>
    public virtual IEnumerable<MappingNode> ClaimTemplates => [];

    public IEnumerable<MappingNode> Volumes => Node.At("spec", "template", "spec", "volumes").Mappings();

    /// <summary>The containers that run as long as the pod does: its own, then its sidecars.</summary>
    public IEnumerable<MappingNode> RunningContainers => Node.At("spec", "template", "spec", "containers").Mappings()
        .Concat(Node.At("spec", "template", "spec", "initContainers").Mappings()
            .Where(static container => container["restartPolicy"].TryGetString(out string? policy) && policy == "Always"));

    /// <summary>All containers of a pod, those that start first included.</summary>
    public IEnumerable<MappingNode> Containers => Node.At("spec", "template", "spec", "containers").Mappings()
        .Concat(Node.At("spec", "template", "spec", "initContainers").Mappings());
}
