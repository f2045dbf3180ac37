using Holdfast.Engine.Model.Fields;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Planning;

/// <summary>What means nothing in an object beside the values of <see cref="FieldDefaults"/>: silent nodes, and what the server gives out and keeps.</summary>
internal static class SilentFields
{
    /// <summary>Objects that say nothing while they are empty; others say something by being there, as <c>emptyDir</c> does.</summary>
    private static readonly HashSet<string> SilentTypes =
    [
        "ObjectMeta", "PodSecurityContext", "SecurityContext", "ResourceRequirements", "VolumeResourceRequirements", "StatefulSetUpdateStrategy",
        "RollingUpdateStatefulSetStrategy", "StatefulSetOrdinals", "StatefulSetPersistentVolumeClaimRetentionPolicy", "DeploymentStrategy", "RollingUpdateDeployment",
        "Affinity", "Lifecycle", "PodDNSConfig",
    ];

    /// <summary>What the server gives out where nothing is asked for, and keeps.</summary>
    private static readonly HashSet<string> Allocated =
    [
        "ServiceSpec.clusterIP", "ServiceSpec.clusterIPs", "ServiceSpec.ipFamilies", "ServiceSpec.ipFamilyPolicy", "ServiceSpec.healthCheckNodePort", "ServicePort.nodePort",
        "PersistentVolumeClaimSpec.volumeName", "PersistentVolumeClaimSpec.storageClassName",
    ];

    /// <summary>Whether a field that is left out keeps the value that it has, since the server gave it out.</summary>
    /// <param name="owner">The type of the mapping that has the field.</param>
    /// <param name="field">The field.</param>
    /// <param name="path">The way to it: claims in a template are not filled in.</param>
    public static bool IsAllocated(FieldType owner, string field, FieldPath path) =>
        Allocated.Contains(owner.Name + "." + field) && !path.IsIn("spec.volumeClaimTemplates");

    /// <summary>Whether a node says nothing: to the API server a null, an empty list and an empty map mean nothing.</summary>
    public static bool IsSilent(ManifestNode? node, FieldType type) => node switch
    {
        null => true,
        ScalarNode scalar => scalar.Kind == ScalarKind.Null,
        SequenceNode sequence => sequence.Items.Count == 0,
        MappingNode { Entries.Count: 0, IsOpen: false } => type.Kind == FieldKind.Map || SilentTypes.Contains(type.Name),
        _ => false,
    };
}
