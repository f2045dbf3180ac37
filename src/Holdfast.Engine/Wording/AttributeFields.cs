using Holdfast.Engine.Arguments;

namespace Holdfast.Engine.Wording;

/// <summary>
/// Which argument of which attribute says which field. Composers make fields of arguments; this is the way back, for messages. A longer
/// path wins over the type's own field.
/// </summary>
internal static class AttributeFields
{
    private const string StatefulApp = "StatefulApp";

    private const string StatelessApp = "StatelessApp";

    private const string Scheduled = "Scheduled";

    private const string DisruptionBudget = "DisruptionBudget";

    private const string SecurityContext = "SecurityContext";

    private const string Allow = "Allow";

    private const string Autoscaler = "Autoscaler";

    private const string Ingress = "Ingress";

    private static readonly Dictionary<string, AttributeField> Fields = new(StringComparer.Ordinal)
    {
        ["StatefulSetSpec.replicas"] = Argument("Replicas", StatefulApp),
        ["StatefulSetSpec.ordinals.start"] = Argument("OrdinalStart", StatefulApp),
        ["StatefulSetSpec.serviceName"] = Argument("ServiceName", StatefulApp),
        ["StatefulSetSpec.podManagementPolicy"] = Enum("PodManagementPolicy", StatefulApp),
        ["StatefulSetSpec.updateStrategy.type"] = Enum("UpdateStrategy", StatefulApp),
        ["StatefulSetSpec.updateStrategy.rollingUpdate.partition"] = Argument("UpdatePartition", StatefulApp),
        ["RollingUpdateStatefulSetStrategy.partition"] = Argument("UpdatePartition", StatefulApp),
        ["RollingUpdateStatefulSetStrategy.maxUnavailable"] = Argument("MaxUnavailable", StatefulApp),
        ["StatefulSetSpec.minReadySeconds"] = Argument("MinReadySeconds", StatefulApp),
        ["StatefulSetSpec.revisionHistoryLimit"] = Argument("RevisionHistoryLimit", StatefulApp),
        ["StatefulSetSpec.volumeClaimTemplates"] = Whole("VolumeClaim"),
        ["StatefulSetPersistentVolumeClaimRetentionPolicy.whenDeleted"] = Enum("WhenDeleted", "ClaimRetention", "ClaimRetention"),
        ["StatefulSetPersistentVolumeClaimRetentionPolicy.whenScaled"] = Enum("WhenScaled", "ClaimRetention", "ClaimRetention"),
        ["StatefulSetSpec.persistentVolumeClaimRetentionPolicy"] = Whole("ClaimRetention"),

        ["DeploymentSpec.replicas"] = Argument("Replicas", StatelessApp),
        ["DeploymentSpec.strategy.type"] = Enum("Strategy", StatelessApp, "DeploymentStrategy"),
        ["DeploymentSpec.minReadySeconds"] = Argument("MinReadySeconds", StatelessApp),
        ["DeploymentSpec.revisionHistoryLimit"] = Argument("RevisionHistoryLimit", StatelessApp),
        ["DeploymentSpec.progressDeadlineSeconds"] = Argument("ProgressDeadlineSeconds", StatelessApp),
        ["DeploymentSpec.paused"] = Argument("Paused", StatelessApp),
        ["RollingUpdateDeployment.maxSurge"] = Argument("MaxSurge", StatelessApp),
        ["RollingUpdateDeployment.maxUnavailable"] = Argument("MaxUnavailable", StatelessApp),

        ["JobSpec.completions"] = Argument("Completions"),
        ["JobSpec.parallelism"] = Argument("Parallelism"),
        ["JobSpec.completionMode"] = Enum("CompletionMode", null, "JobCompletionMode"),
        ["JobSpec.backoffLimit"] = Argument("BackoffLimit"),
        ["JobSpec.activeDeadlineSeconds"] = Argument("ActiveDeadlineSeconds"),
        ["JobSpec.ttlSecondsAfterFinished"] = Argument("TtlSecondsAfterFinished"),
        ["JobSpec.suspend"] = Argument("Suspend"),
        ["CronJobSpec.schedule"] = Argument("Schedule", Scheduled),
        ["CronJobSpec.timeZone"] = Argument("TimeZone", Scheduled),
        ["CronJobSpec.concurrencyPolicy"] = Enum("ConcurrencyPolicy", Scheduled),
        ["CronJobSpec.startingDeadlineSeconds"] = Argument("StartingDeadlineSeconds", Scheduled),
        ["CronJobSpec.successfulJobsHistoryLimit"] = Argument("SuccessfulJobsHistoryLimit", Scheduled),
        ["CronJobSpec.failedJobsHistoryLimit"] = Argument("FailedJobsHistoryLimit", Scheduled),
        ["CronJobSpec.suspend"] = Argument("Suspend", Scheduled),
        ["PodSpec.restartPolicy"] = Enum("RestartPolicy", null, "JobRestartPolicy"),

        ["ObjectMeta.namespace"] = Argument("Namespace"),
        ["ObjectMeta.labels"] = Whole("Label"),
        ["ObjectMeta.annotations"] = Whole("Annotation"),

        ["PodSpec.terminationGracePeriodSeconds"] = Argument("TerminationGracePeriodSeconds"),
        ["PodSpec.serviceAccountName"] = Whole("ServiceAccount"),
        ["PodSpec.automountServiceAccountToken"] = Argument("MountToken", "ServiceAccount"),
        ["PodSpec.priorityClassName"] = Argument("PriorityClassName", "Scheduling"),
        ["PodSpec.schedulerName"] = Argument("SchedulerName", "Scheduling"),
        ["PodSpec.runtimeClassName"] = Argument("RuntimeClassName", "Scheduling"),
        ["PodSpec.nodeName"] = Argument("NodeName", "Scheduling"),
        ["PodSpec.nodeSelector"] = Whole("NodeSelector"),
        ["PodSpec.hostNetwork"] = Argument("Network", "HostNamespaces"),
        ["PodSpec.hostPID"] = Argument("Pid", "HostNamespaces"),
        ["PodSpec.hostIPC"] = Argument("Ipc", "HostNamespaces"),
        ["PodSpec.hostAliases"] = Whole("HostAlias"),
        ["PodSpec.imagePullSecrets"] = Whole("ImagePullSecret"),
        ["PodSpec.dnsPolicy"] = Enum("Policy", "Dns", "DnsPolicy"),
        ["PodSpec.dnsConfig.nameservers"] = Argument("Nameservers", "Dns"),
        ["PodDNSConfig.nameservers"] = Argument("Nameservers", "Dns"),
        ["PodDNSConfig.searches"] = Argument("Searches", "Dns"),
        ["PodDNSConfig.options"] = Argument("Options", "Dns"),
        ["PodSpec.topologySpreadConstraints"] = Whole("Spread"),
        ["Affinity.podAntiAffinity"] = Whole("AntiAffinity"),
        ["PodAffinity.preferredDuringSchedulingIgnoredDuringExecution"] = Argument("Required", "PodAffinity") with { Fixed = "false" },
        ["PodAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution"] = Argument("Required", "AntiAffinity") with { Fixed = "false" },
        ["PodAffinityTerm.topologyKey"] = Argument("TopologyKey"),
        ["PodAffinityTerm.namespaces"] = Argument("Namespaces"),
        ["PodAffinityTerm.matchLabelKeys"] = Argument("MatchLabelKeys"),
        ["PodAffinityTerm.mismatchLabelKeys"] = Argument("MismatchLabelKeys"),
        ["WeightedPodAffinityTerm.weight"] = Argument("Weight"),
        ["PreferredSchedulingTerm.weight"] = Argument("Weight", "NodeAffinity"),
        ["NodeSelectorRequirement.key"] = Whole("NodeAffinity"),
        ["NodeSelectorRequirement.operator"] = Whole("NodeAffinity"),
        ["NodeSelectorRequirement.values"] = Whole("NodeAffinity"),
        ["Toleration.key"] = Argument("Key", "Toleration"),
        ["Toleration.operator"] = Enum("Operator", "Toleration", "TolerationOperator"),
        ["Toleration.value"] = Argument("Value", "Toleration"),
        ["Toleration.effect"] = Enum("Effect", "Toleration", "TaintEffect"),
        ["Toleration.tolerationSeconds"] = Argument("TolerationSeconds", "Toleration"),
        ["TopologySpreadConstraint.topologyKey"] = Whole("Spread"),
        ["TopologySpreadConstraint.maxSkew"] = Argument("MaxSkew", "Spread"),
        ["TopologySpreadConstraint.minDomains"] = Argument("MinDomains", "Spread"),
        ["TopologySpreadConstraint.whenUnsatisfiable"] = Enum("WhenUnsatisfiable", "Spread", "UnsatisfiableAction"),
        ["TopologySpreadConstraint.matchLabelKeys"] = Argument("MatchLabelKeys", "Spread"),
        ["TopologySpreadConstraint.nodeAffinityPolicy"] = Enum("NodeAffinityPolicy", "Spread", "NodeInclusionPolicy"),
        ["TopologySpreadConstraint.nodeTaintsPolicy"] = Enum("NodeTaintsPolicy", "Spread", "NodeInclusionPolicy"),
        ["HostAlias.ip"] = Whole("HostAlias"),
        ["HostAlias.hostnames"] = Whole("HostAlias"),
        ["PodSecurityContext.fsGroup"] = Argument("FsGroup", SecurityContext),
        ["PodSecurityContext.runAsUser"] = Argument("RunAsUser", SecurityContext),
        ["PodSecurityContext.runAsGroup"] = Argument("RunAsGroup", SecurityContext),
        ["PodSecurityContext.runAsNonRoot"] = Argument("AllowRoot", SecurityContext) with { IsOpposite = true },

        ["IngressSpec.ingressClassName"] = Argument("Class", Ingress),
        ["IngressRule.host"] = Whole(Ingress),
        ["IngressTLS.hosts"] = Whole(Ingress),
        ["IngressTLS.secretName"] = Argument("TlsSecret", Ingress),
        ["HTTPIngressPath.path"] = Argument("Path", Ingress),
        ["HTTPIngressPath.pathType"] = Enum("PathType", Ingress, "IngressPathType"),
        ["ServiceBackendPort.number"] = Argument("Port", Ingress),

        ["Container.name"] = Argument("Name"),
        ["Container.image"] = Whole("Container"),
        ["Container.imagePullPolicy"] = Enum("ImagePullPolicy", null, "ImagePullPolicy"),
        ["Container.command"] = Argument("Command"),
        ["Container.args"] = Argument("Args"),
        ["Container.workingDir"] = Argument("WorkingDir"),
        ["Container.restartPolicy"] = Whole("Sidecar"),
        ["Container.env"] = Whole("Env"),
        ["Container.envFrom"] = Whole("EnvFrom"),
        ["Container.ports"] = Whole("Port"),
        ["Container.resources"] = Whole("Resources"),
        ["Container.volumeMounts"] = Whole("Mount"),
        ["Container.volumeDevices"] = Argument("DevicePath"),
        ["Container.startupProbe"] = Whole("StartupProbe"),
        ["Container.readinessProbe"] = Whole("ReadinessProbe"),
        ["Container.livenessProbe"] = Whole("LivenessProbe"),
        ["Container.livenessProbe.failureThreshold"] = Argument("FailureThreshold", "LivenessProbe"),
        ["Lifecycle.preStop"] = Whole("PreStop"),
        ["Lifecycle.postStart"] = Whole("PostStart"),
        ["SecurityContext.runAsUser"] = Argument("RunAsUser", SecurityContext),
        ["SecurityContext.runAsGroup"] = Argument("RunAsGroup", SecurityContext),
        ["SecurityContext.runAsNonRoot"] = Argument("AllowRoot", SecurityContext) with { IsOpposite = true },
        ["SecurityContext.readOnlyRootFilesystem"] = Argument("ReadOnlyRootFilesystem", SecurityContext),
        ["SecurityContext.allowPrivilegeEscalation"] = Argument("AllowPrivilegeEscalation", SecurityContext),
        ["SecurityContext.privileged"] = Argument("Privileged", SecurityContext),
        ["SecurityContext.capabilities.add"] = Argument("AddCapabilities", SecurityContext),
        ["Capabilities.add"] = Argument("AddCapabilities", SecurityContext),
        ["ContainerPort.containerPort"] = ByPosition("Port"),
        ["ContainerPort.name"] = Argument("Name", "Port"),
        ["ContainerPort.hostPort"] = Argument("HostPort", "Port"),
        ["ContainerPort.protocol"] = Argument("Protocol", "Port"),
        ["EnvVar.name"] = Whole("Env"),
        ["EnvVar.value"] = Whole("Env"),
        ["EnvVarSource.fieldRef"] = Argument("FieldPath", "Env"),
        ["EnvVarSource.fieldRef.fieldPath"] = Argument("FieldPath", "Env"),
        ["EnvVarSource.resourceFieldRef"] = Argument("Resource", "Env"),
        ["EnvVarSource.fileKeyRef"] = Argument("FileVolume", "Env"),
        ["FileKeySelector.path"] = Argument("FilePath", "Env"),
        ["FileKeySelector.key"] = Argument("Key", "Env"),
        ["EnvVarSource.configMapKeyRef"] = Argument("ConfigMap", "Env"),
        ["EnvVarSource.secretKeyRef"] = Argument("Secret", "Env"),
        ["ObjectFieldSelector.fieldPath"] = Argument("FieldPath"),
        ["ResourceFieldSelector.resource"] = Argument("Resource"),
        ["ResourceFieldSelector.divisor"] = Argument("Divisor"),
        ["ConfigMapKeySelector.key"] = Argument("Key", "Env"),
        ["SecretKeySelector.key"] = Argument("Key", "Env"),
        ["ConfigMapKeySelector.name"] = Argument("ConfigMap", "Env"),
        ["SecretKeySelector.name"] = Argument("Secret", "Env"),
        ["ConfigMapEnvSource.name"] = Argument("ConfigMap", "EnvFrom"),
        ["SecretEnvSource.name"] = Argument("Secret", "EnvFrom"),
        ["EnvFromSource.prefix"] = Argument("Prefix", "EnvFrom"),
        ["EnvFromSource.configMapRef"] = Argument("ConfigMap", "EnvFrom"),
        ["EnvFromSource.secretRef"] = Argument("Secret", "EnvFrom"),
        ["Probe.exec"] = Argument("Command"),
        ["Probe.httpGet"] = Argument("HttpPath"),
        ["Probe.tcpSocket"] = Argument("Port"),
        ["Probe.grpc"] = Argument("GrpcPort"),
        ["Probe.initialDelaySeconds"] = Argument("InitialDelaySeconds"),
        ["Probe.periodSeconds"] = Argument("PeriodSeconds"),
        ["Probe.timeoutSeconds"] = Argument("TimeoutSeconds"),
        ["Probe.failureThreshold"] = Argument("FailureThreshold"),
        ["Probe.successThreshold"] = Argument("SuccessThreshold"),
        ["ExecAction.command"] = Argument("Command"),
        ["HTTPGetAction.path"] = Argument("HttpPath"),
        ["HTTPGetAction.host"] = Argument("Host"),
        ["TCPSocketAction.host"] = Argument("Host"),
        ["HTTPGetAction.port"] = Argument("Port"),
        ["HTTPGetAction.httpHeaders"] = Argument("HttpHeaders"),
        ["HTTPHeader.name"] = Argument("HttpHeaders"),
        ["TCPSocketAction.port"] = Argument("Port"),
        ["GRPCAction.port"] = Argument("GrpcPort"),
        ["LifecycleHandler.exec"] = Argument("Command"),
        ["LifecycleHandler.httpGet"] = Argument("HttpPath"),
        ["LifecycleHandler.tcpSocket"] = Argument("Port"),
        ["LifecycleHandler.sleep"] = Argument("SleepSeconds"),
        ["SleepAction.seconds"] = Argument("SleepSeconds"),
        ["ResourceRequirements.requests.cpu"] = Argument("CpuRequest", "Resources"),
        ["ResourceRequirements.requests.memory"] = Argument("MemoryRequest", "Resources"),
        ["ResourceRequirements.limits.cpu"] = Argument("CpuLimit", "Resources"),
        ["ResourceRequirements.limits.memory"] = Argument("MemoryLimit", "Resources"),
        ["ResourceRequirements.requests"] = Whole("Resources"),
        ["ResourceRequirements.limits"] = Whole("Resources"),

        ["VolumeMount.name"] = Whole("Mount"),
        ["VolumeMount.mountPath"] = Argument("MountPath"),
        ["VolumeMount.subPath"] = Argument("SubPath"),
        ["VolumeMount.readOnly"] = Argument("ReadOnly"),
        ["VolumeDevice.devicePath"] = Argument("DevicePath"),
        ["Volume.name"] = Argument("Name"),
        ["Volume.emptyDir"] = Whole("EmptyDir"),
        ["Volume.persistentVolumeClaim"] = Whole("ExistingClaim"),
        ["Volume.ephemeral"] = Whole("EphemeralClaim"),
        ["Volume.configMap"] = Whole("ConfigMapVolume"),
        ["Volume.secret"] = Whole("SecretVolume"),
        ["Volume.hostPath"] = Whole("HostPath"),
        ["Volume.csi"] = Whole("CsiVolume"),
        ["Volume.projected"] = Whole("ProjectedVolume"),
        ["EmptyDirVolumeSource.sizeLimit"] = Argument("SizeLimit", "EmptyDir"),
        ["HostPathVolumeSource.path"] = Whole("HostPath"),
        ["HostPathVolumeSource.type"] = Enum("Type", "HostPath", "HostPathType"),
        ["ConfigMapVolumeSource.name"] = Whole("ConfigMapVolume"),
        ["ConfigMapVolumeSource.defaultMode"] = Argument("DefaultMode", "ConfigMapVolume"),
        ["SecretVolumeSource.secretName"] = Whole("SecretVolume"),
        ["SecretVolumeSource.defaultMode"] = Argument("DefaultMode", "SecretVolume"),
        ["ProjectedVolumeSource.defaultMode"] = Argument("DefaultMode", "ProjectedVolume"),
        ["DownwardAPIVolumeFile.mode"] = Argument("Mode", "ProjectedField"),
        ["DownwardAPIVolumeFile.path"] = Whole("ProjectedField"),
        ["CSIVolumeSource.driver"] = Whole("CsiVolume"),
        ["ServiceAccountTokenProjection.expirationSeconds"] = Argument("ExpirationSeconds", "ProjectedToken"),
        ["ServiceAccountTokenProjection.path"] = Whole("ProjectedToken"),
        ["PersistentVolumeClaimVolumeSource.claimName"] = Whole("ExistingClaim"),
        ["PersistentVolumeClaimSpec.accessModes"] = Enum("AccessMode", null, "AccessMode"),
        ["PersistentVolumeClaimSpec.storageClassName"] = Argument("StorageClass"),
        ["PersistentVolumeClaimSpec.volumeAttributesClassName"] = Argument("VolumeAttributesClass"),
        ["PersistentVolumeClaimSpec.resources.requests.storage"] = ByPosition("VolumeClaim"),
        ["PersistentVolumeClaimSpec.dataSourceRef"] = Argument("DataSourceNamespace"),
        ["PersistentVolumeClaimSpec.dataSource"] = Argument("DataSource"),
        ["TypedLocalObjectReference.apiGroup"] = Argument("DataSourceApiGroup"),
        ["TypedLocalObjectReference.kind"] = Argument("DataSourceKind"),
        ["TypedLocalObjectReference.name"] = Argument("DataSource"),

        ["ServiceSpec.type"] = Enum("Type", null, "ServiceType"),
        ["ServiceSpec.externalName"] = Whole("ClientService"),
        ["ServiceSpec.clusterIPs"] = Argument("ClusterIps"),
        ["ServiceSpec.externalIPs"] = Argument("ExternalIps"),
        ["ServiceSpec.loadBalancerIP"] = Argument("LoadBalancerIp"),
        ["ServiceSpec.loadBalancerClass"] = Argument("LoadBalancerClass"),
        ["ServiceSpec.loadBalancerSourceRanges"] = Argument("LoadBalancerSourceRanges"),
        ["ServiceSpec.allocateLoadBalancerNodePorts"] = Argument("AllocateLoadBalancerNodePorts"),
        ["ServiceSpec.healthCheckNodePort"] = Argument("HealthCheckNodePort"),
        ["ServiceSpec.externalTrafficPolicy"] = Enum("ExternalTrafficPolicy", null, "TrafficPolicy"),
        ["ServiceSpec.internalTrafficPolicy"] = Enum("InternalTrafficPolicy", null, "TrafficPolicy"),
        ["ServiceSpec.trafficDistribution"] = Enum("TrafficDistribution", null, "TrafficDistribution"),
        ["ServiceSpec.sessionAffinity"] = Enum("SessionAffinity", null, "SessionAffinity"),
        ["ServiceSpec.publishNotReadyAddresses"] = Argument("PublishNotReadyAddresses"),
        ["ServiceSpec.ipFamilyPolicy"] = Enum("IpFamilyPolicy", null, "IpFamilyPolicy"),
        ["ServiceSpec.ipFamilies"] = Argument("IpFamilies"),
        ["ServiceSpec.ports"] = Whole("Port"),
        ["ClientIPConfig.timeoutSeconds"] = Argument("SessionAffinityTimeoutSeconds"),
        ["ServicePort.port"] = ByPosition("Port"),
        ["ServicePort.name"] = Argument("Name", "Port"),
        ["ServicePort.nodePort"] = Argument("NodePort", "Port"),
        ["ServicePort.appProtocol"] = Argument("AppProtocol", "Port"),
        ["ServicePort.protocol"] = Argument("Protocol", "Port"),

        ["PodDisruptionBudgetSpec.maxUnavailable"] = Argument("MaxUnavailable", DisruptionBudget),
        ["PodDisruptionBudgetSpec.minAvailable"] = Argument("MinAvailable", DisruptionBudget),
        ["PodDisruptionBudgetSpec.unhealthyPodEvictionPolicy"] = Enum("UnhealthyPodEvictionPolicy", DisruptionBudget),

        ["HorizontalPodAutoscalerSpec.minReplicas"] = Whole(Autoscaler),
        ["HorizontalPodAutoscalerSpec.maxReplicas"] = Whole(Autoscaler),
        ["HPAScalingRules.stabilizationWindowSeconds"] = Whole(Autoscaler),
        ["HPAScalingPolicy.value"] = Whole(Autoscaler),
        ["HPAScalingPolicy.periodSeconds"] = Whole(Autoscaler),
        ["MetricTarget.averageUtilization"] = Whole(Autoscaler),
        ["MetricTarget.averageValue"] = Whole(Autoscaler),
        ["PolicyRule.apiGroups"] = Argument("Group", Allow),
        ["PolicyRule.resources"] = Whole(Allow),
        ["PolicyRule.resourceNames"] = Argument("Names", Allow),
        ["PolicyRule.verbs"] = Whole(Allow),
        ["IPBlock.cidr"] = Whole("NetworkPolicy"),
    };

    private static readonly Lazy<Dictionary<string, AttributeField>> Direct = new(ReadDirect);

    /// <summary>What says a field of a type, or of a path below one; null where no attribute does.</summary>
    public static AttributeField? Find(string path) => Fields.TryGetValue(path, out AttributeField? field) || Direct.Value.TryGetValue(path, out field) ? field : null;

    /// <summary>All of them, for tests.</summary>
    public static IEnumerable<string> All => Fields.Keys.Concat(Direct.Value.Keys);

    /// <summary>Those of the table of arguments that are one field as it is; a field that several attributes have is without one.</summary>
    private static Dictionary<string, AttributeField> ReadDirect()
    {
        var fields = new Dictionary<string, AttributeField>(StringComparer.Ordinal);
        foreach (IGrouping<string, FieldArgument> rows in FieldArguments.All
            .Select(static row => (Row: row, Field: row.Owner()))
            .Where(static item => item.Field is not null && !Fields.ContainsKey(item.Field))
            .GroupBy(static item => item.Field!, static item => item.Row))
        {
            if (rows.Select(static row => row.Name).Distinct(StringComparer.Ordinal).Count() == 1)
            {
                FieldArgument row = rows.First();
                bool isOne = rows.Select(static other => other.Attribute).Distinct(StringComparer.Ordinal).Count() == 1;
                bool isWhole = row.IsByPosition || FieldForms.IsList(row.Form) || row.Form == FieldForm.ResizePolicy;
                fields.Add(rows.Key, row.IsByPosition
                    ? new AttributeField(row.Attribute, Argument: null) { IsWhole = true }
                    : new AttributeField(isOne ? row.Attribute : null, row.Name) { Enum = isWhole ? null : row.EnumType, IsWhole = isWhole });
            }
        }

        return fields;
    }

    private static AttributeField Argument(string argument, string? attribute = null) => new(attribute, argument);

    /// <summary>An argument of an enum, whose type has the argument's name where it is not said.</summary>
    private static AttributeField Enum(string argument, string? attribute, string? type = null) => new(attribute, argument) { Enum = type ?? argument };

    /// <summary>The first argument of an attribute.</summary>
    private static AttributeField ByPosition(string attribute) => new(attribute, Argument: null);

    /// <summary>An attribute as a whole, whatever the value.</summary>
    private static AttributeField Whole(string attribute) => new(attribute, Argument: null) { IsWhole = true };
}
