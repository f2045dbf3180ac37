using System.Collections.Immutable;

namespace Holdfast;

/// <summary>
/// One step of a <see cref="ScalePlan"/>: what the controller does without any order in it. Steps are taken one after
/// the other; what is in a step's sets may happen in any order, or all at once. (The sets are enumerated by ordinal, so
/// that they read well; that order means nothing.)
/// </summary>
public sealed class ScaleStep
{
    internal ScaleStep(PodSet waitsForReady)
    {
        WaitsForReady = waitsForReady;
    }

    /// <summary>
    /// The members that must be Ready before the controller takes the step (and have been for
    /// <c>spec.minReadySeconds</c>, where the set has that). While one of them is not, nothing happens, for as long as
    /// it takes. Always empty with <see cref="PodManagementPolicy.Parallel"/>.
    /// </summary>
    public PodSet WaitsForReady { get; }

    /// <summary>
    /// The pods that must be gone, not just terminating, before the controller takes the step. Always empty with
    /// <see cref="PodManagementPolicy.Parallel"/>.
    /// </summary>
    public IReadOnlySet<Pod> WaitsForGone { get; internal init; } = EmptyPods;

    /// <summary>The pods that are created, each after its claims.</summary>
    public IReadOnlySet<Pod> Creates { get; internal init; } = EmptyPods;

    /// <summary>The pods that are deleted, with their own grace period.</summary>
    public IReadOnlySet<Pod> Deletes { get; internal init; } = EmptyPods;

    /// <summary>The claims of these pods, and what becomes of each.</summary>
    public IReadOnlySet<ScaledClaim> Claims { get; internal init; } = ImmutableSortedSet.Create<ScaledClaim>(ScaledClaimOrder.Instance);

    /// <summary>The DNS names that appear; empty when the set has no governing Service.</summary>
    public IReadOnlySet<string> NamesAppearing { get; internal init; } = EmptyNames;

    /// <summary>The DNS names that go; empty when the set has no governing Service.</summary>
    public IReadOnlySet<string> NamesGoing { get; internal init; } = EmptyNames;

    private static IReadOnlySet<Pod> EmptyPods { get; } = ImmutableSortedSet.Create<Pod>(PodOrder.Instance);

    private static IReadOnlySet<string> EmptyNames { get; } = ImmutableSortedSet.Create<string>(NameOrder.Instance);

    /// <summary>The step in words, several lines separated by <c>\n</c>.</summary>
    /// <returns>The step in words.</returns>
    public override string ToString() => ScalePlanText.Of(this);
}
