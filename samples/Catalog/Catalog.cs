using Holdfast;

namespace Holdfast.Samples.Catalog;

/// <summary>A web API over a file that all replicas share. It reads the second version of the file, so it starts once that is there.</summary>
// No image here: it is the one that this project publishes, and it runs as its user, listens on 8080, and has an emptyDir at /tmp.
[StatelessApp("catalog", Replicas = 2, Namespace = "shop")]
[After(typeof(CatalogMigrations))]
// In a local cluster this is a folder of the machine.
[Env("DATA", "/data")]
[Resources(CpuRequest = "100m", MemoryRequest = "128Mi", MemoryLimit = "128Mi")]
[SecurityContext(ReadOnlyRootFilesystem = true)]
// As long as the migration may take, since the process waits for it.
[StartupProbe(HttpPath = Routes.Health, Port = nameof(Http), PeriodSeconds = 10, FailureThreshold = 60)]
[ReadinessProbe(HttpPath = Routes.Health, Port = nameof(Http))]
[PreStop(SleepSeconds = 5)]
[DisruptionBudget(MaxUnavailable = 1)]
public sealed partial class Catalog
{
    /// <summary>Where clients read.</summary>
    [Port]
    public static partial ServicePort Http { get; }

    /// <summary>The file of the catalog; a claim that all pods share.</summary>
    [ExistingClaim("catalog", MountPath = "/data", AccessMode = AccessMode.ReadWriteMany)]
    public static partial ExistingClaim Data { get; }

    /// <summary>One address for clients.</summary>
    [ClientService(Name = "catalog")]
    public static partial Service Front { get; }
}
