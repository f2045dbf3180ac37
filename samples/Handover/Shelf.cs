using Holdfast;

namespace Holdfast.Samples.Handover;

/// <summary>Three members that each keep items on a volume, and hand them over before they leave.</summary>
[StatefulApp("shelf", Replicas = 3, TerminationGracePeriodSeconds = 120)]
// No image here: it is the one that this project publishes.
[Resources(CpuRequest = "100m", MemoryRequest = "128Mi", MemoryLimit = "128Mi")]
// The user of .NET's own images.
[SecurityContext(RunAsUser = 1654)]
[ReadinessProbe(HttpPath = "/healthz", Port = nameof(Http))]
[DisruptionBudget(MaxUnavailable = 1)]
// A member that is stopped asks the API server whether its set still has it.
[Allow(ClientRights.ScaleIn)]
public sealed partial class Shelf
{
    /// <summary>Where clients put and get items, and where members that leave bring theirs.</summary>
    [Port(8080)]
    public static partial ServicePort Http { get; }

    /// <summary>The items; one volume for each member.</summary>
    [VolumeClaim("1Gi", MountPath = "/data")]
    public static partial ClaimTemplate Data { get; }

    /// <summary>What .NET leaves in its temporary folder.</summary>
    [EmptyDir(MountPath = "/tmp", SizeLimit = "64Mi")]
    public static partial Volume Temporary { get; }
}
