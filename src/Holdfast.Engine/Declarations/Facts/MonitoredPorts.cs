using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Declarations.Facts;

/// <summary>The ports that metrics are read from.</summary>
internal static class MonitoredPorts
{
    /// <summary>Each port once for each of its monitors, in source order.</summary>
    public static IEnumerable<MonitoredPort> Of(AppDeclaration app) =>
        app.Ports.SelectMany(static port => port.Monitors.Select(monitor => new MonitoredPort(port, monitor)));

    /// <summary>
    /// The Service whose pods a ServiceMonitor scrapes: the governing one of a StatefulSet, which offers every port; else the first client
    /// Service that offers the port. Null where there is none.
    /// </summary>
    public static Declared<string>? ServiceOf(AppDeclaration app, PortDeclaration port)
    {
        if (GoverningService.Made(app) is { } headless)
        {
            return headless;
        }

        foreach ((ContainerDeclaration container, ClientServiceDeclaration service) in RoutePorts.Services(app))
        {
            if (OfferedPorts.Of(app, container, service.Spec).Any(offered => offered.Member.Name == port.Member.Name))
            {
                return service.Name;
            }
        }

        return null;
    }
}
