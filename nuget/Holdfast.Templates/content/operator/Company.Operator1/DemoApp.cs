using Holdfast;

namespace Company.Operator1;

/// <summary>What the operator applies for each <see cref="DemoAppResource"/>; one in a namespace, since the names are fixed.</summary>
[StatefulApp("demo-app", Replicas = 3)]
[Container("registry.example/demo-app:1.0.0")]
[Resources(CpuRequest = "250m", MemoryRequest = "512Mi", MemoryLimit = "512Mi")]
[ReadinessProbe(Port = nameof(Main))]
[DisruptionBudget(MaxUnavailable = 1)]
public sealed partial class DemoApp
{
    /// <summary>Where clients connect.</summary>
    [Port(8080)]
    public static partial ServicePort Main { get; }

    /// <summary>What a replica keeps: one PersistentVolumeClaim for each.</summary>
    [VolumeClaim("10Gi", MountPath = "/data")]
    public static partial ClaimTemplate Data { get; }
}
