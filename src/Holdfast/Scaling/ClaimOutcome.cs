namespace Holdfast;

/// <summary>What happens to a replica's volume claim in a step of a <see cref="ScalePlan"/>.</summary>
public enum ClaimOutcome
{
    /// <summary>
    /// A claim of this name is bound again with its data if an earlier scale-down kept it; else a new, empty one is
    /// created. Which of the two depends on what the cluster holds.
    /// </summary>
    CreatedOrBoundAgain,

    /// <summary>The claim that an earlier part of the same plan kept is bound again, with its data.</summary>
    BoundAgain,

    /// <summary>The claim and its data stay, unused, until the ordinal is needed again or the claim is deleted by hand.</summary>
    Kept,

    /// <summary>
    /// The claim and its data are deleted once the pod is gone, as <see cref="ClaimRetentionAttribute.WhenScaled"/> asks
    /// for; also when the scale-down is taken back while the pod is still terminating.
    /// </summary>
    Deleted,

    /// <summary>A new, empty claim is created: an earlier part of the same plan deleted the one that was there.</summary>
    Created,
}
