using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Model.Views;

/// <summary>A NetworkPolicy.</summary>
internal sealed class NetworkPolicyView(MappingNode node) : ObjectView(node)
{
    public const string Kind = "NetworkPolicy";

    public const string ApiVersion = "networking.k8s.io/v1";

    /// <summary>Whom its rules name, in both directions.</summary>
    public IEnumerable<MappingNode> Others => Node.At("spec", "ingress").Mappings().SelectMany(static rule => rule["from"].Mappings())
        .Concat(Node.At("spec", "egress").Mappings().SelectMany(static rule => rule["to"].Mappings()));

    /// <summary>The ports that its rules name, in both directions.</summary>
    public IEnumerable<MappingNode> Ports => Node.At("spec", "ingress").Mappings().Concat(Node.At("spec", "egress").Mappings())
        .SelectMany(static rule => rule["ports"].Mappings());
}
