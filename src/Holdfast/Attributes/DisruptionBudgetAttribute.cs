namespace Holdfast;

/// <summary>
/// A PodDisruptionBudget: how many replicas a drain may take at the same time. Set one of the four values; a budget with
/// none of them forbids every eviction.
/// </summary>
/// <example>
/// <code title="attributes">
/// [DisruptionBudget(MaxUnavailable = 1)]
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false, AllowMultiple = true)]
public sealed class DisruptionBudgetAttribute : DeclarationAttribute
{
    /// <summary>The object's name: at most 253 lowercase letters, digits, <c>-</c> and <c>.</c>; default: the application's.</summary>
    public string? Name { get; set; }

    /// <summary>The number of replicas that must stay available.</summary>
    public int MinAvailable { get; set; }

    /// <summary>The share of replicas that must stay available, 0 to 100 percent, rounded up.</summary>
    public int MinAvailablePercent { get; set; }

    /// <summary>The number of replicas that may be away.</summary>
    public int MaxUnavailable { get; set; }

    /// <summary>The share of replicas that may be away, 0 to 100 percent, rounded up.</summary>
    public int MaxUnavailablePercent { get; set; }

    /// <summary>
    /// Whether replicas that run but are not ready may be evicted whatever the budget says; by default they may, so that
    /// a broken replica does not block the drain that would fix it. (Kubernetes' own default is
    /// <see cref="UnhealthyPodEvictionPolicy.IfHealthyBudget"/>.)
    /// </summary>
    public UnhealthyPodEvictionPolicy UnhealthyPodEvictionPolicy { get; set; }
}
