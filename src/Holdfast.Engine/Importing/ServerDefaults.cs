using Holdfast.Engine.Model.Fields;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Values;
using Holdfast.Engine.Model.Views;

namespace Holdfast.Engine.Importing;

/// <summary>
/// Leaves out of objects what the API server fills in, and what means the same as nothing, so that two objects are compared by
/// what they mean. Source: docs/kubernetes/defaults.md, as the 1.36 API server answered.
/// </summary>
internal static class ServerDefaults
{
    private const string ServiceAccountName = "serviceAccountName";

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
        ["ContainerPort.protocol"] = ["TCP"],
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
        ["ServicePort.protocol"] = ["TCP"],
        ["ServicePort.nodePort"] = ["0"],
        ["NetworkPolicyPort.protocol"] = ["TCP"],
        ["PodDisruptionBudgetSpec.unhealthyPodEvictionPolicy"] = ["IfHealthyBudget"],
        ["HorizontalPodAutoscalerSpec.minReplicas"] = ["1"],
    };

    /// <summary>Mappings that say nothing where nothing is in them; elsewhere an empty one chooses among alternatives or selects all.</summary>
    private static readonly HashSet<string> Empty = new(StringComparer.Ordinal)
    {
        "ObjectMeta.labels",
        "ObjectMeta.annotations",
        "StatefulSetSpec.updateStrategy",
        "StatefulSetUpdateStrategy.rollingUpdate",
        "StatefulSetSpec.ordinals",
        "StatefulSetSpec.persistentVolumeClaimRetentionPolicy",
        "DeploymentSpec.strategy",
        "DeploymentStrategy.rollingUpdate",
        "PodTemplateSpec.metadata",
        "PodSpec.securityContext",
        "PodSpec.affinity",
        "PodSpec.dnsConfig",
        "PodSpec.nodeSelector",
        "Affinity.nodeAffinity",
        "Affinity.podAffinity",
        "Affinity.podAntiAffinity",
        "Container.resources",
        "Container.securityContext",
        "Container.lifecycle",
        "SecurityContext.capabilities",
        "ResourceRequirements.limits",
        "ResourceRequirements.requests",
        "ServiceSpec.sessionAffinityConfig",
        "SessionAffinityConfig.clientIP",
        "LabelSelector.matchLabels",
        "PersistentVolumeClaimTemplate.metadata",
        "ConfigMap.data",
        "ConfigMap.binaryData",
    };

    /// <summary>The object without defaults, with what can be said in two ways said in one.</summary>
    public static MappingNode Strip(MappingNode node) =>
        FieldTable.Find(ObjectView.ApiVersionOf(node), ObjectView.KindOf(node)) is { } type ? StripFields(node, type) : node;

    private static MappingNode StripFields(MappingNode node, FieldType type)
    {
        if (type.Kind == FieldKind.Object)
        {
            node = Canonical(node, type.Name);
        }

        var entries = new List<MappingEntry>(node.Entries.Count);
        foreach (MappingEntry entry in node.Entries)
        {
            FieldType field = FieldTable.FieldOf(type, entry.Key) ?? FieldType.Any;
            ManifestNode value = StripValue(entry.Value, field);
            if (!SaysNothing(node, type, entry.Key, value))
            {
                entries.Add(new MappingEntry(entry.Key, value, entry.KeyLocation));
            }
        }

        return node.With(entries);
    }

    private static ManifestNode StripValue(ManifestNode value, FieldType type) => value switch
    {
        MappingNode mapping => StripFields(mapping, type),
        SequenceNode sequence => new SequenceNode(sequence.Items.Select(item => StripValue(item, type.Item ?? FieldType.Any)), sequence.Location),

        // The server takes numbers for quantities and writes them as strings.
        ScalarNode { Kind: ScalarKind.Integer or ScalarKind.Float } number when type.Kind == FieldKind.Quantity => ScalarNode.String(number.Text, number.Location),
        _ => value,
    };

    private static bool SaysNothing(MappingNode holder, FieldType type, string field, ManifestNode value)
    {
        if (value is ScalarNode { Kind: ScalarKind.Null } || (value is SequenceNode { Items.Count: 0 } && type.Kind == FieldKind.Object))
        {
            return true;
        }

        if (type.Kind != FieldKind.Object)
        {
            return false;
        }

        string name = type.Name + "." + field;
        return value switch
        {
            MappingNode { Entries.Count: 0 } => Empty.Contains(name),
            ScalarNode scalar => (Values.TryGetValue(name, out string[]? texts) && texts.Contains(scalar.Text)) || IsDerived(holder, name, scalar),
            _ => false,
        };
    }

    /// <summary>Defaults that other fields decide.</summary>
    private static bool IsDerived(MappingNode holder, string name, ScalarNode value) => name switch
    {
        "Container.imagePullPolicy" => holder["image"].TryGetString(out string? image) && value.Text == PullPolicy(image),
        "ServicePort.targetPort" => value.Equals(holder["port"]),
        "PodSpec.serviceAccount" => value.Equals(holder[ServiceAccountName]),
        _ => false,
    };

    /// <summary>By the tag alone; what is before the last slash is the registry, whose port is not a tag.</summary>
    private static string PullPolicy(string image)
    {
        string name = image.Substring(image.LastIndexOf('/') + 1);
        return name.IndexOf('@') < 0 && (name.IndexOf(':') < 0 || name.EndsWith(":latest", StringComparison.Ordinal)) ? "Always" : "IfNotPresent";
    }

    private static MappingNode Canonical(MappingNode node, string type)
    {
        switch (type)
        {
            // A volume of no kind is an empty directory.
            case "Volume" when node.Entries.Count == 1 && node["name"] is not null:
                return node.With([.. node.Entries, new MappingEntry("emptyDir", new MappingNode([]))]);

            // The name that was before 1.0; the server sets both.
            case "PodSpec" when node["serviceAccount"] is { } account && node[ServiceAccountName] is null:
                return node.With([.. node.Entries.Where(static entry => entry.Key != "serviceAccount"), new MappingEntry(ServiceAccountName, account)]);
            case "ServiceSpec" when node["clusterIPs"] is SequenceNode { Items.Count: 1 } addresses:
                return addresses.Items[0].Equals(node["clusterIP"])
                    ? node.With(node.Entries.Where(static entry => entry.Key != "clusterIPs"))
                    : node;
            case "NetworkPolicySpec" when node["policyTypes"] is null:
                string[] types = node["egress"] is SequenceNode { Items.Count: > 0 } ? ["Ingress", "Egress"] : ["Ingress"];
                return node.With([.. node.Entries, new MappingEntry("policyTypes", new SequenceNode(types.Select(static text => ScalarNode.String(text))))]);
            default:
                return node;
        }
    }
}
