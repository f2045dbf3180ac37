using Holdfast;

namespace Holdfast.Samples.Mistakes;

// HF4005: The update strategy contradicts itself or updates nobody.
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
