using Holdfast.Engine.Model.Fields;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;

namespace Holdfast.Engine.Importing;

/// <summary>
/// Leaves out of objects what the API server fills in, and what means the same as nothing, so that two objects are compared by
/// what they mean. Source: docs/kubernetes/defaults.md, as the 1.36 API server answered.
/// </summary>
internal static class ServerDefaults
{
    private const string ServiceAccountName = "serviceAccountName";

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
        "JobTemplateSpec.metadata",
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

        return value switch
        {
            MappingNode { Entries.Count: 0 } => Empty.Contains(type.Name + "." + field),
            ScalarNode scalar => FieldDefaults.Is(type, field, scalar, holder),
            _ => false,
        };
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
            // An account without a namespace is of the binding's.
            case "RoleBinding" when node.At("metadata", "namespace") is { } ns && node["subjects"] is SequenceNode subjects:
                return node.With(node.Entries.Select(entry => entry.Key == "subjects"
                    ? new MappingEntry(entry.Key, new SequenceNode(subjects.Items.Select(item => item is MappingNode subject && ns.Equals(subject["namespace"])
                        ? subject.With(subject.Entries.Where(static field => field.Key != "namespace"))
                        : item)), entry.KeyLocation)
                    : entry));
            case "NetworkPolicySpec" when node["policyTypes"] is null:
                string[] types = node["egress"] is SequenceNode { Items.Count: > 0 } ? ["Ingress", "Egress"] : ["Ingress"];
                return node.With([.. node.Entries, new MappingEntry("policyTypes", new SequenceNode(types.Select(static text => ScalarNode.String(text))))]);
            default:
                return node;
        }
    }
}
