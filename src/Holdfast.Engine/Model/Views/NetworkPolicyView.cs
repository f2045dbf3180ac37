using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Model.Views;

/// <summary>A NetworkPolicy.</summary>
internal sealed class NetworkPolicyView(MappingNode node) : ObjectView(node)
{
    public const string Kind = "NetworkPolicy";

    public const string ApiVersion = "networking.k8s.io/v1";

    public ManifestNode? PodSelector => Node.At("spec", "podSelector");

    public ManifestNode? Ingress => Node.At("spec", "ingress");

    public ManifestNode? Egress => Node.At("spec", "egress");

    /// <summary>Whom its rules name, in both directions.</summary>
    public IEnumerable<MappingNode> Others => Ingress.Mappings().SelectMany(static rule => rule["from"].Mappings())
        .Concat(Egress.Mappings().SelectMany(static rule => rule["to"].Mappings()));

    /// <summary>The ports that its rules name, in both directions.</summary>
    public IEnumerable<MappingNode> Ports => Ingress.Mappings().Concat(Egress.Mappings())
        .SelectMany(static rule => rule["ports"].Mappings());

    /// <summary>
    /// Whether it restricts what pods send. Left out, <c>policyTypes</c> has Egress where there is a rule for it; null where that is not known.
    /// </summary>
    public bool? RestrictsEgress => Node.At("spec", "policyTypes") switch
    {
        null => Egress is UnknownNode ? null : Egress is SequenceNode { Items.Count: > 0 },
        SequenceNode types => types.Items.Any(static type => type.Is("Egress")) ? true : types.Items.All(static type => type is ScalarNode) ? false : null,
        _ => null,
    };

    /// <summary>Whether it is for the pods of an object; null where that is not known.</summary>
    public bool? IsFor(PodOwnerView owner) => IsInNamespaceOf(owner) == false || PodSelector is null
        ? false
        : LabelSelector.Selects(PodSelector, owner.PodLabels) switch
        {
            false => false,
            true => IsInNamespaceOf(owner),
            null => null,
        };
}
