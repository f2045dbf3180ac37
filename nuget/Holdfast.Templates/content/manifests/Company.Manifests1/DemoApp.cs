using Holdfast;

namespace Company.Manifests1;

/// <summary>A StatefulSet of three replicas. Replace image, port and volume with those of your application.</summary>
[StatefulApp("demo-app", Replicas = 3)]
[Container("registry.example/demo-app:1.0.0")]
[Resources(CpuRequest = "250m", MemoryRequest = "512Mi", MemoryLimit = "512Mi")]
[ReadinessProbe(Port = nameof(Main))]
[DisruptionBudget(MaxUnavailable = 1)]
public sealed partial class DemoApp
{
    /// <summary>Where clients and replicas connect.</summary>
    [Port(8080)]
    public static partial ServicePort Main { get; }

    /// <summary>What a replica keeps: one PersistentVolumeClaim for each.</summary>
    [VolumeClaim("10Gi", MountPath = "/data")]
    public static partial ClaimTemplate Data { get; }

    /// <summary>One address for clients that leads to any replica that is ready.</summary>
    [ClientService]
    public static partial Service Clients { get; }

    /// <summary>Every replica as the others reach it, in the variable <c>PEERS</c>.</summary>
    [PeerList(Env = "PEERS", Each = "{host}:{Main}")]
    public static partial string Peers { get; }
}
