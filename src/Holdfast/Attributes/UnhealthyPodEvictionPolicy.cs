namespace Holdfast;

/// <summary>Whether a pod that is running but not ready may be evicted when its budget is used up.</summary>
public enum UnhealthyPodEvictionPolicy
{
    /// <summary>Always: a broken pod never blocks the draining of its node.</summary>
    AlwaysAllow,

    /// <summary>Only while the budget's healthy pods are enough.</summary>
    IfHealthyBudget,
}
