namespace Holdfast;

/// <summary>
/// A metric from outside the cluster, such as the length of a queue, that the <see cref="AutoscalerAttribute"/> follows; exactly one of
/// <see cref="Value"/> and <see cref="Average"/>. Kubernetes: <c>metrics</c> of type <c>External</c>; the cluster needs an adapter for
/// <c>external.metrics.k8s.io</c>.
/// </summary>
/// <param name="metric">The name of the metric: <c>queue_depth</c>.</param>
/// <example>
/// <code title="attributes">
/// [Autoscaler(3, 9)]
/// [ExternalMetric("queue_depth", Average = "30", Labels = new[] { "queue=orders" })]
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false, AllowMultiple = true)]
public sealed class ExternalMetricAttribute(string metric) : RepeatableDeclarationAttribute
{
    /// <summary>The name of the metric: <c>queue_depth</c>.</summary>
    public string Metric { get; } = metric;

    /// <summary>The value that is aimed at for each replica, a quantity: <c>100</c>, <c>500m</c>.</summary>
    public string? Average { get; set; }

    /// <summary>The value that is aimed at as a whole, a quantity.</summary>
    public string? Value { get; set; }

    /// <summary>
    /// Labels that choose among the series of the metric: <c>queue=orders</c>, <c>queue!=dead</c>, <c>queue in (orders, returns)</c>;
    /// left out, all.
    /// </summary>
    public string[]? Labels { get; set; }
}
