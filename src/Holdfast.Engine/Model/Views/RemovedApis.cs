namespace Holdfast.Engine.Model.Views;

/// <summary>
/// API versions that Kubernetes has removed, of the kinds that stateful applications come with. Source: Kubernetes' deprecated API migration
/// guide.
/// </summary>
internal static class RemovedApis
{
    private static readonly string[] Workloads = ["Deployment", "StatefulSet", "ReplicaSet", "DaemonSet"];

    /// <summary>The version that took the place of a removed one; null where it is there still, or never was.</summary>
    public static string? Successor(string apiVersion, string kind) => apiVersion switch
    {
        "apps/v1beta1" or "apps/v1beta2" or "extensions/v1beta1" when Workloads.Contains(kind) => "apps/v1",
        "extensions/v1beta1" when kind is "NetworkPolicy" or "Ingress" => "networking.k8s.io/v1",
        "networking.k8s.io/v1beta1" when kind is "Ingress" or "IngressClass" => "networking.k8s.io/v1",
        "batch/v1beta1" or "batch/v2alpha1" when kind == "CronJob" => "batch/v1",
        "storage.k8s.io/v1beta1" when kind is "StorageClass" or "VolumeAttachment" or "CSIDriver" or "CSINode" or "CSIStorageCapacity" => "storage.k8s.io/v1",
        "rbac.authorization.k8s.io/v1alpha1" or "rbac.authorization.k8s.io/v1beta1" when kind is "Role" or "RoleBinding" or "ClusterRole" or "ClusterRoleBinding" => "rbac.authorization.k8s.io/v1",
        "scheduling.k8s.io/v1alpha1" or "scheduling.k8s.io/v1beta1" when kind == "PriorityClass" => "scheduling.k8s.io/v1",
        "apiextensions.k8s.io/v1beta1" when kind == "CustomResourceDefinition" => "apiextensions.k8s.io/v1",
        "coordination.k8s.io/v1beta1" when kind == "Lease" => "coordination.k8s.io/v1",
        "discovery.k8s.io/v1beta1" when kind == "EndpointSlice" => "discovery.k8s.io/v1",
        "policy/v1beta1" when kind == DisruptionBudgetView.Kind => DisruptionBudgetView.ApiVersion,
        "autoscaling/v2beta1" or "autoscaling/v2beta2" when kind == AutoscalerView.Kind => AutoscalerView.ApiVersion,
        _ => null,
    };
}
