namespace Holdfast.WellKnown;

/// <summary>What holds in some versions of Kubernetes and not in others.</summary>
/// <param name="Name">Its name: that of the feature gate, where one decides.</param>
/// <param name="Versions">The versions in which it holds, as they are written. They are read when they are asked for, since few facts are.</param>
/// <param name="Source">Where that is written: the number of the enhancement proposal, or of the change.</param>
/// <param name="Tried">The version that it was observed on; null where it is read only.</param>
internal sealed record KubernetesFact(string Name, string Versions, string Source, string? Tried)
{
    private KubernetesVersions? _holds;

    /// <summary>The versions in which it holds, with the defaults of a cluster.</summary>
    public KubernetesVersions Holds => _holds ??= KubernetesVersions.Of(Versions);

    public bool Equals(KubernetesFact? other) => other is not null && Name == other.Name;

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);
}
