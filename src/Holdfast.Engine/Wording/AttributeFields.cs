using Holdfast.Engine.Arguments;

namespace Holdfast.Engine.Wording;

/// <summary>
/// Which argument of which attribute says which field. Composers make fields of arguments; this is the way back, for messages. A longer
/// path wins over the type's own field.
/// </summary>
internal static class AttributeFields
{
    /// <summary>The first word of a row that is neither field, attribute nor argument.</summary>
    private const int Options = 3;

    /// <summary>
    /// The rows: a field, the attribute and the argument, each a dash where there is none, and what <see cref="AttributeField"/> has beside
    /// them. It is one text, since a table of objects would be code that each compiler compiles when it starts.
    /// </summary>
    private const string Rows = """

        StatefulSetSpec.replicas StatefulApp Replicas
        StatefulSetSpec.ordinals.start StatefulApp OrdinalStart
        StatefulSetSpec.serviceName StatefulApp ServiceName
        StatefulSetSpec.podManagementPolicy StatefulApp PodManagementPolicy enum:PodManagementPolicy
        StatefulSetSpec.updateStrategy.type StatefulApp UpdateStrategy enum:UpdateStrategy
        StatefulSetSpec.updateStrategy.rollingUpdate.partition StatefulApp UpdatePartition
        RollingUpdateStatefulSetStrategy.partition StatefulApp UpdatePartition
        RollingUpdateStatefulSetStrategy.maxUnavailable StatefulApp MaxUnavailable
        StatefulSetSpec.minReadySeconds StatefulApp MinReadySeconds
        StatefulSetSpec.revisionHistoryLimit StatefulApp RevisionHistoryLimit
        StatefulSetSpec.volumeClaimTemplates VolumeClaim - whole
        StatefulSetPersistentVolumeClaimRetentionPolicy.whenDeleted ClaimRetention WhenDeleted enum:ClaimRetention
        StatefulSetPersistentVolumeClaimRetentionPolicy.whenScaled ClaimRetention WhenScaled enum:ClaimRetention
        StatefulSetSpec.persistentVolumeClaimRetentionPolicy ClaimRetention - whole

        DeploymentSpec.replicas StatelessApp Replicas
        DeploymentSpec.strategy.type StatelessApp Strategy enum:DeploymentStrategy
        DeploymentSpec.minReadySeconds StatelessApp MinReadySeconds
        DeploymentSpec.revisionHistoryLimit StatelessApp RevisionHistoryLimit
        DeploymentSpec.progressDeadlineSeconds StatelessApp ProgressDeadlineSeconds
        DeploymentSpec.paused StatelessApp Paused
        RollingUpdateDeployment.maxSurge StatelessApp MaxSurge
        RollingUpdateDeployment.maxUnavailable StatelessApp MaxUnavailable

        JobSpec.completions - Completions
        JobSpec.parallelism - Parallelism
        JobSpec.completionMode - CompletionMode enum:JobCompletionMode
        JobSpec.backoffLimit - BackoffLimit
        JobSpec.activeDeadlineSeconds - ActiveDeadlineSeconds
        JobSpec.ttlSecondsAfterFinished - TtlSecondsAfterFinished
        JobSpec.suspend - Suspend
        CronJobSpec.schedule Scheduled Schedule
        CronJobSpec.timeZone Scheduled TimeZone
        CronJobSpec.concurrencyPolicy Scheduled ConcurrencyPolicy enum:ConcurrencyPolicy
        CronJobSpec.startingDeadlineSeconds Scheduled StartingDeadlineSeconds
        CronJobSpec.successfulJobsHistoryLimit Scheduled SuccessfulJobsHistoryLimit
        CronJobSpec.failedJobsHistoryLimit Scheduled FailedJobsHistoryLimit
        CronJobSpec.suspend Scheduled Suspend
        PodSpec.restartPolicy - RestartPolicy enum:JobRestartPolicy

        ObjectMeta.namespace - Namespace
        ObjectMeta.labels Label - whole
        ObjectMeta.annotations Annotation - whole

        PodSpec.terminationGracePeriodSeconds - TerminationGracePeriodSeconds
        PodSpec.serviceAccountName ServiceAccount - whole
        PodSpec.automountServiceAccountToken ServiceAccount MountToken
        PodSpec.priorityClassName Scheduling PriorityClassName
        PodSpec.schedulerName Scheduling SchedulerName
        PodSpec.runtimeClassName Scheduling RuntimeClassName
        PodSpec.nodeName Scheduling NodeName
        PodSpec.nodeSelector NodeSelector - whole
        PodSpec.hostNetwork HostNamespaces Network
        PodSpec.hostPID HostNamespaces Pid
        PodSpec.hostIPC HostNamespaces Ipc
        PodSpec.hostAliases HostAlias - whole
        PodSpec.imagePullSecrets ImagePullSecret - whole
        PodSpec.dnsPolicy Dns Policy enum:DnsPolicy
        PodSpec.dnsConfig.nameservers Dns Nameservers
        PodDNSConfig.nameservers Dns Nameservers
        PodDNSConfig.searches Dns Searches
        PodDNSConfig.options Dns Options
        PodSpec.topologySpreadConstraints Spread - whole
        Affinity.podAntiAffinity AntiAffinity - whole
        PodAffinity.preferredDuringSchedulingIgnoredDuringExecution PodAffinity Required value:false
        PodAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution AntiAffinity Required value:false
        PodAffinityTerm.topologyKey - TopologyKey
        PodAffinityTerm.namespaces - Namespaces
        PodAffinityTerm.matchLabelKeys - MatchLabelKeys
        PodAffinityTerm.mismatchLabelKeys - MismatchLabelKeys
        WeightedPodAffinityTerm.weight - Weight
        PreferredSchedulingTerm.weight NodeAffinity Weight
        NodeSelectorRequirement.key NodeAffinity - whole
        NodeSelectorRequirement.operator NodeAffinity - whole
        NodeSelectorRequirement.values NodeAffinity - whole
        Toleration.key Toleration Key
        Toleration.operator Toleration Operator enum:TolerationOperator
        Toleration.value Toleration Value
        Toleration.effect Toleration Effect enum:TaintEffect
        Toleration.tolerationSeconds Toleration TolerationSeconds
        TopologySpreadConstraint.topologyKey Spread - whole
        TopologySpreadConstraint.maxSkew Spread MaxSkew
        TopologySpreadConstraint.minDomains Spread MinDomains
        TopologySpreadConstraint.whenUnsatisfiable Spread WhenUnsatisfiable enum:UnsatisfiableAction
        TopologySpreadConstraint.matchLabelKeys Spread MatchLabelKeys
        TopologySpreadConstraint.nodeAffinityPolicy Spread NodeAffinityPolicy enum:NodeInclusionPolicy
        TopologySpreadConstraint.nodeTaintsPolicy Spread NodeTaintsPolicy enum:NodeInclusionPolicy
        HostAlias.ip HostAlias - whole
        HostAlias.hostnames HostAlias - whole
        PodSecurityContext.fsGroup SecurityContext FsGroup
        PodSecurityContext.runAsUser SecurityContext RunAsUser
        PodSecurityContext.runAsGroup SecurityContext RunAsGroup
        PodSecurityContext.runAsNonRoot SecurityContext AllowRoot opposite

        IngressSpec.ingressClassName Ingress Class
        IngressRule.host Ingress - whole
        IngressTLS.hosts Ingress - whole
        IngressTLS.secretName Ingress TlsSecret
        HTTPIngressPath.path Ingress Path
        HTTPIngressPath.pathType Ingress PathType enum:IngressPathType
        ServiceBackendPort.number Ingress Port

        Container.name - Name
        Container.image Container - whole
        Container.imagePullPolicy - ImagePullPolicy enum:ImagePullPolicy
        Container.command - Command
        Container.args - Args
        Container.workingDir - WorkingDir
        Container.restartPolicy Sidecar - whole
        Container.env Env - whole
        Container.envFrom EnvFrom - whole
        Container.ports Port - whole
        Container.resources Resources - whole
        Container.volumeMounts Mount - whole
        Container.volumeDevices - DevicePath
        Container.startupProbe StartupProbe - whole
        Container.readinessProbe ReadinessProbe - whole
        Container.livenessProbe LivenessProbe - whole
        Container.livenessProbe.failureThreshold LivenessProbe FailureThreshold
        Lifecycle.preStop PreStop - whole
        Lifecycle.postStart PostStart - whole
        SecurityContext.runAsUser SecurityContext RunAsUser
        SecurityContext.runAsGroup SecurityContext RunAsGroup
        SecurityContext.runAsNonRoot SecurityContext AllowRoot opposite
        SecurityContext.readOnlyRootFilesystem SecurityContext ReadOnlyRootFilesystem
        SecurityContext.allowPrivilegeEscalation SecurityContext AllowPrivilegeEscalation
        SecurityContext.privileged SecurityContext Privileged
        SecurityContext.capabilities.add SecurityContext AddCapabilities
        Capabilities.add SecurityContext AddCapabilities
        ContainerPort.containerPort Port -
        ContainerPort.name Port Name
        ContainerPort.hostPort Port HostPort
        ContainerPort.protocol Port Protocol
        EnvVar.name Env - whole
        EnvVar.value Env - whole
        EnvVarSource.fieldRef Env FieldPath
        EnvVarSource.fieldRef.fieldPath Env FieldPath
        EnvVarSource.resourceFieldRef Env Resource
        EnvVarSource.fileKeyRef Env FileVolume
        FileKeySelector.path Env FilePath
        FileKeySelector.key Env Key
        EnvVarSource.configMapKeyRef Env ConfigMap
        EnvVarSource.secretKeyRef Env Secret
        ObjectFieldSelector.fieldPath - FieldPath
        ResourceFieldSelector.resource - Resource
        ResourceFieldSelector.divisor - Divisor
        ConfigMapKeySelector.key Env Key
        SecretKeySelector.key Env Key
        ConfigMapKeySelector.name Env ConfigMap
        SecretKeySelector.name Env Secret
        ConfigMapEnvSource.name EnvFrom ConfigMap
        SecretEnvSource.name EnvFrom Secret
        EnvFromSource.prefix EnvFrom Prefix
        EnvFromSource.configMapRef EnvFrom ConfigMap
        EnvFromSource.secretRef EnvFrom Secret
        Probe.exec - Command
        Probe.httpGet - HttpPath
        Probe.tcpSocket - Port
        Probe.grpc - GrpcPort
        Probe.initialDelaySeconds - InitialDelaySeconds
        Probe.periodSeconds - PeriodSeconds
        Probe.timeoutSeconds - TimeoutSeconds
        Probe.failureThreshold - FailureThreshold
        Probe.successThreshold - SuccessThreshold
        ExecAction.command - Command
        HTTPGetAction.path - HttpPath
        HTTPGetAction.host - Host
        TCPSocketAction.host - Host
        HTTPGetAction.port - Port
        HTTPGetAction.httpHeaders - HttpHeaders
        HTTPHeader.name - HttpHeaders
        TCPSocketAction.port - Port
        GRPCAction.port - GrpcPort
        LifecycleHandler.exec - Command
        LifecycleHandler.httpGet - HttpPath
        LifecycleHandler.tcpSocket - Port
        LifecycleHandler.sleep - SleepSeconds
        SleepAction.seconds - SleepSeconds
        ResourceRequirements.requests.cpu Resources CpuRequest
        ResourceRequirements.requests.memory Resources MemoryRequest
        ResourceRequirements.limits.cpu Resources CpuLimit
        ResourceRequirements.limits.memory Resources MemoryLimit
        ResourceRequirements.requests Resources - whole
        ResourceRequirements.limits Resources - whole

        VolumeMount.name Mount - whole
        VolumeMount.mountPath - MountPath
        VolumeMount.subPath - SubPath
        VolumeMount.readOnly - ReadOnly
        VolumeDevice.devicePath - DevicePath
        Volume.name - Name
        Volume.emptyDir EmptyDir - whole
        Volume.persistentVolumeClaim ExistingClaim - whole
        Volume.ephemeral EphemeralClaim - whole
        Volume.configMap ConfigMapVolume - whole
        Volume.secret SecretVolume - whole
        Volume.hostPath HostPath - whole
        Volume.csi CsiVolume - whole
        Volume.projected ProjectedVolume - whole
        EmptyDirVolumeSource.sizeLimit EmptyDir SizeLimit
        HostPathVolumeSource.path HostPath - whole
        HostPathVolumeSource.type HostPath Type enum:HostPathType
        ConfigMapVolumeSource.name ConfigMapVolume - whole
        ConfigMapVolumeSource.defaultMode ConfigMapVolume DefaultMode
        SecretVolumeSource.secretName SecretVolume - whole
        SecretVolumeSource.defaultMode SecretVolume DefaultMode
        ProjectedVolumeSource.defaultMode ProjectedVolume DefaultMode
        DownwardAPIVolumeFile.mode ProjectedField Mode
        DownwardAPIVolumeFile.path ProjectedField - whole
        CSIVolumeSource.driver CsiVolume - whole
        ServiceAccountTokenProjection.expirationSeconds ProjectedToken ExpirationSeconds
        ServiceAccountTokenProjection.path ProjectedToken - whole
        PersistentVolumeClaimVolumeSource.claimName ExistingClaim - whole
        PersistentVolumeClaimSpec.accessModes - AccessMode enum:AccessMode
        PersistentVolumeClaimSpec.storageClassName - StorageClass
        PersistentVolumeClaimSpec.volumeAttributesClassName - VolumeAttributesClass
        PersistentVolumeClaimSpec.resources.requests.storage VolumeClaim -
        PersistentVolumeClaimSpec.dataSourceRef - DataSourceNamespace
        PersistentVolumeClaimSpec.dataSource - DataSource
        TypedLocalObjectReference.apiGroup - DataSourceApiGroup
        TypedLocalObjectReference.kind - DataSourceKind
        TypedLocalObjectReference.name - DataSource

        ServiceSpec.type - Type enum:ServiceType
        ServiceSpec.externalName ClientService - whole
        ServiceSpec.clusterIPs - ClusterIps
        ServiceSpec.externalIPs - ExternalIps
        ServiceSpec.loadBalancerIP - LoadBalancerIp
        ServiceSpec.loadBalancerClass - LoadBalancerClass
        ServiceSpec.loadBalancerSourceRanges - LoadBalancerSourceRanges
        ServiceSpec.allocateLoadBalancerNodePorts - AllocateLoadBalancerNodePorts
        ServiceSpec.healthCheckNodePort - HealthCheckNodePort
        ServiceSpec.externalTrafficPolicy - ExternalTrafficPolicy enum:TrafficPolicy
        ServiceSpec.internalTrafficPolicy - InternalTrafficPolicy enum:TrafficPolicy
        ServiceSpec.trafficDistribution - TrafficDistribution enum:TrafficDistribution
        ServiceSpec.sessionAffinity - SessionAffinity enum:SessionAffinity
        ServiceSpec.publishNotReadyAddresses - PublishNotReadyAddresses
        ServiceSpec.ipFamilyPolicy - IpFamilyPolicy enum:IpFamilyPolicy
        ServiceSpec.ipFamilies - IpFamilies
        ServiceSpec.ports Port - whole
        ClientIPConfig.timeoutSeconds - SessionAffinityTimeoutSeconds
        ServicePort.port Port -
        ServicePort.name Port Name
        ServicePort.nodePort Port NodePort
        ServicePort.appProtocol Port AppProtocol
        ServicePort.protocol Port Protocol

        PodDisruptionBudgetSpec.maxUnavailable DisruptionBudget MaxUnavailable
        PodDisruptionBudgetSpec.minAvailable DisruptionBudget MinAvailable
        PodDisruptionBudgetSpec.unhealthyPodEvictionPolicy DisruptionBudget UnhealthyPodEvictionPolicy enum:UnhealthyPodEvictionPolicy

        HorizontalPodAutoscalerSpec.minReplicas Autoscaler - whole
        HorizontalPodAutoscalerSpec.maxReplicas Autoscaler - whole
        HPAScalingRules.stabilizationWindowSeconds Autoscaler - whole
        HPAScalingPolicy.value Autoscaler - whole
        HPAScalingPolicy.periodSeconds Autoscaler - whole
        MetricTarget.averageUtilization Autoscaler - whole
        MetricTarget.averageValue Autoscaler - whole
        PolicyRule.apiGroups Allow Group
        PolicyRule.resources Allow - whole
        PolicyRule.resourceNames Allow Names
        PolicyRule.verbs Allow - whole
        IPBlock.cidr NetworkPolicy - whole

        """;

    private static readonly Lazy<Dictionary<string, AttributeField>> Direct = new(ReadDirect);

    /// <summary>What says a field of a type, or of a path below one; null where no attribute does.</summary>
    public static AttributeField? Find(string path) => Row(path) ?? (Direct.Value.TryGetValue(path, out AttributeField? field) ? field : null);

    /// <summary>The fields of the rows.</summary>
    private static IEnumerable<string> Paths => Rows.Split('\n').Where(static row => row.Length > 0).Select(static row => row.Substring(0, row.IndexOf(' ')));

    /// <summary>All of them, for tests.</summary>
    public static IEnumerable<string> All => Paths.Concat(Direct.Value.Keys);

    /// <summary>Those of the table of arguments that are one field as it is; a field that several attributes have is without one.</summary>
    private static Dictionary<string, AttributeField> ReadDirect()
    {
        var fields = new Dictionary<string, AttributeField>(StringComparer.Ordinal);
        HashSet<string> paths = [.. Paths];
        foreach (IGrouping<string, FieldArgument> rows in FieldArguments.All
            .Select(static row => (Row: row, Field: row.Owner()))
            .Where(item => item.Field is not null && !paths.Contains(item.Field))
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

    private static AttributeField? Row(string path)
    {
        int start = Rows.IndexOf("\n" + path + " ", StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        string[] words = Rows.Substring(start + 1, Rows.IndexOf('\n', start + 1) - start - 1).Split(' ');
        string? type = null;
        string? value = null;
        bool isOpposite = false;
        bool isWhole = false;
        for (int i = Options; i < words.Length; i++)
        {
            isOpposite |= words[i] == "opposite";
            isWhole |= words[i] == "whole";
            type = After("enum:", words[i]) ?? type;
            value = After("value:", words[i]) ?? value;
        }

        return new AttributeField(Word(words[1]), Word(words[2])) { Enum = type, Fixed = value, IsOpposite = isOpposite, IsWhole = isWhole };

        static string? Word(string word) => word == "-" ? null : word;

        static string? After(string mark, string word) => word.StartsWith(mark, StringComparison.Ordinal) ? word.Substring(mark.Length) : null;
    }
}
