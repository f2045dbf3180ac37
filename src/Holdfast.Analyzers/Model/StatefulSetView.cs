namespace Holdfast.Analyzers.Model;

/// <summary>A StatefulSet.</summary>
internal sealed class StatefulSetView(MappingNode node) : WorkloadView(node)
{
    public const string Kind = "StatefulSet";

    public const string ApiVersion = "apps/v1";

    public ManifestNode? ServiceName => Node.At("spec", "serviceName");

    public override IEnumerable<MappingNode> ClaimTemplates => Node.At("spec", "volumeClaimTemplates").Mappings();
}
