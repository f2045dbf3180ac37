namespace Holdfast.Analyzers.Model;

/// <summary>What all Kubernetes objects have.</summary>
internal abstract class ObjectView(MappingNode node)
{
    public MappingNode Node { get; } = node;

    public ManifestNode? Name => Node.At("metadata", "name");

    public ManifestNode? Namespace => Node.At("metadata", "namespace");

    /// <summary>The name for messages.</summary>
    public string DisplayName => Name.TryGetString(out string? name) ? name : "?";

    public static bool Is(MappingNode node, string apiVersion, string kind) =>
        node["kind"].TryGetString(out string? actualKind)
        && actualKind == kind
        && node["apiVersion"].TryGetString(out string? actualVersion)
        && actualVersion == apiVersion;
}
