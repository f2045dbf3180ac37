using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Facts;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Composing;

/// <summary>The Ingresses of an application: the routes of one name are one object.</summary>
internal static class IngressComposer
{
    public const string ApiVersion = "networking.k8s.io/v1";

    public const string Kind = "Ingress";

    /// <summary>Each with the member of its first route.</summary>
    public static IEnumerable<(ContainerDeclaration Container, MemberShape Member, MappingNode Object)> Compose(AppDeclaration app) =>
        from declared in RoutePorts.Services(app)
        from ingress in declared.Service.Ingresses
        group new Route(declared.Container, declared.Service, ingress) by ingress.Name.OrDefault(string.Empty) into routes
        select (routes.First().Container, routes.First().Service.Member, Compose(app, [.. routes]));

    private static MappingNode Compose(AppDeclaration app, Route[] routes)
    {
        IngressDeclaration[] said = [.. routes.Select(static route => route.Ingress)];
        return new MappingBuilder()
            .Add("apiVersion", ApiVersion)
            .Add("kind", Kind)
            .Add("metadata", RouteParts.Of(app, said))
            .Add("spec", new MappingBuilder()
                .Add("ingressClassName", Nodes.Of(said.Select(static ingress => ingress.Class).FirstOrDefault(static name => name.State != DeclaredState.Absent)))
                .Add("tls", [.. Tls(said)])
                .Add("rules", [.. routes.GroupBy(static route => route.Ingress.Host).Select(rule => Rule(app, rule.Key, [.. rule]))])
                .Build())
            .Build(said[0].Name.Location);
    }

    private static IEnumerable<ManifestNode> Tls(IngressDeclaration[] said) => said
        .Where(static ingress => ingress.TlsSecret.State != DeclaredState.Absent)
        .GroupBy(static ingress => ingress.TlsSecret)
        .Select(static secret => new MappingBuilder()
            .Add("hosts", [.. secret.Select(static ingress => ingress.Host).Where(static host => host.State != DeclaredState.Absent).Distinct().Select(static host => Nodes.Of(host)!)])
            .Add("secretName", secret.Key)
            .Build(secret.Key.Location));

    private static ManifestNode Rule(AppDeclaration app, Declared<string> host, Route[] routes) => new MappingBuilder()
        .Add("host", host)
        .Add("http", new MappingBuilder()
            .Add("paths", [.. routes.Select(route => Path(app, route))])
            .Build())
        .Build(host.Location ?? routes[0].Ingress.Path.Location);

    private static ManifestNode Path(AppDeclaration app, Route route) => new MappingBuilder()
        .Add("path", route.Ingress.Path)
        .Add("pathType", route.Ingress.PathType)
        .Add("backend", new MappingBuilder()
            .Add("service", new MappingBuilder()
                .Add("name", Nodes.Of(route.Service.Name))
                .Add("port", new MappingBuilder().Add("number", RouteParts.PortOf(app, route.Container, route.Service, route.Ingress)).Build(route.Ingress.Port.Location))
                .Build())
            .Build())
        .Build(route.Ingress.Path.Location);

    private sealed record Route(ContainerDeclaration Container, ClientServiceDeclaration Service, IngressDeclaration Ingress);
}
