using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Files;

/// <summary>Types of objects that are written wrongly, which the API server refuses and every other rule would pass over.</summary>
[HomeOf("HF6008")]
public class ManifestTypeTests
{
    [Theory]
    [InlineData("apps/v1", "{|HF6008:Statefulset|}")]
    [InlineData("apps/v1", "{|HF6008:statefulset|}")]
    [InlineData("apps/v1", "{|HF6008:StatefullSet|}")]
    [InlineData("{|HF6008:v1|}", "StatefulSet")]
    [InlineData("{|HF6008:apps/v2|}", "StatefulSet")]
    [InlineData("{|HF6008:app/v1|}", "StatefulSet")]
    [InlineData("{|HF6008:batch/v1|}", "StatefulSet")]
    [InlineData("{|HF6008:apps/v1|}", "Service")]
    [InlineData("{|HF6008:v2|}", "ConfigMap")]
    [InlineData("v1", "{|HF6008:Configmap|}")]
    [InlineData("v1", "{|HF6008:POD|}")]
    [InlineData("{|HF6008:policy/v2|}", "PodDisruptionBudget")]
    [InlineData("{|HF6008:netwrking.k8s.io/v1|}", "NetworkPolicy")]
    [InlineData("{|HF6008:networking.k8s.io/v2|}", "NetworkPolicy")]
    public Task Wrong(string apiVersion, string kind) => VerifyAsync(apiVersion, kind);

    /// <summary>Older versions that are gone are HF4007's, and custom resources may be called anything.</summary>
    [Theory]
    [InlineData("apps/v1", "ControllerRevision")]
    [InlineData("v1", "PodTemplate")]
    [InlineData("v1", "Node")]
    [InlineData("v1", "Event")]
    [InlineData("v1", "Binding")]
    [InlineData("v1", "ComponentStatus")]
    [InlineData("v1", "ConfigMapList")]
    [InlineData("apps/v1", "StatefulSetList")]
    [InlineData("autoscaling/v1", "HorizontalPodAutoscaler")]
    [InlineData("policy/v1", "Eviction")]
    [InlineData("storage.k8s.io/v1", "CSIDriver")]
    [InlineData("storage.k8s.io/v1", "CSIStorageCapacity")]
    [InlineData("storage.k8s.io/v1", "VolumeAttachment")]
    [InlineData("storage.k8s.io/v1", "VolumeAttributesClass")]
    [InlineData("networking.k8s.io/v1", "ServiceCIDR")]
    [InlineData("networking.k8s.io/v1", "IPAddress")]
    [InlineData("discovery.k8s.io/v1", "EndpointSlice")]
    [InlineData("apps.kruise.io/v1beta1", "StatefulSet")]
    [InlineData("serving.knative.dev/v1", "Service")]
    [InlineData("networking.istio.io/v1", "Ingress")]
    [InlineData("batch.volcano.sh/v1alpha1", "Job")]
    [InlineData("gateway.networking.k8s.io/v1", "Gateway")]
    [InlineData("cert-manager.io/v1", "Certificate")]
    public Task SomethingElse(string apiVersion, string kind) => VerifyAsync(apiVersion, kind);

    // Whole, since a set without pods is taken for a part of one.
    private static Task VerifyAsync(string apiVersion, string kind) => ManifestCheck.ObjectsAsync($$$"""
        apiVersion: {{{apiVersion}}}
        kind: {{{kind}}}
        metadata: {name: other}
        {{{(kind == "StatefulSet" ? "spec: {selector: {}, template: {spec: {containers: []}}}" : string.Empty)}}}
        """);
}
