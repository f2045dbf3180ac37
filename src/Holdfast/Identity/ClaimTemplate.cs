using Holdfast.WellKnown;

namespace Holdfast;

/// <summary>
/// A volume claim template: each replica of the set has its own claim made from it, which outlives the pod and is
/// bound again by the pod's successor.
/// </summary>
public sealed class ClaimTemplate
{
    /// <summary>Describes a volume claim template.</summary>
    /// <param name="set">The set whose replicas have claims made from it.</param>
    /// <param name="name">The template's name, a DNS label; the pod's volume has the same name.</param>
    /// <param name="mountPath">Where the container sees the volume, or null when it is not mounted by declaration.</param>
    /// <exception cref="ArgumentNullException"><paramref name="set"/> or <paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is not a DNS label.</exception>
    public ClaimTemplate(StatefulSetInfo set, string name, string? mountPath)
    {
        ArgumentNullException.ThrowIfNull(set);
        Set = set;
        Name = Require.DnsLabel(name, "claim template name", nameof(name));
        MountPath = mountPath;
    }

    /// <summary>The set whose replicas have claims of this template.</summary>
    public StatefulSetInfo Set { get; }

    /// <summary>The template's name.</summary>
    public string Name { get; }

    /// <summary>Where the container sees the volume.</summary>
    public string? MountPath { get; }

    /// <summary>The name of a replica's claim, <c>&lt;template&gt;-&lt;set&gt;-&lt;ordinal&gt;</c>.</summary>
    /// <param name="pod">The replica.</param>
    /// <returns>The name of its PersistentVolumeClaim, in the pod's namespace.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="pod"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="pod"/> is of another set, namespace or cluster domain.</exception>
    public string ClaimName(Pod pod)
    {
        ArgumentNullException.ThrowIfNull(pod);
        Require.OfSame(Set, pod.Set, $"Claim template \"{Name}\"", $"pod \"{pod}\"", nameof(pod));
        return ClaimName(pod.Ordinal);
    }

    /// <summary>
    /// The name of the claim of an ordinal, <c>&lt;template&gt;-&lt;set&gt;-&lt;ordinal&gt;</c>. The ordinal need not be a
    /// replica's: claims are kept when the set is scaled down or its first ordinal changes.
    /// </summary>
    /// <param name="ordinal">The ordinal, 0 or more.</param>
    /// <returns>The name of the PersistentVolumeClaim.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="ordinal"/> is negative.</exception>
    public string ClaimName(int ordinal) =>
        KubernetesNames.Claim(Name, Set.Name, Require.NotNegative(ordinal, "ordinal", nameof(ordinal)));

    /// <summary>The names of all replicas' claims, in the order of their ordinals.</summary>
    public IReadOnlyList<string> ClaimNames => [.. Set.Pods.Select(ClaimName)];

    /// <summary>The template's name.</summary>
    /// <returns>The template's name.</returns>
    public override string ToString() => Name;
}
