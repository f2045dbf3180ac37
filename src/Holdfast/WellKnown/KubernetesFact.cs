namespace Holdfast.WellKnown;

/// <summary>What holds in some versions of Kubernetes and not in others.</summary>
/// <param name="Name">Its name: that of the feature gate, where one decides.</param>
/// <param name="Holds">The versions in which it holds, with the defaults of a cluster.</param>
/// <param name="Source">Where that is written: the number of the enhancement proposal, or of the change.</param>
/// <param name="Tried">The version that it was observed on; null where it is read only.</param>
internal sealed record KubernetesFact(string Name, KubernetesVersions Holds, string Source, string? Tried);
