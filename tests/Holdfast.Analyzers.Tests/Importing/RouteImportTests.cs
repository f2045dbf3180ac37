using Holdfast.Engine.Importing;

namespace Holdfast.Analyzers.Tests.Importing;

/// <summary>Routes, monitors and namespaces of an imported workload, and what of them stays in its file.</summary>
public class RouteImportTests
{
    private const string Web = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web, namespace: shop}
        spec:
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
              - name: web
                image: web:1
                ports:
                - {name: http, containerPort: 8080}
                - {name: metrics, containerPort: 9090}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web-front, namespace: shop}
        spec:
          selector: {app: web}
          ports:
          - {name: http, port: 8080}
          - {name: metrics, port: 9090}
        ---

        """;

    private const string Ingress = """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: public, namespace: shop, annotations: {cert-manager.io/cluster-issuer: letsencrypt}}
        spec:
          ingressClassName: nginx
          tls:
          - {hosts: [shop.example.com], secretName: cert}
          rules:
          - host: shop.example.com
            http:
              paths:
              - {path: /, pathType: Prefix, backend: {service: {name: web-front, port: {number: 8080}}}}
              - {path: /metrics, pathType: Exact, backend: {service: {name: web-front, port: {number: 9090}}}}
        """;

    [Fact]
    public void AnIngressBecomesAttributes()
    {
        string code = Said(Web + Ingress);
        Assert.Contains(
            """
                [Ingress("shop.example.com", Name = "public", Port = nameof(Http), Annotations = new[] { "cert-manager.io/cluster-issuer=letsencrypt" }, Class = "nginx", TlsSecret = "cert")]
            """.Trim(),
            string.Join(' ', code.Split((char[])['\n', ' '], StringSplitOptions.RemoveEmptyEntries)).Replace("[Ingress( ", "[Ingress(", StringComparison.Ordinal),
            StringComparison.Ordinal);
        Assert.Contains("Path = \"/metrics\"", code, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("number: 8080", "name: http")] // the attribute writes the number
    [InlineData("name: web-front, port: {number: 9090}", "name: other, port: {number: 9090}")]
    [InlineData("  rules:", "  defaultBackend: {service: {name: web-front, port: {number: 8080}}}\n  rules:")]
    [InlineData("kind: Ingress\nmetadata: {name: public, namespace: shop", "kind: Ingress\nmetadata: {name: public, namespace: other")]
    public void WhatNoAttributeSays_StaysInItsFile(string old, string now)
    {
        ImportRun run = ImportRun.OfText(Web + Ingress.Replace(old, now, StringComparison.Ordinal));
        Assert.DoesNotContain("Ingress(", run.Result.Code, StringComparison.Ordinal);
        Assert.Contains(run.Result.Notes, static note => note.Kind == ImportNoteKind.Kept && note.Object == "Ingress public");
    }

    [Fact]
    public void AnHttpRouteBecomesAttributes() => Assert.Contains(
        "[HttpRoute(\"shop.example.com\", Name = \"public\", Port = nameof(Http), Gateway = \"edge\", GatewayNamespace = \"infra\")]",
        Said(Web + """
            apiVersion: gateway.networking.k8s.io/v1
            kind: HTTPRoute
            metadata: {name: public, namespace: shop}
            spec:
              parentRefs: [{name: edge, namespace: infra}]
              hostnames: [shop.example.com]
              rules:
              - matches: [{path: {type: PathPrefix, value: /}}]
                backendRefs: [{name: web-front, port: 8080}]
            """),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("- {port: metrics, interval: 30s}", true)]
    [InlineData("- {port: metrics, honorLabels: true}", false)]
    [InlineData("- {port: other}", false)]
    public void APodMonitorBecomesAnAttribute(string endpoint, bool isSaid)
    {
        ImportRun run = ImportRun.OfText(Web + $$"""
            apiVersion: monitoring.coreos.com/v1
            kind: PodMonitor
            metadata: {name: web, namespace: shop}
            spec:
              selector: {matchLabels: {app: web} }
              podMetricsEndpoints:
              {{endpoint}}
            """);
        Assert.Equal(isSaid, run.Result.Code.Contains("[PodMonitor(Interval = \"30s\")]", StringComparison.Ordinal));
        Assert.Equal(!isSaid, run.Result.Notes.Any(static note => note.Kind == ImportNoteKind.Kept && note.Object == "PodMonitor web"));
    }

    [Theory]
    [InlineData("labels: {pod-security.kubernetes.io/enforce: restricted}", true)]
    [InlineData("labels: {}", false)]
    public void ANamespaceWithAProfileIsMade(string labels, bool isMade) => Assert.Equal(
        isMade,
        ImportRun.OfText(Web + $$"""
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop, {{labels}} }
            """).Result.Code.Contains("CreateNamespace = true", StringComparison.Ordinal));

    private static string Said(string yaml)
    {
        ImportRun run = ImportRun.OfText(yaml);
        Assert.Empty(run.Errors);
        Assert.Empty(run.Result.Apps.SelectMany(run.DifferencesOf));
        Assert.DoesNotContain(run.Result.Notes, static note => note.Kind is ImportNoteKind.Kept or ImportNoteKind.Difference);
        return run.Result.Code;
    }
}
