namespace Holdfast.Samples.AkkaCluster;

/// <summary>Three nodes of an Akka.NET cluster.</summary>
[StatefulApp("workers", Replicas = 3, TerminationGracePeriodSeconds = 60)]
// No image here: it is the one that this project publishes.
[Resources(CpuRequest = "250m", MemoryRequest = "256Mi", MemoryLimit = "256Mi")]
// The user of .NET's own images.
[SecurityContext(RunAsUser = 1654)]
[ReadinessProbe(Port = nameof(Remote))]
[DisruptionBudget(MaxUnavailable = 1)]
// The first seed node founds the cluster, the others join whichever of the seeds is there: Akka's rule.
[Quorum(Bootstrap = Bootstrap.FirstReplica)]
[NetworkPolicy]
public sealed partial class Workers
{
    /// <summary>Where nodes talk to each other.</summary>
    [Port(4053)]
    public static partial ServicePort Remote { get; }

    /// <summary>What .NET leaves in its temporary folder.</summary>
    [EmptyDir(MountPath = "/tmp", SizeLimit = "64Mi")]
    public static partial Volume Temporary { get; }
}
