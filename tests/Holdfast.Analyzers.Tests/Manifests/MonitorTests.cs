namespace Holdfast.Analyzers.Tests.Manifests;

/// <summary>Ports that Prometheus scrapes, and the network policies that let it in.</summary>
public class MonitorTests
{
    [Fact]
    public void PodMonitor_SelectsTheReplicas() => Assert.Equal(
        """
        apiVersion: monitoring.coreos.com/v1
        kind: PodMonitor
        metadata:
          name: a
          labels:
            app.kubernetes.io/name: a
            app.kubernetes.io/managed-by: holdfast
            release: kube-prometheus-stack
        spec:
          selector:
            matchLabels:
              app.kubernetes.io/name: a
          podMetricsEndpoints:
          - port: metrics
            path: /stats
            interval: 30s
            scheme: https
          - port: more

        """.ReplaceLineEndings("\n"),
        Texts("""
            [Port(9090), PodMonitor(Path = "/stats", Interval = "30s", Https = true, Labels = new[] { "release=kube-prometheus-stack" })] public static partial ServicePort Metrics { get; }
            [Port(9091), PodMonitor] public static partial ServicePort More { get; }
            """).Object("PodMonitor"));

    [Theory]
    [InlineData("StatefulApp", "", "a")]
    [InlineData("StatelessApp", "", "a-web")]
    [InlineData("StatefulApp", "[HeadlessService(\"a.b\")]", "a\\.b")]
    public void ServiceMonitor_KeepsOneService(string app, string attribute, string service)
    {
        string monitor = Texts("[Port(9090), ServiceMonitor] public static partial ServicePort Metrics { get; } [ClientService] public static partial Service Web { get; }", attribute, app).Object("ServiceMonitor");
        Assert.Contains($"""
              endpoints:
              - port: metrics
                relabelings:
                - sourceLabels:
                  - __meta_kubernetes_service_name
                  regex: {service}
                  action: keep
            """.ReplaceLineEndings("\n"), monitor, StringComparison.Ordinal);
        Assert.Contains("  selector:\n    matchLabels:\n      app.kubernetes.io/name: a\n", monitor, StringComparison.Ordinal);
    }

    [Fact]
    public void ServicesWithoutLabels_AreSelectedByNameAlone() =>
        Assert.Contains("  selector: {}\n", Texts("[Port(9090), ServiceMonitor] public static partial ServicePort Metrics { get; }", "[Selector(\"app\", \"x\")]").Object("ServiceMonitor"), StringComparison.Ordinal);

    [Fact]
    public void Names_TellMonitorsApart()
    {
        GeneratedTexts texts = Texts("""
            [Port(9090), PodMonitor(Name = "one")] public static partial ServicePort One { get; }
            [Port(9091), PodMonitor] public static partial ServicePort Two { get; }
            [Port(9092), PodMonitor(Name = "one")] public static partial ServicePort Three { get; }
            """);
        string[] monitors = [.. texts.Yaml().Split("---\n").Where(static document => document.Contains("kind: PodMonitor", StringComparison.Ordinal))];
        Assert.Equal(2, monitors.Length);
        Assert.Contains("- port: one\n  - port: three\n", monitors[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[PodMonitor]", "namespaceSelector: {}", "app.kubernetes.io/name: prometheus")]
    [InlineData("[PodMonitor(ScraperNamespace = \"monitoring\", ScraperLabels = new[] { \"app=alloy\" })]", "namespaceSelector:\n        matchLabels:\n          kubernetes.io/metadata.name: monitoring", "app: alloy")]
    public void ADeclaredPolicy_LetsTheScraperIn(string monitor, string space, string label)
    {
        const string Port = "[Port(9090)] {0} public static partial ServicePort Metrics {{ get; }}";
        string policy = Texts(string.Format(null, Port, monitor), "[NetworkPolicy]").Object("NetworkPolicy");
        Assert.Contains($"""
              - from:
                - {space}
                  podSelector:
                    matchLabels:
                      {label}
                ports:
                - port: 9090
            """.ReplaceLineEndings("\n"), policy, StringComparison.Ordinal);
        Assert.DoesNotContain("prometheus", Texts(string.Format(null, Port, ""), "[NetworkPolicy]").Yaml(), StringComparison.Ordinal);
    }

    private static GeneratedTexts Texts(string members, string attribute = "", string app = "StatefulApp") => GeneratedTexts.Of($$"""
        [{{app}}("a")]
        [Container("a:1")]
        {{attribute}}
        public sealed partial class A
        {
            {{members}}
        }
        """);
}
