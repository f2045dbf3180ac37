using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Files;

/// <summary>Hosts without dots, and what they are the names of.</summary>
[HomeOf("HF1020")]
public class ManifestHostTests
{
    private const string Front = "{apiVersion: v1, kind: Service, metadata: {name: front-http}, spec: {selector: {app: front}, ports: [{name: http, port: 8080}]}}";

    [Theory]
    [InlineData("URL, value: {|HF1020:'http://front:8080/'|}")]
    [InlineData("URL, value: {|HF1020:'postgres://user@front/db'|}")]
    [InlineData("FRONT_HOST, value: {|HF1020:front|}")]
    [InlineData("FRONT_ADDR, value: {|HF1020:'front:8080'|}")]
    [InlineData("URL, value: {|HF1020:'http://font-http:8080'|}")] // nearly the name of the Service
    [InlineData("URL, value: 'http://font-http:9090'")] // not with this port
    [InlineData("URL, value: 'http://font-http'")]
    [InlineData("URL, value: 'http://front-http:8080'")]
    [InlineData("URL, value: 'http://front.example.com'")]
    [InlineData("URL, value: 'http://localhost:8080'")]
    [InlineData("URL, value: 'http://front@other/'")]
    [InlineData("NAME, value: front")] // not a host
    [InlineData("HOSTING, value: front")]
    [InlineData("URL, value: 'http://{{ .Values.front }}:8080'")]
    public Task OfAVariable(string variable) => Verify($"env: [{{name: {variable}}}]", Front);

    [Theory]
    [InlineData("args: [{|HF1020:'--front=http://front:8080'|}]")]
    [InlineData("args: ['--front=http://front-http:8080']")]
    public Task OfAnArgument(string container) => Verify(container, Front);

    /// <summary>Another Service has the name, or may have it, or a file of hosts does.</summary>
    [Theory]
    [InlineData("{apiVersion: v1, kind: Service, metadata: {name: front}, spec: {type: ExternalName, externalName: front.example.com}}")]
    [InlineData("{apiVersion: v1, kind: Service, metadata: {name: '{{ .Values.name }}'}, spec: {selector: {app: front}, ports: [{name: http, port: 8080}]}}")]
    public Task WhereAServiceMayHaveTheName(string other) => Verify("env: [{name: URL, value: 'http://front:8080'}]", Front, other);

    /// <summary>Its Service may be anywhere, under this very name.</summary>
    [Fact]
    public Task OfAWorkloadWithoutAService() => Verify("env: [{name: URL, value: 'http://front:8080'}]", "{apiVersion: v1, kind: Service, metadata: {name: back}, spec: {selector: {app: orders}, ports: [{name: http, port: 8080}]}}");

    [Fact]
    public Task OfAFileOfHosts() => new ManifestRun()
        .File("k8s/all.yaml", string.Join("\n---\n", Manifest.StatefulSet("orders", podSpec: "\n      hostAliases: [{ip: 10.0.0.1, hostnames: [front]}]") + "        env: [{name: URL, value: 'http://front:8080'}]", Manifest.Service("orders", "orders"), Deployment, Front))
        .VerifyAsync();

    [Theory]
    [InlineData("tools", "data", "{|HF1020:'http://store:8080'|}", "ServiceAccount")]
    [InlineData("data", "data", "'http://store:8080'", "ServiceAccount")]
    [InlineData("tools", "data", "'http://store.data:8080'", "ServiceAccount")]
    [InlineData("tools", "data", "'http://store:8080'", "HelmRelease")] // which may make one in each namespace
    public Task OfAnotherNamespace(string own, string other, string url, string kind) => new ManifestRun()
        .File("k8s/all.yaml", string.Join(
            "\n---\n",
            Manifest.StatefulSet("orders", replicas: "1").Replace("  name: orders\nspec", $"  name: orders\n  namespace: {own}\nspec", StringComparison.Ordinal) + $"        env: [{{name: URL, value: {url}}}]",
            Manifest.Service("orders", "orders").Replace("  name: orders\nspec", $"  name: orders\n  namespace: {own}\nspec", StringComparison.Ordinal),
            $"{{apiVersion: v1, kind: Service, metadata: {{name: store, namespace: {other}}}, spec: {{selector: {{app: store}}, ports: [{{name: http, port: 8080}}]}}}}",
            $"{{apiVersion: {(kind == "HelmRelease" ? "helm.toolkit.fluxcd.io/v2" : "v1")}, kind: {kind}, metadata: {{name: thing, namespace: {own}}}}}"))
        .VerifyAsync();

    private const string Deployment = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: front}
        spec:
          selector:
            matchLabels: {app: front}
          template:
            metadata:
              labels: {app: front}
            spec:
              containers:
              - {name: front, image: 'registry.example/front:1.0', ports: [{name: http, containerPort: 8080}]}
        """;

    private static Task Verify(string container, params string[] others) => new ManifestRun()
        .File("k8s/all.yaml", string.Join("\n---\n", [Manifest.StatefulSet("orders") + "        " + container, Manifest.Service("orders", "orders"), Deployment, .. others]))
        .VerifyAsync();
}
