using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Facts;
using Holdfast.Engine.Declarations.Names;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Values;
using Holdfast.Engine.Reporting;

namespace Holdfast.Analyzers.Reading;

/// <summary>Reports routes and monitors that lead nowhere, or to one of several places that only the user can choose.</summary>
internal static class RouteCheck
{
    public static void Report(AppDeclaration app, ReadContext context)
    {
        if (!context.KeepsLocations)
        {
            return;
        }

        foreach ((PortDeclaration port, MonitorDeclaration monitor) in MonitoredPorts.Of(app))
        {
            ReportMonitor(app, port, monitor, context);
        }

        if (app.CreateNamespace.TryGet(out bool creates) && creates && app.Namespace.State == DeclaredState.Absent)
        {
            context.Report(
                ReadingProblems.Contradiction,
                app.CreateNamespace.Location,
                $"'{app.Type.Name}' asks for its namespace and does not name it",
                "none is made",
                "set Namespace, or remove CreateNamespace");
        }

        if (app.ClientServices.Any(static service => service.Ingresses.Count + service.HttpRoutes.Count > 0))
        {
            ReportRoutes(app, context);
        }
    }

    private static void ReportRoutes(AppDeclaration app, ReadContext context)
    {
        foreach ((ContainerDeclaration container, ClientServiceDeclaration service) in RoutePorts.Services(app))
        {
            foreach (RouteDeclaration route in service.Routes)
            {
                ReportPort(app, container, service, route, context);
                ReportPath(service, route, context);
            }

            foreach (HttpRouteDeclaration route in service.HttpRoutes.Where(static route => route.Gateway.State == DeclaredState.Absent))
            {
                context.Report(
                    ReadingProblems.Route,
                    route.Path.Location ?? route.Name.Location,
                    $"The HTTPRoute of '{service.Member.Name}' names no Gateway",
                    "no request comes to it",
                    "set Gateway to the name of one");
            }
        }

        ReportClasses(app, context);
        ReportHosts(app, context);
    }

    private static void ReportPort(AppDeclaration app, ContainerDeclaration container, ClientServiceDeclaration service, RouteDeclaration route, ReadContext context)
    {
        if (route.Port.State == DeclaredState.Unknown || RoutePorts.Of(app, container, service, route) is not null)
        {
            return;
        }

        string[] ports = [.. RoutePorts.Candidates(app, container, service).Select(static port => port.Member.Name)];
        string attribute = AttributeNames.Written(route is IngressDeclaration ? AttributeNames.Ingress : AttributeNames.HttpRoute);
        string list = string.Join(", ", ports);
        if (route.Port.TryGet(out string? named))
        {
            context.Report(
                ReadingProblems.Route,
                route.Port.Location,
                $"'{named}' is not a TCP port of the Service '{service.Member.Name}'",
                "requests would get an error (503)",
                NearestName.Find(named, ports) is { } nearest ? $"did you mean '{nearest}'?"
                    : ports.Length == 0 ? "declare one with [Port]"
                    : "its ports are: " + list);
            return;
        }

        context.Report(
            ReadingProblems.Route,
            route.Path.Location,
            ports.Length == 0
                ? $"The Service '{service.Member.Name}' has no TCP port"
                : $"The Service '{service.Member.Name}' has several ports ({list}), and {attribute} does not say which is meant",
            "requests have no target",
            ports.Length == 0 ? "declare one with [Port]" : $"add Port = nameof({ports[0]})");
    }

    private static void ReportPath(ClientServiceDeclaration service, RouteDeclaration route, ReadContext context)
    {
        // An Ingress is judged by its object.
        if (route is HttpRouteDeclaration
            && route.PathType.OrDefault(string.Empty) != "RegularExpression"
            && route.Path.TryGet(out string? path)
            && !path.StartsWith("/", StringComparison.Ordinal))
        {
            context.Report(
                ReadingProblems.Route,
                route.Path.Location,
                $"The path '{path}' of a route to '{service.Member.Name}' does not begin with '/'",
                "the HTTPRoute is not valid",
                $"write '/{path}'");
        }
    }

    private static void ReportClasses(AppDeclaration app, ReadContext context)
    {
        foreach (IGrouping<string, IngressDeclaration> ingress in app.ClientServices
            .SelectMany(static service => service.Ingresses)
            .GroupBy(static route => route.Name.OrDefault(string.Empty), StringComparer.Ordinal))
        {
            Declared<string>[] classes = [.. ingress.Select(static route => route.Class).Where(static name => name.State == DeclaredState.Known).Distinct()];
            if (classes.Length > 1)
            {
                context.Report(
                    ReadingProblems.Contradiction,
                    classes[1].Location,
                    $"The Ingress '{ingress.Key}' has the classes '{classes[0].OrDefault(string.Empty)}' and '{classes[1].OrDefault(string.Empty)}'",
                    "only the first one counts",
                    "give one of the two another Name");
            }
        }
    }

    /// <summary>An HTTPRoute has no place to say which host has which path.</summary>
    private static void ReportHosts(AppDeclaration app, ReadContext context)
    {
        foreach (IGrouping<string, HttpRouteDeclaration> routes in app.ClientServices
            .SelectMany(static service => service.HttpRoutes)
            .GroupBy(static route => route.Name.OrDefault(string.Empty), StringComparer.Ordinal))
        {
            IGrouping<Declared<string>, HttpRouteDeclaration>[] hosts = [.. routes.GroupBy(static route => route.Host)];
            foreach (IGrouping<Declared<string>, HttpRouteDeclaration> host in hosts.Skip(1))
            {
                if (!Targets(host).SetEquals(Targets(hosts[0])))
                {
                    context.Report(
                        ReadingProblems.Contradiction,
                        host.Key.Location ?? host.First().Path.Location,
                        $"The HTTPRoute '{routes.Key}' has different paths or Gateways for '{hosts[0].Key.OrDefault("all hosts")}' and '{host.Key.OrDefault("all hosts")}', and an HTTPRoute sends each of its hosts to all of its paths",
                        "both hosts get the paths of both",
                        "give the routes of one of the hosts another Name");
                }
            }
        }

        static HashSet<string> Targets(IEnumerable<HttpRouteDeclaration> routes) => [.. routes.Select(static route => string.Join(
            "\n",
            new[] { route.Path, route.PathType, route.Port, route.Gateway, route.GatewayNamespace, route.Listener }.Select(static value => value.OrDefault(string.Empty))))];
    }

    private static void ReportMonitor(AppDeclaration app, PortDeclaration port, MonitorDeclaration monitor, ReadContext context)
    {
        if (monitor.IsOfService && MonitoredPorts.ServiceOf(app, port) is null)
        {
            context.Report(
                ReadingProblems.Route,
                port.Member.Location,
                $"No Service offers the port '{port.Member.Name}'",
                "its ServiceMonitor finds no pods",
                "use [PodMonitor], which needs no Service");
        }

        if (monitor.Interval.TryGet(out string? interval) && PrometheusDuration.Problem(interval) is { } problem)
        {
            context.Report(
                ReadingProblems.Route,
                monitor.Interval.Location,
                $"The interval '{interval}' {problem}",
                "the monitor is not valid",
                "write numbers with units, the largest first, such as '30s' or '1m30s'");
        }
    }
}
