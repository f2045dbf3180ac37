namespace Holdfast;

/// <summary>
/// A metric of another object, such as the requests of an Ingress, that the <see cref="AutoscalerAttribute"/> follows; exactly one of
/// <see cref="Value"/> and <see cref="Average"/>. Kubernetes: <c>metrics</c> of type <c>Object</c>; the cluster needs an adapter for
/// <c>custom.metrics.k8s.io</c>.
/// </summary>
/// <param name="metric">The name of the metric: <c>requests_per_second</c>.</param>
/// <param name="kind">The kind of the object: <c>Ingress</c>.</param>
/// <param name="name">The name of the object.</param>
/// <example>
/// <code title="attributes">
/// [Autoscaler(3, 9)]
/// [ObjectMetric("requests_per_second", "Ingress", "orders", ApiVersion = "networking.k8s.io/v1", Value = "2k")]
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false, AllowMultiple = true)]
public sealed class ObjectMetricAttribute(string metric, string kind, string name) : RepeatableDeclarationAttribute
{
    /// <summary>The name of the metric: <c>requests_per_second</c>.</summary>
    public string Metric { get; } = metric;

    /// <summary>The kind of the object: <c>Ingress</c>.</summary>
    public string Kind { get; } = kind;

    /// <summary>The name of the object.</summary>
    public string Name { get; } = name;

    /// <summary>The API version of the object: <c>networking.k8s.io/v1</c>; left out, <c>v1</c>.</summary>
    public string? ApiVersion { get; set; }

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
