using k8s;
using k8s.Models;

namespace Holdfast.Samples.BringYourOwnYaml;

/// <summary>Makes a cache for a tenant, as operators do: objects of KubernetesClient, sent to the API server.</summary>
/// <param name="kubernetes">Where to.</param>
internal sealed class Operator(IKubernetes kubernetes)
{
    private static readonly Dictionary<string, string> Labels = new() { ["app"] = "cache" };

    public async Task ReconcileAsync(string tenant)
    {
        var cache = new V1Container
        {
            Name = "cache",
            Image = "registry.example/cache:3.0.1",
            Ports = [new V1ContainerPort { Name = "cache", ContainerPort = 6379 }],
            ReadinessProbe = new V1Probe { TcpSocket = new V1TCPSocketAction { Port = "cahce" } },
            VolumeMounts = [new V1VolumeMount { Name = "data", MountPath = "/data" }],
        };
        var set = new V1StatefulSet
        {
            Metadata = new V1ObjectMeta { Name = "cache" },
            Spec = new V1StatefulSetSpec
            {
                ServiceName = "cache",
                Replicas = 3,
                Selector = new V1LabelSelector { MatchLabels = Labels },
                Template = new V1PodTemplateSpec
                {
                    Metadata = new V1ObjectMeta { Labels = Labels },
                    Spec = new V1PodSpec { Containers = [cache] },
                },
                VolumeClaimTemplates =
                [
                    new V1PersistentVolumeClaim
                    {
                        Metadata = new V1ObjectMeta { Name = "data" },
                        Spec = new V1PersistentVolumeClaimSpec
                        {
                            AccessModes = ["ReadWriteOnce"],
                            Resources = new V1VolumeResourceRequirements
                            {
                                Requests = new Dictionary<string, ResourceQuantity> { ["storage"] = new("10GB") },
                            },
                        },
                    },
                ],
            },
        };
        set.Metadata.NamespaceProperty = tenant;
        await kubernetes.AppsV1.CreateNamespacedStatefulSetAsync(set, tenant);
    }
}
