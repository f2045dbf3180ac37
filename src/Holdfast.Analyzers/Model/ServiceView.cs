namespace Holdfast.Analyzers.Model;

/// <summary>A Service.</summary>
internal sealed class ServiceView(MappingNode node) : ObjectView(node)
{
    public const string Kind = "Service";

    public const string ApiVersion = "v1";

    /// <summary>Whether it has no address of its own, so that DNS answers with its pods; null where it is unknown.</summary>
    public bool? IsHeadless => Node.At("spec", "clusterIP") switch
    {
        ScalarNode scalar => scalar.Text == "None",
        UnknownNode => null,
        _ => false,
    };

    public IEnumerable<MappingNode> Ports => Node.At("spec", "ports").Mappings();
}
