using System.Collections.Immutable;
using Holdfast.WellKnown;

namespace Holdfast.Local.Manifests;

/// <summary>A container of a pod.</summary>
internal sealed record ContainerSpec(string Name)
{
    /// <summary>Whether it is an init container that keeps running.</summary>
    public bool IsSidecar { get; init; }

    public string? Image { get; init; }

    /// <summary>What replaces the image's entry point.</summary>
    public ImmutableArray<string> Command { get; init; } = [];

    public ImmutableArray<string> Args { get; init; } = [];

    public ImmutableArray<PortSpec> Ports { get; init; } = [];

    public ImmutableArray<EnvSpec> Env { get; init; } = [];

    public ImmutableArray<EnvFromSpec> EnvFrom { get; init; } = [];

    public ImmutableArray<MountSpec> Mounts { get; init; } = [];

    /// <summary>Requests and limits, as in <c>limits.memory</c>.</summary>
    public ImmutableSortedDictionary<string, string> Resources { get; init; } = AppSpec.Empty;

    public ProbeSpec? Startup { get; init; }

    public ProbeSpec? Readiness { get; init; }

    public ProbeSpec? Liveness { get; init; }

    public ActionSpec? PostStart { get; init; }

    public ActionSpec? PreStop { get; init; }

    /// <summary>The Job that it waits for, where it does nothing else.</summary>
    public string? AwaitedJob => Name.StartsWith(WaitContainer.NamePrefix, StringComparison.Ordinal)
        ? Env.FirstOrDefault(env => env.Name == WaitContainer.JobVariable)?.Value
        : null;
}
