namespace Holdfast.Engine.Model.Views;

/// <summary>Kinds whose objects belong to the cluster and not to a namespace.</summary>
internal static class ClusterKinds
{
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "Namespace", "Node", "ClusterRole", "ClusterRoleBinding", "CustomResourceDefinition", "PersistentVolume", "StorageClass", "PriorityClass",
        "IngressClass", "RuntimeClass", "CSIDriver", "CSINode", "VolumeAttachment", "VolumeAttributesClass", "MutatingWebhookConfiguration",
        "ValidatingWebhookConfiguration", "ValidatingAdmissionPolicy", "ValidatingAdmissionPolicyBinding", "MutatingAdmissionPolicy",
        "MutatingAdmissionPolicyBinding", "APIService", "FlowSchema", "PriorityLevelConfiguration", "CertificateSigningRequest", "DeviceClass",
        "IPAddress", "ServiceCIDR",

        // Of others, as far as they stand beside workloads.
        "GatewayClass", "VolumeSnapshotClass", "VolumeSnapshotContent", "ClusterIssuer", "ClusterSecretStore", "ClusterExternalSecret",
        "ClusterPolicy",
    };

    /// <summary>Whether objects of a kind are known to have no namespace.</summary>
    public static bool Contains(string kind) => Names.Contains(kind);
}
