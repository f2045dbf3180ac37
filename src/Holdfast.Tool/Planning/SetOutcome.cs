using System.Collections.Immutable;
using Holdfast.Engine.Planning;

namespace Holdfast.Tool.Planning;

/// <summary>What applying a change does to one StatefulSet.</summary>
/// <param name="Change">The set that changes.</param>
internal sealed record SetOutcome(ObjectChange Change)
{
    /// <summary>The steps; null where no pod and no claim changes, or where nothing can be planned.</summary>
    public ScalePlan? Plan { get; init; }

    /// <summary>Why nothing is planned; null where something is, or where nothing happens.</summary>
    public string? Problem { get; init; }

    /// <summary>What happens where the new template does not become Ready; null where the template stays.</summary>
    public ScalePlan? BrokenPlan { get; init; }

    /// <summary>The claim templates that grow.</summary>
    public ImmutableArray<ClaimGrowth> Growth { get; init; } = [];

    /// <summary>What is to be known beside the steps.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Whether the replicas count for a quorum, as the set says.</summary>
    public bool NeedsMajority { get; init; }
}
