using Holdfast;

namespace Company.Service1;

/// <summary>The StatefulSet whose replicas run this project.</summary>
// No image here: it is the one that this project publishes.
[StatefulApp("demo-app", Replicas = 3)]
[Container]
[Resources(CpuRequest = "100m", MemoryRequest = "256Mi", MemoryLimit = "256Mi")]
// The user of .NET's own images.
[SecurityContext(RunAsUser = 1654)]
[StartupProbe(HttpPath = Routes.Live, Port = nameof(Http), FailureThreshold = 30)]
[ReadinessProbe(HttpPath = Routes.Ready, Port = nameof(Http))]
[LivenessProbe(HttpPath = Routes.Live, Port = nameof(Http))]
// Clients stop coming before the process is asked to stop.
[PreStop(SleepSeconds = 5)]
[DisruptionBudget(MaxUnavailable = 1)]
public sealed partial class DemoApp
{
    /// <summary>Where the volume of a replica is mounted.</summary>
    public const string DataDirectory = "/data";

    /// <summary>Where clients connect; .NET's images listen here by default.</summary>
    [Port(8080)]
    public static partial ServicePort Http { get; }

    /// <summary>What a replica keeps: one PersistentVolumeClaim for each.</summary>
    [VolumeClaim("1Gi", MountPath = DataDirectory)]
    public static partial ClaimTemplate Data { get; }

    /// <summary>Temporary files of .NET.</summary>
    [EmptyDir(MountPath = "/tmp", SizeLimit = "64Mi")]
    public static partial Volume Temporary { get; }

    /// <summary>One address for clients that leads to any replica that is ready.</summary>
    [ClientService]
    public static partial Service Clients { get; }
}
