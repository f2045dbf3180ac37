namespace Holdfast;

/// <summary>A pod at one moment of a <see cref="ScalePlan"/>.</summary>
public sealed record ScaledPodState
{
    internal ScaledPodState(Pod pod, ReplicaCondition condition, int template)
    {
        Pod = pod;
        Condition = condition;
        Template = template;
    }

    /// <summary>The replica.</summary>
    public Pod Pod { get; }

    /// <summary>How the pod is.</summary>
    public ReplicaCondition Condition { get; }

    /// <summary>
    /// The pod template that it was created from: 0 is the one that the set runs when the plan begins, or is created with; 1
    /// is the first that the plan changes it to, 2 the second; -1 is the one before the plan's beginning. A template that is
    /// rolled back to has its number again.
    /// </summary>
    public int Template { get; }
}
