using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Facts;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Composing;

/// <summary>The HTTPRoutes of an application: the routes of one name are one object.</summary>
internal static class HttpRouteComposer
{
    public const string ApiVersion = "gateway.networking.k8s.io/v1";

    public const string Kind = "HTTPRoute";

    /// <summary>Each with the member of its first route.</summary>
    public static IEnumerable<(ContainerDeclaration Container, MemberShape Member, MappingNode Object)> Compose(AppDeclaration app) =>
        from declared in RoutePorts.Services(app)
        from route in declared.Service.HttpRoutes
        group new Route(declared.Container, declared.Service, route) by route.Name.OrDefault(string.Empty) into routes
        select (routes.First().Container, routes.First().Service.Member, Compose(app, [.. routes]));

    private static MappingNode Compose(AppDeclaration app, Route[] routes)
    {
        HttpRouteDeclaration[] said = [.. routes.Select(static route => route.Said)];
        return new MappingBuilder()
            .Add("apiVersion", ApiVersion)
            .Add("kind", Kind)
            .Add("metadata", RouteParts.Of(app, said))
            .Add("spec", new MappingBuilder()
                .Add("parentRefs", [.. said.Select(Parent).Distinct()])
                .Add("hostnames", [.. said.Select(static route => route.Host).Where(static host => host.State != DeclaredState.Absent).Distinct().Select(static host => Nodes.Of(host)!)])
                .Add("rules", [.. routes.Select(route => Rule(app, route)).Distinct()])
                .Build())
            .Build(said[0].Name.Location);
    }

    private static ManifestNode Parent(HttpRouteDeclaration route) => new MappingBuilder()
        .Add("name", Nodes.Of(route.Gateway) ?? new UnknownNode(route.Name.Location))
        .Add("namespace", route.GatewayNamespace)
        .Add("sectionName", route.Listener)
        .Build(route.Gateway.Location);

    private static ManifestNode Rule(AppDeclaration app, Route route) => new MappingBuilder()
        .Add("matches",
        [
            new MappingBuilder()
                .Add("path", new MappingBuilder()
                    .Add("type", route.Said.PathType)
                    .Add("value", route.Said.Path)
                    .Build(route.Said.Path.Location))
                .Build(),
        ])
        .Add("backendRefs",
        [
            new MappingBuilder()
                .Add("name", Nodes.Of(route.Service.Name))
                .Add("port", RouteParts.PortOf(app, route.Container, route.Service, route.Said))
                .Build(),
        ])
        .Build(route.Said.Path.Location);

    private sealed record Route(ContainerDeclaration Container, ClientServiceDeclaration Service, HttpRouteDeclaration Said);
}
