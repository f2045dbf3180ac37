using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Declarations.Facts;

/// <summary>Which port of a Service a route leads to.</summary>
internal static class RoutePorts
{
    private const string Tcp = "TCP";

    /// <summary>The port that the route names, or else the only TCP port of the Service; null where neither is there.</summary>
    public static PortDeclaration? Of(AppDeclaration app, ContainerDeclaration container, ClientServiceDeclaration service, RouteDeclaration route)
    {
        PortDeclaration[] ports = [.. Candidates(app, container, service)];
        return route.Port.State switch
        {
            DeclaredState.Known => ports.FirstOrDefault(port => port.Member.Name == route.Port.OrDefault(string.Empty)),
            DeclaredState.Absent when ports.Length == 1 => ports[0],
            _ => null,
        };
    }

    /// <summary>What routes can lead to: HTTP needs TCP.</summary>
    public static IEnumerable<PortDeclaration> Candidates(AppDeclaration app, ContainerDeclaration container, ClientServiceDeclaration service) =>
        OfferedPorts.Of(app, container, service.Spec).Where(static port => port.Protocol.OrDefault(Tcp) == Tcp);

    /// <summary>The Services with routes, each with its container, in source order.</summary>
    public static IEnumerable<(ContainerDeclaration Container, ClientServiceDeclaration Service)> Services(AppDeclaration app) =>
        app.Containers.SelectMany(static container => container.ClientServices.Select(service => (container, service)));
}
