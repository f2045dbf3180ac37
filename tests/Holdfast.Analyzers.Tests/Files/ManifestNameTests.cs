using Holdfast.Tests.Shared;

namespace Holdfast.Analyzers.Tests.Files;

/// <summary>Names of pods and Services in the texts of manifests, judged as they are in C# strings.</summary>
public class ManifestNameTests
{
    private static readonly string Orders = Manifest.StatefulSet("orders") + "---\n" + Manifest.Service("orders", "orders");

    [Theory]
    [InlineData("http://{|HF2005:orders-3.orders|}:8080")] // there are three
    [InlineData("http://orders-2.orders:8080")]
    [InlineData("http://{|HF2004:orders-0.ordres|}:8080")]
    [InlineData("http://orders-0.orders.default.svc.cluster.local:8080")]
    [InlineData("orders-0.orders:8080,orders-1.orders:8080,orders-2.orders:8080")]
    [InlineData("thanos-store-0.thanos:10901")] // a Service thanos-store-0 in a namespace thanos
    [InlineData("https://example.com/orders-7")]
    [InlineData("orders-9")] // no host to anybody
    public Task OfVariables(string value) => new ManifestRun()
        .File("k8s/orders.yaml", Orders)
        .File("k8s/web.yaml", Web($"""

                    env:
                    - name: ADDRESS
                      value: {value}
            """))
        .VerifyAsync();

    [Fact]
    public Task OfArguments() => new ManifestRun()
        .File("k8s/orders.yaml", Orders)
        .File("k8s/web.yaml", Web("""

                    args:
                    - --to=http://{|HF2005:orders-5.orders|}:8080
                    - --other=http://orders-1.orders:8080
            """))
        .VerifyAsync();

    [Fact]
    public Task OfFilesInConfigMapsAtTheirLines() => new ManifestRun()
        .File("k8s/orders.yaml", Orders)
        .File("k8s/conf.yaml", """
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: conf
            data:
              app.conf: |
                first = http://orders-0.orders:8080
                last = http://{|HF2005:orders-3.orders|}:8080
            """)
        .VerifyAsync();

    [Theory]
    [InlineData("orders-0.orders:8080,orders-1.orders:8080", true)] // a member is missing
    [InlineData("orders-0.orders:8080,orders-1.orders:8080,orders-2.orders:8080", false)]
    public async Task OfPeerLists(string value, bool isWrong)
    {
        IEnumerable<string> ids = await new ManifestRun()
            .File("k8s/orders.yaml", Orders)
            .File("k8s/web.yaml", Web($"""

                    env:
                    - name: PEERS
                      value: {value}
            """))
            .IdsAsync();
        Assert.Equal(isWrong, ids.Any(static id => id.EndsWith("HF2006", StringComparison.Ordinal)));
    }

    /// <summary>Where no Service governs the set, no name of its pods resolves, and the rule about that says so.</summary>
    [Fact]
    public async Task OfASetThatNoServiceGoverns()
    {
        string set = Manifest.StatefulSet("orders", podSpec: string.Empty)
            .Replace("  serviceName: orders\n", string.Empty, StringComparison.Ordinal)
            .TrimEnd('\n') + "\n        env:\n        - name: FIRST\n          value: orders-0.orders:8080\n";
        Assert.Contains(await new ManifestRun().File("k8s/orders.yaml", set).IdsAsync(), static id => id.EndsWith("HF1001", StringComparison.Ordinal));
        Assert.DoesNotContain(
            await new ManifestRun().File("k8s/orders.yaml", set.Replace("orders-0.orders:8080", "anything", StringComparison.Ordinal)).IdsAsync(),
            static id => id.EndsWith("HF1001", StringComparison.Ordinal));
    }

    private static string Web(string container) => $"""
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          replicas: 1
          selector:
            matchLabels:
              app: web
          template:
            metadata:
              labels:
                app: web
            spec:
              containers:
              - name: web
                image: registry.example/web:1.0{container}

        """;
}
