using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Values;

namespace Holdfast.Engine.Model.Fields;

/// <summary>
/// What the API server fills in where a field is left out, and values that mean the same as nothing, so that writing them down and
/// leaving them out mean the same. Source: docs/kubernetes/defaults.md, as the 1.36 API server answered; of CronJobs, Kubernetes' API reference.
/// </summary>
internal static class FieldDefaults
{
    /// <summary>Fields by their type and name, with the values, as JSON writes them, that say nothing.</summary>
    private static readonly Dictionary<string, string[]> Values = new(StringComparer.Ordinal)
    {
        ["StatefulSetSpec.replicas"] = ["1"],
        ["StatefulSetSpec.serviceName"] = [""],
        ["StatefulSetSpec.podManagementPolicy"] = ["OrderedReady"],
        ["StatefulSetSpec.revisionHistoryLimit"] = ["10"],
        ["StatefulSetSpec.minReadySeconds"] = ["0"],
        ["StatefulSetUpdateStrategy.type"] = ["RollingUpdate"],
        ["RollingUpdateStatefulSetStrategy.partition"] = ["0"],
        ["StatefulSetOrdinals.start"] = ["0"],
        ["StatefulSetPersistentVolumeClaimRetentionPolicy.whenDeleted"] = ["Retain"],
        ["StatefulSetPersistentVolumeClaimRetentionPolicy.whenScaled"] = ["Retain"],
        ["DeploymentSpec.replicas"] = ["1"],
        ["DeploymentSpec.revisionHistoryLimit"] = ["10"],
        ["DeploymentSpec.progressDeadlineSeconds"] = ["600"],
        ["DeploymentSpec.minReadySeconds"] = ["0"],
        ["DeploymentSpec.paused"] = ["false"],
        ["DeploymentStrategy.type"] = ["RollingUpdate"],
        ["RollingUpdateDeployment.maxSurge"] = ["25%"],
        ["RollingUpdateDeployment.maxUnavailable"] = ["25%"],
        ["JobSpec.parallelism"] = ["1"],
        ["JobSpec.backoffLimit"] = ["6"],
        ["JobSpec.completionMode"] = ["NonIndexed"],
        ["JobSpec.suspend"] = ["false"],
        ["JobSpec.manualSelector"] = ["false"],
        ["JobSpec.podReplacementPolicy"] = ["TerminatingOrFailed"],
        ["CronJobSpec.concurrencyPolicy"] = ["Allow"],
        ["CronJobSpec.suspend"] = ["false"],
        ["CronJobSpec.successfulJobsHistoryLimit"] = ["3"],
        ["CronJobSpec.failedJobsHistoryLimit"] = ["1"],
        ["PodSpec.restartPolicy"] = ["Always"],
        ["PodSpec.dnsPolicy"] = ["ClusterFirst"],
        ["PodSpec.schedulerName"] = ["default-scheduler"],
        ["PodSpec.terminationGracePeriodSeconds"] = ["30"],
        ["PodSpec.enableServiceLinks"] = ["true"],
        ["PodSpec.hostNetwork"] = ["false"],
        ["PodSpec.hostPID"] = ["false"],
        ["PodSpec.hostIPC"] = ["false"],
        ["Container.terminationMessagePath"] = ["/dev/termination-log", ""],
        ["Container.terminationMessagePolicy"] = ["File"],
        ["Container.stdin"] = ["false"],
        ["Container.stdinOnce"] = ["false"],
        ["Container.tty"] = ["false"],
        ["ContainerPort.protocol"] = [PortProtocol.Default],
        ["ContainerPort.hostPort"] = ["0"],
        ["EnvVar.value"] = [""],
        ["EnvFromSource.prefix"] = [""],
        ["ObjectFieldSelector.apiVersion"] = ["v1"],
        ["ResourceFieldSelector.divisor"] = ["0"],
        ["ConfigMapKeySelector.optional"] = ["false"],
        ["SecretKeySelector.optional"] = ["false"],
        ["ConfigMapEnvSource.optional"] = ["false"],
        ["SecretEnvSource.optional"] = ["false"],
        ["VolumeMount.readOnly"] = ["false"],
        ["VolumeMount.subPath"] = [""],
        ["Probe.initialDelaySeconds"] = ["0"],
        ["Probe.timeoutSeconds"] = ["1", "0"],
        ["Probe.periodSeconds"] = ["10", "0"],
        ["Probe.successThreshold"] = ["1", "0"],
        ["Probe.failureThreshold"] = ["3", "0"],
        ["HTTPGetAction.path"] = ["/", ""],
        ["HTTPGetAction.scheme"] = ["HTTP"],
        ["GRPCAction.service"] = [""],
        ["SecurityContext.privileged"] = ["false"],
        ["SecurityContext.readOnlyRootFilesystem"] = ["false"],
        ["ConfigMapVolumeSource.defaultMode"] = ["420"],
        ["ConfigMapVolumeSource.optional"] = ["false"],
        ["SecretVolumeSource.defaultMode"] = ["420"],
        ["SecretVolumeSource.optional"] = ["false"],
        ["ProjectedVolumeSource.defaultMode"] = ["420"],
        ["DownwardAPIVolumeSource.defaultMode"] = ["420"],
        ["ConfigMapProjection.optional"] = ["false"],
        ["SecretProjection.optional"] = ["false"],
        ["ServiceAccountTokenProjection.expirationSeconds"] = ["3600"],
        ["EmptyDirVolumeSource.medium"] = [""],
        ["HostPathVolumeSource.type"] = [""],
        ["PersistentVolumeClaimVolumeSource.readOnly"] = ["false"],
        ["CSIVolumeSource.readOnly"] = ["false"],
        ["PersistentVolumeClaim.apiVersion"] = ["v1"],
        ["PersistentVolumeClaim.kind"] = ["PersistentVolumeClaim"],
        ["PersistentVolumeClaimSpec.volumeMode"] = ["Filesystem"],
        ["TopologySpreadConstraint.nodeAffinityPolicy"] = ["Honor"],
        ["TopologySpreadConstraint.nodeTaintsPolicy"] = ["Ignore"],
        ["Toleration.operator"] = ["Equal"],
        ["ServiceSpec.type"] = ["ClusterIP"],
        ["ServiceSpec.sessionAffinity"] = ["None"],
        ["ServiceSpec.internalTrafficPolicy"] = ["Cluster"],
        ["ServiceSpec.externalTrafficPolicy"] = ["Cluster"],
        ["ServiceSpec.ipFamilyPolicy"] = ["SingleStack"],
        ["ServiceSpec.allocateLoadBalancerNodePorts"] = ["true"],
        ["ServiceSpec.publishNotReadyAddresses"] = ["false"],
        ["ClientIPConfig.timeoutSeconds"] = ["10800"],
        ["ServicePort.protocol"] = [PortProtocol.Default],
        ["ServicePort.nodePort"] = ["0"],
        ["NetworkPolicyPort.protocol"] = [PortProtocol.Default],
        ["PodDisruptionBudgetSpec.unhealthyPodEvictionPolicy"] = ["IfHealthyBudget"],
        ["HorizontalPodAutoscalerSpec.minReplicas"] = ["1"],
        ["Secret.type"] = ["Opaque"],
    };

    /// <summary>Whether a value is the one that would be there without it.</summary>
    /// <param name="owner">The type of the mapping that has the field.</param>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    /// <param name="mapping">The mapping, whose other fields decide some defaults; null where the field is all that is there of it.</param>
    public static bool Is(FieldType owner, string field, ScalarNode value, MappingNode? mapping) => (owner.Name, field) switch
    {
        ("Container", "imagePullPolicy") => mapping?["image"].TryGetString(out string? image) == true && value.Text == PullPolicy(image),
        ("PodSpec", "serviceAccount") => value.Equals(mapping?["serviceAccountName"]),
        ("ServicePort", "targetPort") => value.Equals(mapping?["port"]),
        _ => Values.TryGetValue(owner.Name + "." + field, out string[]? texts) && texts.Contains(value.Text),
    };

    /// <summary>By the tag alone; what is before the last slash is the registry, whose port is not a tag.</summary>
    private static string PullPolicy(string image)
    {
        string name = image.Substring(image.LastIndexOf('/') + 1);
        return name.IndexOf('@') < 0 && (name.IndexOf(':') < 0 || name.EndsWith(":latest", StringComparison.Ordinal)) ? "Always" : "IfNotPresent";
    }
}
