using System.Collections.Immutable;

namespace Holdfast.Tool.Graphing;

/// <summary>Workloads with their pods, Services and claims, and who talks to whom. Everything is in the order of names.</summary>
/// <param name="Workloads">What runs pods.</param>
/// <param name="Services">The Services.</param>
/// <param name="Talks">Which workload names which other.</param>
internal sealed record AppGraph(ImmutableArray<GraphWorkload> Workloads, ImmutableArray<GraphService> Services, ImmutableArray<GraphTalk> Talks)
{
    /// <summary>All claims that pods mount, each once.</summary>
    public ImmutableArray<string> Claims { get; } =
        [.. Workloads.SelectMany(static workload => workload.Pods).SelectMany(static pod => pod.Claims).Distinct(StringComparer.Ordinal)];
}
