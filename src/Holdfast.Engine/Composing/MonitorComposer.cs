using System.Text.RegularExpressions;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Facts;
using Holdfast.Engine.Model.Tree;
using Holdfast.WellKnown;

namespace Holdfast.Engine.Composing;

/// <summary>The PodMonitors and ServiceMonitors of an application: the ports whose monitors have one name are in one object.</summary>
internal static class MonitorComposer
{
    public const string ApiVersion = "monitoring.coreos.com/v1";

    public const string PodMonitor = "PodMonitor";

    public const string ServiceMonitor = "ServiceMonitor";

    /// <summary>The label by which the operator's Prometheus servers are known.</summary>
    public static readonly Declared<EquatableArray<string>> ScraperLabels =
        Declared<EquatableArray<string>>.Known(new([KubernetesLabels.Name + "=prometheus"]), null);

    /// <summary>Each with its name where it is not the application's.</summary>
    public static IEnumerable<(string? Name, MappingNode Object)> Compose(AppDeclaration app) =>
        from monitored in MonitoredPorts.Of(app)
        group monitored by (monitored.Monitor.IsOfService, Name: monitored.Monitor.Name.TryGet(out string? name) ? name : null) into monitors
        orderby monitors.Key.IsOfService
        select (monitors.Key.Name, Compose(app, monitors.Key.IsOfService, [.. monitors]));

    private static MappingNode Compose(AppDeclaration app, bool isOfService, MonitoredPort[] monitors)
    {
        Declared<string> name = monitors[0].Monitor.Name;
        return new MappingBuilder()
            .Add("apiVersion", ApiVersion)
            .Add("kind", isOfService ? ServiceMonitor : PodMonitor)
            .Add("metadata", RouteParts.With(
                ObjectMetadata.Of(app, name.State == DeclaredState.Absent ? app.Name : name, ManifestTarget.Monitors),
                "labels",
                monitors.Select(static monitored => monitored.Monitor.Labels)))
            .Add("spec", new MappingBuilder()
                .Add("selector", isOfService ? Services(app) : LabelSelectors.OwnReplicas(app))
                .Add(isOfService ? "endpoints" : "podMetricsEndpoints", [.. monitors.Select(monitored => Endpoint(app, monitored.Port, monitored.Monitor))])
                .Build())
            .Build(monitors[0].Port.Member.Location);
    }

    /// <summary>With labels of the user's choice, Services have none, and then the name alone says which is meant.</summary>
    private static MappingNode Services(AppDeclaration app) => app.Selectors.Count > 0
        ? new MappingBuilder().Build()
        : LabelSelectors.OwnReplicas(app);

    private static ManifestNode Endpoint(AppDeclaration app, PortDeclaration port, MonitorDeclaration monitor) => new MappingBuilder()
        .Add("port", Nodes.Of(port.Name))
        .Add("path", monitor.Path)
        .Add("interval", monitor.Interval)
        .Add("scheme", monitor.Https.State switch
        {
            DeclaredState.Known when monitor.Https.OrDefault(false) => ScalarNode.String("https", monitor.Https.Location),
            DeclaredState.Unknown => new UnknownNode(monitor.Https.Location),
            _ => null,
        })
        .Add("relabelings", monitor.IsOfService ? [OnlyOf(app, port)] : [])
        .Build(port.Member.Location);

    /// <summary>All Services of an application have the same labels, and each pod is to be scraped once.</summary>
    private static ManifestNode OnlyOf(AppDeclaration app, PortDeclaration port) => new MappingBuilder()
        .Add("sourceLabels", [ScalarNode.String("__meta_kubernetes_service_name")])
        .Add("regex", MonitoredPorts.ServiceOf(app, port) is { State: DeclaredState.Known } service
            ? ScalarNode.String(Regex.Escape(service.OrDefault(string.Empty)), service.Location)
            : new UnknownNode(port.Member.Location))
        .Add("action", "keep")
        .Build();
}
