using k8s.Models;

namespace Holdfast.Analyzers.Tests.Manifests;

/// <summary>Routes to the ports of Services: Ingresses and HTTPRoutes.</summary>
public class RouteTests
{
    private const string Http = "[Port(8080)] public static partial ServicePort Http { get; }";

    [Fact]
    public void AnIngress_LeadsToTheOnlyPort()
    {
        V1Ingress ingress = Ingresses("[ClientService] [Ingress(\"shop.example.com\")] public static partial Service Web { get; }").Single();
        Assert.Equal(("a-web", null), (ingress.Metadata.Name, ingress.Spec.IngressClassName));
        Assert.Equal("a", ingress.Metadata.Labels["app.kubernetes.io/name"]);
        V1IngressRule rule = ingress.Spec.Rules.Single();
        Assert.Equal("shop.example.com", rule.Host);
        Assert.Equal(["/ Prefix a-web:8080"], Paths(rule));
        Assert.Null(ingress.Spec.Tls);
    }

    [Fact]
    public void HostsAndPathsOfOneService_AreRulesOfOneIngress()
    {
        V1Ingress ingress = Ingresses("""
            [ClientService]
            [Ingress("a.example.com", Class = "nginx", TlsSecret = "cert", Annotations = new[] { "x.dev/size=1m", "x.dev/empty" })]
            [Ingress("b.example.com", Path = "/one", PathType = IngressPathType.Exact, TlsSecret = "cert", Annotations = new[] { "x.dev/size=a=b" })]
            [Ingress("a.example.com", Path = "/two", PathType = IngressPathType.ImplementationSpecific)]
            [Ingress]
            public static partial Service Web { get; }
            """).Single();
        Assert.Equal("nginx", ingress.Spec.IngressClassName);
        Assert.Equal(
            ["a.example.com: / Prefix a-web:8080, /two ImplementationSpecific a-web:8080", "b.example.com: /one Exact a-web:8080", ": / Prefix a-web:8080"],
            ingress.Spec.Rules.Select(static rule => $"{rule.Host}: {string.Join(", ", Paths(rule))}"));
        Assert.Equal(["cert: a.example.com b.example.com"], ingress.Spec.Tls.Select(static tls => $"{tls.SecretName}: {string.Join(' ', tls.Hosts)}"));
        Assert.Equal([("x.dev/empty", ""), ("x.dev/size", "a=b")], ingress.Metadata.Annotations.OrderBy(static entry => entry.Key, StringComparer.Ordinal).Select(static entry => (entry.Key, entry.Value)));
    }

    [Fact]
    public void Names_TellIngressesApartAndPutServicesTogether()
    {
        V1Ingress[] ingresses = [.. Ingresses("""
            [Port(9090)] public static partial ServicePort Admin { get; }
            [ClientService] [Ingress("a", Port = nameof(Http), Name = "all")] [Ingress("b", Port = nameof(Http))] public static partial Service Web { get; }
            [ClientService(Ports = new[] { nameof(Admin) })] [Ingress("a", Path = "/admin", Name = "all")] public static partial Service Inner { get; }
            """)];
        Assert.Equal(["all", "a-web"], ingresses.Select(static ingress => ingress.Metadata.Name));
        Assert.Equal(["/ Prefix a-web:8080", "/admin Prefix a-inner:9090"], Paths(ingresses[0].Spec.Rules.Single()));
    }

    [Fact]
    public void HttpRoute_NamesItsGatewayAndTheServicesPort() => Assert.Equal(
        """
        apiVersion: gateway.networking.k8s.io/v1
        kind: HTTPRoute
        metadata:
          name: a-web
          namespace: shop
          labels:
            app.kubernetes.io/name: a
            app.kubernetes.io/managed-by: holdfast
        spec:
          parentRefs:
          - name: public
            namespace: edge
            sectionName: https
          hostnames:
          - shop.example.com
          - www.example.com
          rules:
          - matches:
            - path:
                type: PathPrefix
                value: /
            backendRefs:
            - name: a-web
              port: 80

        """.ReplaceLineEndings("\n"),
        GeneratedTexts.Of("""
            [StatelessApp("a", Namespace = "shop")]
            [Container("a:1")]
            public sealed partial class A
            {
                [Port(8080, ServicePort = 80)] public static partial ServicePort Http { get; }
                [ClientService]
                [HttpRoute("shop.example.com", Gateway = "public", GatewayNamespace = "edge", Listener = "https")]
                [HttpRoute("www.example.com", Gateway = "public", GatewayNamespace = "edge", Listener = "https")]
                public static partial Service Web { get; }
            }
            """).Object("HTTPRoute"));

    private static IEnumerable<string> Paths(V1IngressRule rule) =>
        rule.Http.Paths.Select(static path => $"{path.Path} {path.PathType} {path.Backend.Service.Name}:{path.Backend.Service.Port.Number}");

    private static IEnumerable<V1Ingress> Ingresses(string members) => EmittedManifest.Of("A", $$"""
        using Holdfast;

        [StatefulApp("a")]
        [Container("a:1")]
        public sealed partial class A
        {
            {{Http}}
            {{members}}
        }
        """).Objects.OfType<V1Ingress>();
}
