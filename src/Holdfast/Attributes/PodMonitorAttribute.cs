namespace Holdfast;

/// <summary>
/// Lets the Prometheus operator scrape metrics from a port of each pod, beside <see cref="PortAttribute"/>: a PodMonitor.
/// <code title="members">
/// [Port(9090)]
/// [PodMonitor(Interval = "30s", Labels = new[] { "release=kube-prometheus-stack" })]
/// public static partial ServicePort Metrics { get; }
/// </code>
/// </summary>
/// <remarks>
/// It is the right choice for a StatefulSet: each replica is scraped once, by its own name, whatever Services lead to it. The cluster needs
/// the resources of the operator (<c>monitoring.coreos.com/v1</c>).
/// </remarks>
[AttributeUsage(AttributeTargets.Property, Inherited = false, AllowMultiple = true)]
public sealed class PodMonitorAttribute : MonitorAttribute
{
}
