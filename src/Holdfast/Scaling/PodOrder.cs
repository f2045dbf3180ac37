using System.Collections.Immutable;

namespace Holdfast;

/// <summary>By ordinal, and then by all that makes pods differ, so that equal in order is equal.</summary>
internal sealed class PodOrder : IComparer<Pod>
{
    public static PodOrder Instance { get; } = new();

    public static ImmutableSortedSet<Pod> Sort(IEnumerable<Pod> pods) => pods.ToImmutableSortedSet(Instance);

    public int Compare(Pod? x, Pod? y)
    {
        if (x is null || y is null)
        {
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        }

        int order = x.Ordinal.CompareTo(y.Ordinal);
        order = order != 0 ? order : string.CompareOrdinal(x.Set.Name, y.Set.Name);
        order = order != 0 ? order : string.CompareOrdinal(x.Set.ServiceName, y.Set.ServiceName);
        order = order != 0 ? order : string.CompareOrdinal(x.Set.Namespace, y.Set.Namespace);
        return order != 0 ? order : string.CompareOrdinal(x.Set.ClusterDomain, y.Set.ClusterDomain);
    }
}
