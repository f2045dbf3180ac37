using System.Collections.Immutable;

namespace Holdfast;

/// <summary>
/// One step of a <see cref="ScalePlan"/>: what the controller does without any order in it. Steps are taken one after
/// the other; what is in a step's sets may happen in any order, or all at once. (The sets are enumerated by ordinal, so
/// that they read well; that order means nothing.)
/// </summary>
public sealed class ScaleStep
{
    private readonly ScaleFigures _figures;

    internal ScaleStep(PodSet waitsForReady, ScaleFigures figures)
    {
        WaitsForReady = waitsForReady;
        _figures = figures;
    }

    /// <summary>
    /// The replicas that must be Ready before the controller takes the step (and have been for
    /// <see cref="StatefulSetInfo.MinReadySeconds"/>). While one of them is not, nothing happens, for as long as it takes.
    /// With <see cref="PodManagementPolicy.Parallel"/> only a rolling update waits for any, and a step may be taken earlier than
    /// it is listed, as soon as what it waits for is there.
    /// </summary>
    public PodSet WaitsForReady { get; }

    /// <summary>
    /// The pods that must be gone, not just terminating, before the controller takes the step. Where pods are created
    /// under the same names, each waits for its own predecessor only.
    /// </summary>
    public IReadOnlySet<Pod> WaitsForGone { get; internal init; } = EmptyPods;

    /// <summary>
    /// All that is in the way when nothing happens by itself and this step is taken, which is the first way out of the first
    /// of them; empty where a plan is not stuck.
    /// </summary>
    public IReadOnlyList<ScaleBlock> Stuck { get; internal init; } = [];

    /// <summary>The action by hand in this step, in words; <see langword="null"/> where it is the controller's.</summary>
    public string? ByHand { get; internal init; }

    /// <summary>The commands for what is done by hand; empty where it is the controller's step.</summary>
    public IReadOnlyList<string> Commands { get; internal init; } = [];

    /// <summary>The pods that are created, each after its claims.</summary>
    public IReadOnlySet<Pod> Creates { get; internal init; } = EmptyPods;

    /// <summary>The pods that are deleted, with their own grace period.</summary>
    public IReadOnlySet<Pod> Deletes { get; internal init; } = EmptyPods;

    /// <summary>
    /// Those of <see cref="Creates"/> that get the new pod template (<c>status.updateRevision</c>), while there are two of them. After a
    /// roll-back the new one is the one before.
    /// </summary>
    public IReadOnlySet<Pod> FromNewTemplate { get; internal init; } = EmptyPods;

    /// <summary>
    /// Those of <see cref="Creates"/> that get the old pod template (<c>status.currentRevision</c>), while there are two
    /// of them: they are below the partition.
    /// </summary>
    public IReadOnlySet<Pod> FromOldTemplate { get; internal init; } = EmptyPods;

    /// <summary>The claims of these pods, and what becomes of each.</summary>
    public IReadOnlySet<ScaledClaim> Claims { get; internal init; } = ImmutableSortedSet.Create<ScaledClaim>(ScaledClaimOrder.Instance);

    /// <summary>The DNS names that appear; empty when the set has no governing Service.</summary>
    public IReadOnlySet<string> NamesAppearing { get; internal init; } = EmptyNames;

    /// <summary>The DNS names that go; empty when the set has no governing Service.</summary>
    public IReadOnlySet<string> NamesGoing { get; internal init; } = EmptyNames;

    /// <summary>
    /// How many replicas are Ready at least from the moment of this step until the next one's waits are over: all that it
    /// deletes are counted out, none that it creates is counted in.
    /// </summary>
    public int ReadyReplicas { get; internal init; }

    /// <summary>The number of replicas of which <see cref="ReadyReplicas"/> are Ready: all that the set has before or after the change.</summary>
    public int Replicas => _figures.Replicas;

    /// <summary>How many must be Ready: <see cref="ScaleOptions.Quorum"/>, or else the majority of <see cref="Replicas"/>.</summary>
    public int Quorum => _figures.Quorum;

    /// <summary>Whether enough replicas are Ready throughout the step.</summary>
    public bool HasQuorum => ReadyReplicas >= Quorum;

    /// <summary>
    /// Whether the step takes a quorum away that the set could keep: too few replicas are Ready, and the change neither creates the
    /// first replicas nor deletes the last one.
    /// </summary>
    public bool LosesQuorum => !HasQuorum && _figures.HasQuorumToLose;

    /// <summary>Whether the template of <see cref="FromNewTemplate"/> is one that was rolled back to.</summary>
    internal bool RollsBack { get; init; }

    internal static IReadOnlySet<Pod> EmptyPods { get; } = ImmutableSortedSet.Create<Pod>(PodOrder.Instance);

    private static IReadOnlySet<string> EmptyNames { get; } = ImmutableSortedSet.Create<string>(NameOrder.Instance);

    /// <summary>The step in words, several lines separated by <c>\n</c>.</summary>
    /// <returns>The step in words.</returns>
    public override string ToString() => ScalePlanText.Of(this);
}
