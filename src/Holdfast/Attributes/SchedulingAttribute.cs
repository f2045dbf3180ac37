namespace Holdfast;

/// <summary>Which scheduler places the replicas, how important they are and what runs them.</summary>
/// <example>
/// <code title="attributes">
/// [Scheduling(PriorityClassName = "business-critical")]
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false, AllowMultiple = true)]
public sealed class SchedulingAttribute : DeclarationAttribute
{
    /// <summary>
    /// Kubernetes: <c>priorityClassName</c>, the name of a PriorityClass; left out, the cluster's default. Without such a
    /// class no pod is created.
    /// </summary>
    public string? PriorityClassName { get; set; }

    /// <summary>Kubernetes: <c>schedulerName</c>; left out, <c>default-scheduler</c>.</summary>
    public string? SchedulerName { get; set; }

    /// <summary>
    /// Kubernetes: <c>runtimeClassName</c>, the name of a RuntimeClass; left out, the node's default run-time. Without
    /// such a class no pod is created.
    /// </summary>
    public string? RuntimeClassName { get; set; }

    /// <summary>
    /// Kubernetes: <c>nodeName</c>, the one node that all replicas run on, without a scheduler. Without such a node they
    /// stay Pending.
    /// </summary>
    public string? NodeName { get; set; }
}
