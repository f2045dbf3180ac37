namespace Holdfast.Analyzers.Model;

/// <summary>What all Kubernetes objects have.</summary>
internal abstract class ObjectView(MappingNode node)
{
    public MappingNode Node { get; } = node;

    public ManifestNode? Name => Node.At("metadata", "name");

    public ManifestNode? Namespace => Node.At("metadata", "namespace");

    /// <summary>The name for messages.</summary>
    public string DisplayName => Name.TryGetString(out string? name) ? name : "?";

    /// <summary>The kind of an object; empty where it is not known.</summary>
    public static string KindOf(MappingNode node) => node["kind"].TryGetString(out string? kind) ? kind : string.Empty;

    /// <summary>The API version of an object; empty where it is not known.</summary>
    public static string ApiVersionOf(MappingNode node) => node["apiVersion"].TryGetString(out string? version) ? version : string.Empty;

    public static bool Is(MappingNode node, string apiVersion, string kind) =>
        node["kind"].TryGetString(out string? actualKind)
        && actualKind == kind
        && node["apiVersion"].TryGetString(out string? actualVersion)
        && actualVersion == apiVersion;
}
