using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Model.Views;

/// <summary>What all Kubernetes objects have.</summary>
internal abstract class ObjectView(MappingNode node)
{
    public MappingNode Node { get; } = node;

    public ManifestNode? Name { get; } = node.At("metadata", "name");

    public ManifestNode? Namespace { get; } = node.At("metadata", "namespace");

    /// <summary>The name for messages; what computes it where code does.</summary>
    public string DisplayName => Name.TryGetString(out string? name) ? name : Name is UnknownNode { Expression: { } expression } ? expression : "?";

    /// <summary>Whether both are known to be in one namespace; those that name none are applied together.</summary>
    public bool IsBeside(ObjectView other) => (Namespace, other.Namespace) switch
    {
        (null, null) => true,
        var (own, others) => own.TryGetString(out string? left) && others.TryGetString(out string? right) && left == right,
    };

    /// <summary>Whether both are known to be in different namespaces.</summary>
    public bool IsApartFrom(ObjectView other) =>
        Namespace.TryGetString(out string? own) && other.Namespace.TryGetString(out string? others) && own != others;

    /// <summary>Whether it is in the namespace of another object, as far as both say; null where that is not known.</summary>
    public bool? IsInNamespaceOf(ObjectView other) => (Namespace, other.Namespace) switch
    {
        (UnknownNode, _) or (_, UnknownNode) => null,
        (null, null) => true,
        (null, _) or (_, null) => null,
        (var own, var theirs) => own.Equals(theirs),
    };

    /// <summary>Whether both are one object to the cluster, as far as both say.</summary>
    public bool IsSameObject(ObjectView other) =>
        KindOf(Node) == KindOf(other.Node) && Name.TryGetString(out string? name) && other.Name.Is(name) && IsBeside(other);

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
