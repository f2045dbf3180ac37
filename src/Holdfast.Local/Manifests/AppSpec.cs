using System.Collections.Immutable;
using Holdfast.WellKnown;

namespace Holdfast.Local.Manifests;

/// <summary>What a manifest declares for an application, as far as a local cluster acts on it.</summary>
/// <param name="Workload">The StatefulSet or Deployment.</param>
/// <param name="Containers">The containers of its pods.</param>
internal sealed record AppSpec(WorkloadInfo Workload, ImmutableArray<ContainerSpec> Containers)
{
    /// <summary>The StatefulSet, of an application that is one.</summary>
    public StatefulSetInfo Set => Workload as StatefulSetInfo
        ?? throw new InvalidOperationException($"\"{Workload.Name}\" is a Deployment, which has no StatefulSet. Ask for {nameof(LocalApp)}.{nameof(LocalApp.Workload)}.");

    /// <summary>How a Deployment replaces its pods.</summary>
    public RolloutSpec Rollout { get; init; } = new();

    /// <summary>How often a Job may fail and is tried again.</summary>
    public int BackoffLimit { get; init; }

    /// <summary>The names of the Jobs that the pods wait for.</summary>
    public IEnumerable<string> After => Containers
        .SelectMany(container => container.Env)
        .Where(env => env.Name == PodEnvironmentVariables.After)
        .SelectMany(env => env.Value?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [])
        .Concat(InitContainers.Select(container => container.AwaitedJob).OfType<string>());

    public int Replicas => Workload is DeploymentInfo deployment ? deployment.Replicas : Set.Replicas;

    public IReadOnlyList<string> ClaimTemplates => Workload is StatefulSetInfo set ? [.. set.ClaimTemplates] : [];

    public ImmutableArray<ContainerSpec> InitContainers { get; init; } = [];

    public ImmutableSortedDictionary<string, string> Labels { get; init; } = Empty;

    public ImmutableSortedDictionary<string, string> Annotations { get; init; } = Empty;

    public ImmutableArray<VolumeSpec> Volumes { get; init; } = [];

    public ImmutableArray<ServiceSpec> Services { get; init; } = [];

    /// <summary>ConfigMaps and Secrets of the manifest, by kind and name.</summary>
    public ImmutableDictionary<(string Kind, string Name), ImmutableSortedDictionary<string, string>> Texts { get; init; } =
        ImmutableDictionary<(string Kind, string Name), ImmutableSortedDictionary<string, string>>.Empty;

    /// <summary>Their binary entries, by the same keys.</summary>
    public ImmutableDictionary<(string Kind, string Name), ImmutableSortedDictionary<string, byte[]>> Binaries { get; init; } =
        ImmutableDictionary<(string Kind, string Name), ImmutableSortedDictionary<string, byte[]>>.Empty;

    public TimeSpan GracePeriod { get; init; } = TimeSpan.FromSeconds(30);

    public string? ServiceAccount { get; init; }

    public IEnumerable<ContainerSpec> AllContainers => Containers.Concat(InitContainers);

    public static ImmutableSortedDictionary<string, string> Empty { get; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
}
