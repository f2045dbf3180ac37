using System.Collections.Immutable;

namespace Holdfast;

/// <summary>What comes next: the controller acts, time passes, or an action by hand is needed.</summary>
internal abstract record Move
{
    /// <summary>The controller creates and deletes pods, in no order.</summary>
    public sealed record Act(ImmutableArray<int> Creates, ImmutableArray<int> Deletes) : Move
    {
        /// <summary>The replicas that the controller's rule wants Ready first.</summary>
        public required PodSet WaitsForReady { get; init; }

        /// <summary>Ordinals whose claims it makes for a pod that it then cannot create, or cannot give them to.</summary>
        public ImmutableArray<int> Claims { get; init; } = [];
    }

    /// <summary>Pods that are being deleted go.</summary>
    public sealed record AwaitGone(ImmutableArray<int> Ordinals) : Move;

    /// <summary>Pods become Ready.</summary>
    public sealed record AwaitReady(ImmutableArray<int> Ordinals) : Move;

    /// <summary>Nothing happens by itself. Where there are several ordinals, one of them is enough.</summary>
    public sealed record Blocked(BlockCause Cause, ImmutableArray<int> Ordinals) : Move;
}
