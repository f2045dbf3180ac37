using Holdfast.Engine.Composing;
using Holdfast.Engine.Declarations;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Importing;

/// <summary>
/// Ingresses, HTTPRoutes and PodMonitors whose targets are all of one type. Each is tried: what the attributes make of it is compared with
/// it, and where that is not the same, it stays in its file.
/// </summary>
internal static class RouteImport
{
    /// <summary>The declaration with those that it can say; the group loses the others.</summary>
    public static AppDeclaration Apply(AppDeclaration app, ImportGroup group)
    {
        foreach (MappingNode ingress in group.Ingresses.ToArray())
        {
            AppDeclaration tried = OnServices(app, service => service with { Ingresses = service.Ingresses.Concat(Ingresses(app, service, ingress)).ToEquatableArray() });
            app = Keep(app, tried, ingress, group.Ingresses, IngressComposer.Compose(tried).Select(static made => made.Object));
        }

        foreach (MappingNode route in group.HttpRoutes.ToArray())
        {
            AppDeclaration tried = OnServices(app, service => service with { HttpRoutes = service.HttpRoutes.Concat(HttpRoutes(app, service, route)).ToEquatableArray() });
            app = Keep(app, tried, route, group.HttpRoutes, HttpRouteComposer.Compose(tried).Select(static made => made.Object));
        }

        foreach (MappingNode monitor in group.PodMonitors.ToArray())
        {
            AppDeclaration tried = OnPorts(app, port => port with { Monitors = port.Monitors.Concat(Monitors(app, port, monitor)).ToEquatableArray() });
            app = Keep(app, tried, monitor, group.PodMonitors, MonitorComposer.Compose(tried).Select(static made => made.Object));
        }

        return app;
    }

    private static AppDeclaration Keep(AppDeclaration app, AppDeclaration tried, MappingNode original, List<MappingNode> originals, IEnumerable<MappingNode> made)
    {
        if (made.Any(node => ImportGroup.NameOf(node) == ImportGroup.NameOf(original) && node["spec"]!.Equals(original["spec"])))
        {
            return tried;
        }

        originals.Remove(original);
        return app;
    }

    private static AppDeclaration OnServices(AppDeclaration app, Func<ClientServiceDeclaration, ClientServiceDeclaration> change) => OnMembers(
        app,
        member => member is ClientServiceDeclaration service ? change(service) : member);

    private static AppDeclaration OnPorts(AppDeclaration app, Func<PortDeclaration, PortDeclaration> change) => OnMembers(
        app,
        member => member is PortDeclaration port ? change(port) : member);

    private static AppDeclaration OnMembers(AppDeclaration app, Func<MemberDeclaration, MemberDeclaration> change) => app with
    {
        Container = app.Container.WithMembers(change),
        MoreContainers = app.MoreContainers.Select(container => container.WithMembers(change)).ToEquatableArray(),
    };

    private static IEnumerable<IngressDeclaration> Ingresses(AppDeclaration app, ClientServiceDeclaration service, MappingNode ingress)
    {
        ManifestNode? spec = ingress["spec"];
        Declared<EquatableArray<string>> annotations = Annotations(ingress);
        Declared<string> className = Said.Text(spec.At("ingressClassName"));
        foreach (MappingNode rule in spec.At("rules").Mappings())
        {
            foreach (MappingNode path in rule.At("http", "paths").Mappings())
            {
                ManifestNode? backend = path.At("backend", "service");
                if (!backend.At("name").Is(service.Name.OrDefault(string.Empty)))
                {
                    continue;
                }

                Declared<string> host = Said.Text(rule["host"]);
                yield return new IngressDeclaration
                {
                    Host = host,
                    Name = Said.Of(ImportGroup.NameOf(ingress)),
                    Path = Said.Text(path["path"]).Or("/", null),
                    PathType = Said.OneOf(path["pathType"], "Prefix", "Exact", "ImplementationSpecific").Or("Prefix", null),
                    Port = Port(app, service, backend.At("port")),
                    Annotations = annotations,
                    Class = className,
                    TlsSecret = Said.Text(spec.At("tls").Mappings()
                        .FirstOrDefault(tls => host.TryGet(out string? name) ? tls["hosts"] is SequenceNode hosts && hosts.Items.Any(item => item.Is(name)) : tls["hosts"] is null)?["secretName"]),
                };

                // Once is enough.
                annotations = default;
                className = default;
            }
        }
    }

    private static IEnumerable<HttpRouteDeclaration> HttpRoutes(AppDeclaration app, ClientServiceDeclaration service, MappingNode route)
    {
        ManifestNode? spec = route["spec"];
        Declared<EquatableArray<string>> annotations = Annotations(route);
        MappingNode? parent = spec.At("parentRefs").Mappings().FirstOrDefault();
        IEnumerable<ManifestNode?> hosts = spec.At("hostnames") is SequenceNode { Items.Count: > 0 } names ? names.Items : [null];
        foreach (ManifestNode? host in hosts)
        {
            foreach (MappingNode rule in spec.At("rules").Mappings())
            {
                MappingNode? backend = rule["backendRefs"].Mappings().FirstOrDefault();
                MappingNode? match = rule["matches"].Mappings().FirstOrDefault();
                if (backend is null || !backend["name"].Is(service.Name.OrDefault(string.Empty)))
                {
                    continue;
                }

                yield return new HttpRouteDeclaration
                {
                    Host = Said.Text(host),
                    Name = Said.Of(ImportGroup.NameOf(route)),
                    Path = Said.Text(match.At("path", "value")).Or("/", null),
                    PathType = Said.OneOf(match.At("path", "type"), "PathPrefix", "Exact", "RegularExpression").Or("PathPrefix", null),
                    Port = Port(app, service, backend),
                    Annotations = annotations,
                    Gateway = Said.Text(parent?["name"]),
                    GatewayNamespace = Said.Text(parent?["namespace"]),
                    Listener = Said.Text(parent?["sectionName"]),
                };
                annotations = default;
            }
        }
    }

    private static IEnumerable<MonitorDeclaration> Monitors(AppDeclaration app, PortDeclaration port, MappingNode monitor) => monitor.At("spec", "podMetricsEndpoints").Mappings()
        .Where(endpoint => endpoint["port"].Is(port.Name.OrDefault(string.Empty)))
        .Take(1)
        .Select(endpoint => new MonitorDeclaration
        {
            Name = ImportGroup.NameOf(monitor) == app.Name.OrDefault(string.Empty) ? default : Said.Of(ImportGroup.NameOf(monitor)),
            Path = Said.Text(endpoint["path"]),
            Interval = Said.Text(endpoint["interval"]),
            Https = endpoint["scheme"].Is("https") ? Said.Of(true) : default,
        });

    /// <summary>The member of a port by its name, or by its number in the Service; absent where the Service has no other.</summary>
    private static Declared<string> Port(AppDeclaration app, ClientServiceDeclaration service, ManifestNode? reference)
    {
        PortDeclaration[] ports = [.. app.Ports.Where(port => !service.Spec.Ports.TryGet(out EquatableArray<string> offered) || offered.Contains(port.Member.Name))];
        if (ports.Length == 1)
        {
            return default;
        }

        ScalarNode? number = (reference.At("number") ?? reference.At("port")) as ScalarNode;
        PortDeclaration? found = ports.FirstOrDefault(port => number is null
            ? reference.At("name").Is(port.Name.OrDefault(string.Empty))
            : number.TryGetInteger(out long value) && port.ServicePort.OrDefault(port.Number.OrDefault(0)) == value);
        return found is null ? default : Said.Of(found.Member.Name);
    }

    private static Declared<EquatableArray<string>> Annotations(MappingNode node) => Said.Entries(node.At("metadata", "annotations")) is { Count: > 0 } entries
        ? Said.Of(entries.Select(static entry => entry.Key + "=" + entry.Value).ToEquatableArray())
        : default;
}
