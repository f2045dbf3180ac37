using System.Collections.Immutable;

namespace Holdfast.Local.Manifests;

/// <summary>What a manifest declares for an application, as far as a local cluster acts on it.</summary>
internal sealed record AppSpec(StatefulSetInfo Set, ImmutableArray<ContainerSpec> Containers)
{
    public ImmutableArray<ContainerSpec> InitContainers { get; init; } = [];

    public ImmutableSortedDictionary<string, string> Labels { get; init; } = Empty;

    public ImmutableSortedDictionary<string, string> Annotations { get; init; } = Empty;

    public ImmutableArray<VolumeSpec> Volumes { get; init; } = [];

    public ImmutableArray<ServiceSpec> Services { get; init; } = [];

    /// <summary>ConfigMaps and Secrets of the manifest, by kind and name.</summary>
    public ImmutableDictionary<(string Kind, string Name), ImmutableSortedDictionary<string, string>> Texts { get; init; } =
        ImmutableDictionary<(string Kind, string Name), ImmutableSortedDictionary<string, string>>.Empty;

    public TimeSpan GracePeriod { get; init; } = TimeSpan.FromSeconds(30);

    public string? ServiceAccount { get; init; }

    public IEnumerable<ContainerSpec> AllContainers => Containers.Concat(InitContainers);

    public static ImmutableSortedDictionary<string, string> Empty { get; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
}
