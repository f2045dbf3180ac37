using System.Text.Json.Serialization;
using k8s;
using k8s.Models;

namespace Company.Operator1;

/// <summary>The custom resource that <c>deploy/crd.yaml</c> defines.</summary>
public sealed class DemoAppResource : IKubernetesObject<V1ObjectMeta>
{
    public const string Group = "example.com";
    public const string Version = "v1";
    public const string Plural = "demoapps";

    [JsonPropertyName("apiVersion")]
    public string ApiVersion { get; set; } = $"{Group}/{Version}";

    [JsonPropertyName("kind")]
    public string Kind { get; set; } = "DemoApp";

    [JsonPropertyName("metadata")]
    public V1ObjectMeta Metadata { get; set; } = new();

    [JsonPropertyName("spec")]
    public DemoAppSpec Spec { get; set; } = new();
}
