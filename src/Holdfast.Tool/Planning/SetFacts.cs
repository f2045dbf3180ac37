using Holdfast.Engine.Model.Tree;

namespace Holdfast.Tool.Planning;

/// <summary>What a cluster holds of a StatefulSet beside the object.</summary>
/// <param name="Replicas">How its replicas are found, by ordinal, where they are not Ready.</param>
/// <param name="KeptClaims">Claims of earlier replicas.</param>
internal sealed record SetFacts(IReadOnlyDictionary<int, ReplicaCondition> Replicas, IReadOnlyCollection<string> KeptClaims)
{
    /// <summary>Whether an update is under way: the pods run two templates.</summary>
    public bool IsUpdating { get; init; }

    /// <summary>The StorageClasses of the cluster; null where they may not be read.</summary>
    public IReadOnlyList<MappingNode>? StorageClasses { get; init; }
}
