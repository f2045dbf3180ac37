using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Model.Views;

/// <summary>A StatefulSet.</summary>
internal sealed class StatefulSetView(MappingNode node) : WorkloadView(node)
{
    public const string Kind = "StatefulSet";

    public const string ApiVersion = "apps/v1";

    private MappingNode[]? _claimTemplates;

    public ManifestNode? ServiceName => Node.At("spec", "serviceName");

    public ManifestNode? PodManagementPolicy => Node.At("spec", "podManagementPolicy");

    /// <summary>Whether replicas start and stop one after the other; null where that is not known.</summary>
    public bool? IsOrdered => PodManagementPolicy switch
    {
        null => true,
        ScalarNode policy => policy.Text != "Parallel",
        _ => null,
    };

    public override MappingNode[] ClaimTemplates => _claimTemplates ??= Node.At("spec", "volumeClaimTemplates").Mappings().ToArray();
}
