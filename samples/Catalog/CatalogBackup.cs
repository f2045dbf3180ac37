using Holdfast;

namespace Holdfast.Samples.Catalog;

/// <summary>Copies the file every night. A night that was missed is made up for within an hour.</summary>
[Scheduled("catalog-backup", "0 3 * * *", Namespace = "shop", TimeZone = "Europe/Berlin", StartingDeadlineSeconds = 3600, ActiveDeadlineSeconds = 1800)]
[Container(Args = ["backup"])]
// In a local cluster these are folders of the machine.
[Env("DATA", "/data")]
[Env("COPIES", "/backups")]
[Resources(CpuRequest = "100m", MemoryRequest = "128Mi", MemoryLimit = "128Mi")]
[SecurityContext(ReadOnlyRootFilesystem = true)]
public sealed partial class CatalogBackup
{
    /// <summary>The file of the catalog.</summary>
    [ExistingClaim("catalog", MountPath = "/data", AccessMode = AccessMode.ReadWriteMany, ReadOnly = true)]
    public static partial ExistingClaim Data { get; }

    /// <summary>Where the copies are.</summary>
    [ExistingClaim("catalog-backups", MountPath = "/backups")]
    public static partial ExistingClaim Copies { get; }
}
