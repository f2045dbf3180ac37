using Holdfast;

namespace Holdfast.Samples.Catalog;

/// <summary>Brings the file into the second version, once for each version of the image, before replicas start.</summary>
[RunOnce("catalog-migrations", Namespace = "shop", BackoffLimit = 3, ActiveDeadlineSeconds = 600)]
[Container(Args = ["migrate"])]
// In a local cluster this is a folder of the machine.
[Env("DATA", "/data")]
[Resources(CpuRequest = "100m", MemoryRequest = "128Mi", MemoryLimit = "128Mi")]
[SecurityContext(ReadOnlyRootFilesystem = true)]
public sealed partial class CatalogMigrations
{
    /// <summary>The file of the catalog.</summary>
    [ExistingClaim("catalog", MountPath = "/data", AccessMode = AccessMode.ReadWriteMany)]
    public static partial ExistingClaim Data { get; }
}
