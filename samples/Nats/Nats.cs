using Holdfast;

/// <summary>Three servers with JetStream, on the official image.</summary>
// The servers elect a leader among themselves before any of them is ready, so they start together.
[StatefulApp("nats", Replicas = 3, PodManagementPolicy = PodManagementPolicy.Parallel, TerminationGracePeriodSeconds = 60)]
[Container("nats:2.12-alpine", Args = new[] { "--config", "/etc/nats/server.conf" })]
[Resources(CpuRequest = "500m", MemoryRequest = "1Gi", MemoryLimit = "1Gi")]
// A server has started once it has caught up with the others; it is alive while JetStream runs, and ready while it answers.
[StartupProbe(HttpPath = "/healthz", Port = nameof(Monitor), FailureThreshold = 90)]
[ReadinessProbe(HttpPath = "/healthz?js-server-only=true", Port = nameof(Monitor), TimeoutSeconds = 5)]
[LivenessProbe(HttpPath = "/healthz?js-enabled-only=true", Port = nameof(Monitor), TimeoutSeconds = 5, PeriodSeconds = 30)]
// Clients are asked to go to another server before this one ends.
[PreStop(Command = new[] { "nats-server", "--signal", "ldm=/run/nats/nats.pid" })]
[DisruptionBudget(MaxUnavailable = 1)]
[NetworkPolicy]
public sealed partial class Nats
{
    // The file is full of braces, so two are around each placeholder.
    [ConfigFile("/etc/nats/server.conf", Braces = 2)]
    private const string Configuration = """
        server_name: $POD_NAME
        port: {{Client}}
        http_port: {{Monitor}}
        pid_file: "/run/nats/nats.pid"
        lame_duck_grace_period: 5s
        lame_duck_duration: 30s

        jetstream {
          store_dir: "/data"
          max_memory_store: 256MB
          max_file_store: 9GB
        }

        cluster {
          name: nats
          port: {{Cluster}}
          routes: [{{members ', ': nats://{{host}}:{{Cluster}}}}]
        }

        """;

    /// <summary>Where clients connect.</summary>
    [Port(4222)]
    public static partial ServicePort Client { get; }

    /// <summary>Where servers connect to each other.</summary>
    [Port(6222)]
    public static partial ServicePort Cluster { get; }

    /// <summary>Where the kubelet asks for health.</summary>
    [Port(8222)]
    public static partial ServicePort Monitor { get; }

    /// <summary>JetStream's streams; one volume for each server.</summary>
    [VolumeClaim("10Gi", MountPath = "/data")]
    public static partial ClaimTemplate Data { get; }

    /// <summary>Where a server says which process it is.</summary>
    [EmptyDir(MountPath = "/run/nats")]
    public static partial Volume Run { get; }

    /// <summary>One address for clients that leads to any server.</summary>
    [ClientService(Name = "nats-client", Ports = new[] { nameof(Client) })]
    public static partial Service Clients { get; }
}
