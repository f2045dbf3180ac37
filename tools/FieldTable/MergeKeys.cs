namespace Holdfast.Tools.FieldTable;

/// <summary>
/// How items of a list are told apart when a patch is merged: <c>x-kubernetes-patch-merge-key</c> and
/// <c>x-kubernetes-list-map-keys</c> of Kubernetes' OpenAPI document, which KubernetesClient's models leave out.
/// </summary>
internal static class MergeKeys
{
    /// <summary>The mark of a list of scalars that is merged as a set.</summary>
    private const string Set = "=";

    private static readonly Dictionary<string, string> Keys = new(StringComparer.Ordinal)
    {
        ["Container.env"] = "name",
        ["Container.ports"] = "containerPort,protocol",
        ["Container.volumeDevices"] = "devicePath",
        ["Container.volumeMounts"] = "mountPath",
        ["EphemeralContainer.env"] = "name",
        ["EphemeralContainer.ports"] = "containerPort,protocol",
        ["EphemeralContainer.volumeDevices"] = "devicePath",
        ["EphemeralContainer.volumeMounts"] = "mountPath",
        ["ObjectMeta.finalizers"] = Set,
        ["ObjectMeta.ownerReferences"] = "uid",
        ["PodSpec.containers"] = "name",
        ["PodSpec.ephemeralContainers"] = "name",
        ["PodSpec.hostAliases"] = "ip",
        ["PodSpec.imagePullSecrets"] = "name",
        ["PodSpec.initContainers"] = "name",
        ["PodSpec.resourceClaims"] = "name",
        ["PodSpec.schedulingGates"] = "name",
        ["PodSpec.topologySpreadConstraints"] = "topologyKey",
        ["PodSpec.volumes"] = "name",
        ["ServiceAccount.secrets"] = "name",
        ["ServiceSpec.ports"] = "port,protocol",

        // Kubernetes replaces the whole list; a patch of one template of Holdfast's means that one.
        ["StatefulSetSpec.volumeClaimTemplates"] = "metadata.name",
    };

    public static string Of(string type, string field) => Keys.GetValueOrDefault(type + "." + field, string.Empty);
}
