using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;

namespace Holdfast.Engine.Composing;

/// <summary>In which order objects are applied: what others refer to comes first, and what refers to pods and Services last.</summary>
internal static class ApplyOrder
{
    /// <summary>Kinds of one rank stand together; a kind that is not here comes last.</summary>
    private static readonly string[][] Ranks =
    [
        ["Namespace"],
        ["CustomResourceDefinition"],
        ["PriorityClass", "StorageClass", "RuntimeClass", "IngressClass", "GatewayClass", "VolumeSnapshotClass", "VolumeAttributesClass"],
        ["ResourceQuota", "LimitRange"],
        ["ServiceAccount"],
        ["ClusterRole", "Role"],
        ["ClusterRoleBinding", "RoleBinding"],
        ["Secret"],
        ["ConfigMap"],
        ["PersistentVolume"],
        ["PersistentVolumeClaim"],
        ["Service"],
        ["PodDisruptionBudget"],
        ["NetworkPolicy"],
        ["Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "ReplicationController", "Pod", "Job", "CronJob"],
        ["HorizontalPodAutoscaler"],
    ];

    private static readonly Dictionary<string, int> Rank = Ranks
        .SelectMany(static (kinds, rank) => kinds.Select(kind => (kind, rank)))
        .ToDictionary(static pair => pair.kind, static pair => pair.rank, StringComparer.Ordinal);

    /// <summary>Where an object belongs among parts that are in order: behind all that are applied before it or with it.</summary>
    public static int PlaceOf(MappingNode node, IReadOnlyList<ManifestPart> parts)
    {
        int rank = Of(node);
        int place = parts.Count;
        while (place > 0 && parts[place - 1].Objects is { IsEmpty: false } objects && Of(objects[0]) > rank)
        {
            place--;
        }

        return place;
    }

    private static int Of(MappingNode node) => Rank.TryGetValue(ObjectView.KindOf(node), out int rank) ? rank : Ranks.Length;
}
