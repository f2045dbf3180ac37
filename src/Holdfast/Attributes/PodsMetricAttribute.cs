namespace Holdfast;

/// <summary>
/// A metric of the replicas, averaged over them, that the <see cref="AutoscalerAttribute"/> follows. Kubernetes: <c>metrics</c> of type
/// <c>Pods</c>; the cluster needs an adapter for <c>custom.metrics.k8s.io</c>.
/// </summary>
/// <param name="metric">The name of the metric: <c>http_requests_per_second</c>.</param>
/// <example>
/// <code title="attributes">
/// [Autoscaler(3, 9)]
/// [PodsMetric("http_requests_per_second", Average = "100")]
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false, AllowMultiple = true)]
public sealed class PodsMetricAttribute(string metric) : RepeatableDeclarationAttribute
{
    /// <summary>The name of the metric: <c>http_requests_per_second</c>.</summary>
    public string Metric { get; } = metric;

    /// <summary>The value that is aimed at for each replica, a quantity: <c>100</c>, <c>500m</c>.</summary>
    public string? Average { get; set; }

    /// <summary>
    /// Labels that choose among the series of the metric: <c>queue=orders</c>, <c>queue!=dead</c>, <c>queue in (orders, returns)</c>;
    /// left out, all.
    /// </summary>
    public string[]? Labels { get; set; }
}
