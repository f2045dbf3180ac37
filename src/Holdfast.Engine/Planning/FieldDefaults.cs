using Holdfast.Engine.Model.Fields;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Values;

namespace Holdfast.Engine.Planning;

/// <summary>
/// What the API server fills in where a field is left out (1.36.3, docs/kubernetes/defaults.md), so that writing it down and leaving it
/// out mean the same. Values that mean the same as nothing are among them.
/// </summary>
internal static class FieldDefaults
{
    /// <summary>By the field's type and name.</summary>
    private static readonly Dictionary<string, string> Values = new(StringComparer.Ordinal)
    {
        ["StatefulSetSpec.replicas"] = "1",
        ["StatefulSetSpec.podManagementPolicy"] = "OrderedReady",
        ["StatefulSetSpec.revisionHistoryLimit"] = "10",
        ["StatefulSetSpec.minReadySeconds"] = "0",
        ["StatefulSetSpec.serviceName"] = "",
        ["StatefulSetOrdinals.start"] = "0",
        ["StatefulSetUpdateStrategy.type"] = "RollingUpdate",
        ["RollingUpdateStatefulSetStrategy.partition"] = "0",
        ["StatefulSetPersistentVolumeClaimRetentionPolicy.whenDeleted"] = "Retain",
        ["StatefulSetPersistentVolumeClaimRetentionPolicy.whenScaled"] = "Retain",
        ["DeploymentSpec.replicas"] = "1",
        ["DeploymentSpec.revisionHistoryLimit"] = "10",
        ["DeploymentSpec.progressDeadlineSeconds"] = "600",
        ["DeploymentSpec.minReadySeconds"] = "0",
        ["DeploymentStrategy.type"] = "RollingUpdate",
        ["RollingUpdateDeployment.maxSurge"] = "25%",
        ["RollingUpdateDeployment.maxUnavailable"] = "25%",
        ["PersistentVolumeClaim.apiVersion"] = "v1",
        ["PersistentVolumeClaim.kind"] = "PersistentVolumeClaim",
        ["PersistentVolumeClaimSpec.volumeMode"] = "Filesystem",
        ["PodSpec.restartPolicy"] = "Always",
        ["PodSpec.dnsPolicy"] = "ClusterFirst",
        ["PodSpec.schedulerName"] = "default-scheduler",
        ["PodSpec.terminationGracePeriodSeconds"] = "30",
        ["PodSpec.hostNetwork"] = "false",
        ["PodSpec.hostPID"] = "false",
        ["PodSpec.hostIPC"] = "false",
        ["Container.terminationMessagePath"] = "/dev/termination-log",
        ["Container.terminationMessagePolicy"] = "File",
        ["ContainerPort.protocol"] = PortProtocol.Default,
        ["ObjectFieldSelector.apiVersion"] = "v1",
        ["ResourceFieldSelector.divisor"] = "0",
        ["HTTPGetAction.path"] = "/",
        ["HTTPGetAction.scheme"] = "HTTP",
        ["GRPCAction.service"] = "",
        ["Probe.timeoutSeconds"] = "1",
        ["Probe.periodSeconds"] = "10",
        ["Probe.successThreshold"] = "1",
        ["Probe.failureThreshold"] = "3",
        ["Probe.initialDelaySeconds"] = "0",
        ["VolumeMount.readOnly"] = "false",
        ["ConfigMapVolumeSource.defaultMode"] = "420",
        ["SecretVolumeSource.defaultMode"] = "420",
        ["ProjectedVolumeSource.defaultMode"] = "420",
        ["DownwardAPIVolumeSource.defaultMode"] = "420",
        ["HostPathVolumeSource.type"] = "",
        ["ServiceAccountTokenProjection.expirationSeconds"] = "3600",
        ["ServiceSpec.type"] = "ClusterIP",
        ["ServiceSpec.sessionAffinity"] = "None",
        ["ServiceSpec.internalTrafficPolicy"] = "Cluster",
        ["ServiceSpec.externalTrafficPolicy"] = "Cluster",
        ["ServiceSpec.allocateLoadBalancerNodePorts"] = "true",
        ["ServiceSpec.publishNotReadyAddresses"] = "false",
        ["ServicePort.protocol"] = PortProtocol.Default,
        ["NetworkPolicyPort.protocol"] = PortProtocol.Default,
        ["HorizontalPodAutoscalerSpec.minReplicas"] = "1",
        ["Secret.type"] = "Opaque",
    };

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

    /// <summary>Whether a value is the one that would be there without it.</summary>
    /// <param name="owner">The type of the mapping that has the field.</param>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    /// <param name="mapping">The mapping; null where the field is all that is there of it.</param>
    public static bool Is(FieldType owner, string field, ManifestNode value, MappingNode? mapping) => value is ScalarNode scalar && (owner.Name, field) switch
    {
        ("Container", "imagePullPolicy") => mapping?["image"].TryGetString(out string? image) == true && scalar.Text == PullPolicy(image),
        ("PodSpec", "serviceAccount") => scalar.Equals(mapping?["serviceAccountName"]),
        ("ServicePort", "targetPort") => scalar.Equals(mapping?["port"]),
        _ => Values.TryGetValue(owner.Name + "." + field, out string? text) && scalar.Text == text,
    };

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

    /// <summary>By the tag alone; what is before the last slash is the registry, whose port is not a tag.</summary>
    private static string PullPolicy(string image)
    {
        string name = image.Substring(image.LastIndexOf('/') + 1);
        return name.IndexOf('@') < 0 && (name.IndexOf(':') < 0 || name.EndsWith(":latest", StringComparison.Ordinal)) ? "Always" : "IfNotPresent";
    }
}
