using System.Collections.Immutable;

namespace Holdfast;

/// <summary>What is known of a step where it is made; the rest is the same for all of them.</summary>
internal sealed record StepDraft
{
    public string? ByHand { get; init; }

    public IReadOnlyList<string> Commands { get; init; } = [];

    public ImmutableArray<Pod> Creates { get; init; } = [];

    public ImmutableArray<Pod> Deletes { get; init; } = [];

    public ImmutableArray<Pod> FromNewTemplate { get; init; } = [];

    public ImmutableArray<Pod> FromOldTemplate { get; init; } = [];

    public ImmutableArray<ScaledClaim> Claims { get; init; } = [];

    public ScaleStep Finish(PodSet waitsForReady, IEnumerable<Pod> waitsForGone, ScaleBlock? stuck, (int Ready, int Members, int Quorum) figures) => new(waitsForReady)
    {
        WaitsForGone = PodOrder.Sort(waitsForGone),
        Stuck = stuck,
        ByHand = ByHand,
        Commands = Commands,
        Creates = PodOrder.Sort(Creates),
        Deletes = PodOrder.Sort(Deletes),
        FromNewTemplate = PodOrder.Sort(FromNewTemplate),
        FromOldTemplate = PodOrder.Sort(FromOldTemplate),
        Claims = Claims.ToImmutableSortedSet(ScaledClaimOrder.Instance),
        NamesAppearing = Names(Creates),
        NamesGoing = Names(Deletes),
        ReadyMembers = figures.Ready,
        Members = figures.Members,
        Quorum = figures.Quorum,
    };

    private static ImmutableSortedSet<string> Names(ImmutableArray<Pod> pods) =>
        pods
            .Where(pod => pod.Set.ServiceName.Length > 0)
            .Select(pod => pod.HostName)
            .ToImmutableSortedSet(NameOrder.Instance);
}
