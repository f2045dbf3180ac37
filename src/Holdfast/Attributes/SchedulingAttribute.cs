namespace Holdfast;

/// <summary>Which scheduler places the members, how important they are and what runs them.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false, AllowMultiple = true)]
public sealed class SchedulingAttribute : DeclarationAttribute
{
    /// <summary>
    /// Kubernetes: <c>priorityClassName</c>, the name of a PriorityClass; left out, the cluster's default. Where there is
    /// no such class no pod is made.
    /// </summary>
    public string? PriorityClassName { get; set; }

    /// <summary>Kubernetes: <c>schedulerName</c>; left out, <c>default-scheduler</c>.</summary>
    public string? SchedulerName { get; set; }

    /// <summary>
    /// Kubernetes: <c>runtimeClassName</c>, the name of a RuntimeClass; left out, the node's default run-time. Where there
    /// is no such class no pod is made.
    /// </summary>
    public string? RuntimeClassName { get; set; }

    /// <summary>
    /// Kubernetes: <c>nodeName</c>, the one node that all members run on, without a scheduler. Where there is no such node
    /// they stay Pending.
    /// </summary>
    public string? NodeName { get; set; }
}
