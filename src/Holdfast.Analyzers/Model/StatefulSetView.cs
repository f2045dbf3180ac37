namespace Holdfast.Analyzers.Model;

/// <summary>A StatefulSet.</summary>
internal sealed class StatefulSetView(MappingNode node) : ObjectView(node)
{
    public const string Kind = "StatefulSet";

    public const string ApiVersion = "apps/v1";

    public ManifestNode? ServiceName => Node.At("spec", "serviceName");

    /// <summary>The number of members; null where it is unknown or left to somebody else.</summary>
    public long? Replicas => Node.At("spec", "replicas").TryGetInteger(out long replicas) ? replicas : null;

    /// <summary>What the template says of pods.</summary>
    public ManifestNode? PodSpec => Node.At("spec", "template", "spec");

    public IEnumerable<MappingNode> ClaimTemplates => Node.At("spec", "volumeClaimTemplates").Mappings();

    public IEnumerable<MappingNode> Volumes => Node.At("spec", "template", "spec", "volumes").Mappings();

    /// <summary>All containers of a pod, those that start first included.</summary>
    public IEnumerable<MappingNode> Containers => Node.At("spec", "template", "spec", "containers").Mappings()
        .Concat(Node.At("spec", "template", "spec", "initContainers").Mappings());
}
