namespace Holdfast;

/// <summary>
/// Lets the Prometheus operator scrape metrics from a port of the pods behind one Service, beside <see cref="PortAttribute"/>: a ServiceMonitor.
/// <code title="members">
/// [Port(9090)]
/// [ServiceMonitor(Path = "/stats/prometheus")]
/// public static partial ServicePort Metrics { get; }
/// </code>
/// </summary>
/// <remarks>
/// The Service is the headless one of a StatefulSet, and for a Deployment the first client Service that offers the port; all others of the
/// application are left out, so that each pod is scraped once. Series have the Service's name. <see cref="PodMonitorAttribute"/> needs no Service and is the usual choice. The cluster needs the
/// resources of the operator (<c>monitoring.coreos.com/v1</c>).
/// </remarks>
[AttributeUsage(AttributeTargets.Property, Inherited = false, AllowMultiple = true)]
public sealed class ServiceMonitorAttribute : MonitorAttribute
{
}
