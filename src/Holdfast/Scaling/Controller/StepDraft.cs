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

    public bool RollsBack { get; init; }

    public ImmutableArray<ScaledClaim> Claims { get; init; } = [];

    public IReadOnlyList<ScaleBlock> Stuck { get; init; } = [];

    public ScaleStep Finish(PodSet waitsForReady, IEnumerable<Pod> waitsForGone, ScaleFigures figures, int readyReplicas) => new(waitsForReady, figures)
    {
        WaitsForGone = PodOrder.Sort(waitsForGone),
        Stuck = Stuck,
        ByHand = ByHand,
        Commands = Commands,
        Creates = PodOrder.Sort(Creates),
        Deletes = PodOrder.Sort(Deletes),
        FromNewTemplate = PodOrder.Sort(FromNewTemplate),
        FromOldTemplate = PodOrder.Sort(FromOldTemplate),
        Claims = Claims.ToImmutableSortedSet(ScaledClaimOrder.Instance),
        RollsBack = RollsBack,
        NamesAppearing = Names(Creates),
        NamesGoing = Names(Deletes),
        ReadyReplicas = readyReplicas,
    };

    private static ImmutableSortedSet<string> Names(ImmutableArray<Pod> pods) =>
        pods
            .Where(pod => pod.Set.ServiceName.Length > 0)
            .Select(pod => pod.HostName)
            .ToImmutableSortedSet(NameOrder.Instance);
}
