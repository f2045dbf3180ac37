using Holdfast;

namespace Holdfast.Samples.Mistakes;

// HF4005: The update strategy is contradictory or updates no replica.
[StatefulApp("loans", Replicas = 3, UpdateStrategy = UpdateStrategy.OnDelete, UpdatePartition = 2)]
[Container("loans:1.0")]
public sealed partial class Loans : IOfTheShop
{
}

// HF4006: A StatefulSet's maxUnavailable has no effect.
[StatefulApp("logins", Replicas = 3)]
[Container("logins:1.0")]
[Patch("spec: {updateStrategy: {rollingUpdate: {maxUnavailable: 2}}}")]
public sealed partial class Logins : IOfTheShop
{
}

// HF4007: An API version has been removed from Kubernetes.
[StatefulApp("lots", Replicas = 3)]
[Container("lots:1.0")]
[Patch("{apiVersion: apps/v1beta1, kind: StatefulSet, spec: {minReadySeconds: 5}}")]
public sealed partial class Lots : IOfTheShop
{
}

// What follows is compared with kubernetes.shipped/upgrades.yaml, the manifests of a last release.

// HF4001: A field that cannot change has changed.
[StatefulApp("leases", Replicas = 3, PodManagementPolicy = PodManagementPolicy.Parallel)]
[Container("leases:1.0")]
public sealed partial class Leases : IOfTheShop
{
}

// HF4002: A StatefulSet has another name than in the last release.
[StatefulApp("lending", Replicas = 3)]
[Container("lendings:1.0")]
public sealed partial class Lendings : IOfTheShop
{
}

// HF4003: A PersistentVolumeClaim cannot shrink.
[StatefulApp("ledgers", Replicas = 3)]
[Container("ledgers:1.0")]
public sealed partial class Ledgers : IOfTheShop
{
    [VolumeClaim("10Gi", MountPath = "/data", AccessMode = AccessMode.ReadWriteOncePod)]
    public static partial ClaimTemplate Data { get; }
}

// HF4004: Fewer replicas are left than the last release's majority.
[StatefulApp("lockers", Replicas = 1)]
[Container("lockers:1.0")]
[Quorum]
public sealed partial class Lockers : IOfTheShop
{
}

// HF4008: Ordinals of existing replicas change.
[StatefulApp("licenses", Replicas = 3, OrdinalStart = 10)]
[Container("licenses:1.0")]
public sealed partial class Licenses : IOfTheShop
{
}

// HF4009: A StatefulSet is in another namespace than in the last release.
[StatefulApp("lectures", Replicas = 3, Namespace = "campus")]
[Container("lectures:1.0")]
public sealed partial class Lectures : IOfTheShop
{
}
