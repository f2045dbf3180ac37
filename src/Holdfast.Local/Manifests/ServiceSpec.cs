using System.Collections.Immutable;

namespace Holdfast.Local.Manifests;

/// <summary>A Service.</summary>
internal sealed record ServiceSpec(string Name, string? Namespace)
{
    public bool IsHeadless { get; init; }

    public bool PublishesNotReady { get; init; }

    public string? ExternalName { get; init; }

    public ImmutableSortedDictionary<string, string> Selector { get; init; } = AppSpec.Empty;

    public ImmutableArray<ServicePortSpec> Ports { get; init; } = [];

    public bool Selects(IReadOnlyDictionary<string, string> labels) =>
        !Selector.IsEmpty && Selector.All(wanted => labels.TryGetValue(wanted.Key, out string? value) && value == wanted.Value);
}
