using Holdfast;

namespace Holdfast.Samples.Ledger;

/// <summary>Three members that agree by Raft on a list of entries that only grows.</summary>
// Ready is who hears of a leader, and a leader takes two of three: they start together.
[StatefulApp("ledger", Replicas = 3, PodManagementPolicy = PodManagementPolicy.Parallel, TerminationGracePeriodSeconds = 60)]
// No image here: it is the one that this project publishes.
[Resources(CpuRequest = "250m", MemoryRequest = "512Mi", MemoryLimit = "512Mi")]
// The user of .NET's own images.
[SecurityContext(RunAsUser = 1654)]
[StartupProbe(HttpPath = Routes.Live, Port = nameof(Http), FailureThreshold = 60)]
[ReadinessProbe(HttpPath = Routes.Ready, Port = nameof(Http), TimeoutSeconds = 5)]
// A restart does not help a process that cannot reach the others, so this asks for no more than an answer.
[LivenessProbe(HttpPath = Routes.Live, Port = nameof(Http), TimeoutSeconds = 5, FailureThreshold = 6)]
// Clients stop coming first. Then the process hands over and ends; it takes half a minute at most.
[PreStop(SleepSeconds = 5)]
[DisruptionBudget(MaxUnavailable = 1)]
[Quorum(ReadinessNeedsPeers = true)]
[NetworkPolicy(PeerPorts = new[] { nameof(Raft) })]
public sealed partial class Ledger
{
    /// <summary>Where clients write and read.</summary>
    [Port(8080)]
    public static partial ServicePort Http { get; }

    /// <summary>Where members talk to each other.</summary>
    [Port(3262)]
    public static partial ServicePort Raft { get; }

    /// <summary>The Raft log and the snapshots; one volume for each member.</summary>
    [VolumeClaim("5Gi", MountPath = "/data")]
    public static partial ClaimTemplate Data { get; }

    /// <summary>What .NET leaves in its temporary folder.</summary>
    [EmptyDir(MountPath = "/tmp", SizeLimit = "64Mi")]
    public static partial Volume Temporary { get; }

    /// <summary>One address for clients that leads to any member that is ready.</summary>
    [ClientService(Name = "ledger-client", Ports = new[] { nameof(Http) })]
    public static partial Service Clients { get; }
}
