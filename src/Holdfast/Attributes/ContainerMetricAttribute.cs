namespace Holdfast;

/// <summary>
/// The cpu time or memory of one container of the replicas that the <see cref="AutoscalerAttribute"/> follows, so that sidecars do not count;
/// exactly one of <see cref="Utilization"/> and <see cref="Average"/>. Kubernetes: <c>metrics</c> of type <c>ContainerResource</c>.
/// </summary>
/// <param name="resource"><c>cpu</c> or <c>memory</c>.</param>
/// <param name="container">The name of the container.</param>
/// <example>
/// <code title="attributes">
/// [Resources(CpuRequest = "500m", MemoryRequest = "1Gi", MemoryLimit = "1Gi")]
/// [Autoscaler(3, 9)]
/// [ContainerMetric("cpu", "orders", Utilization = 70)]
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false, AllowMultiple = true)]
public sealed class ContainerMetricAttribute(string resource, string container) : RepeatableDeclarationAttribute
{
    /// <summary><c>cpu</c> or <c>memory</c>.</summary>
    public string Resource { get; } = resource;

    /// <summary>The name of the container.</summary>
    public string Container { get; } = container;

    /// <summary>The use that is aimed at on average, in percent of what the container requests, 1 or more.</summary>
    public int Utilization { get; set; }

    /// <summary>The value that is aimed at for each replica, a quantity: <c>100</c>, <c>500m</c>.</summary>
    public string? Average { get; set; }
}
