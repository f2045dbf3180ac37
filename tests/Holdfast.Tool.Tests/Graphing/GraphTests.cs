using System.Xml.Linq;

namespace Holdfast.Tool.Tests.Graphing;

/// <summary>Manifests in, a graph out.</summary>
public class GraphTests
{
    private const string Manifests = """
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {name: orders}
        spec:
          serviceName: orders
          replicas: 2
          selector:
            matchLabels: {app: orders}
          template:
            metadata:
              labels: {app: orders}
            spec:
              containers:
              - name: orders
                image: registry.example/orders:1.0
                env:
                - {name: PEERS, value: "orders-0.orders,orders-1.orders"}
          volumeClaimTemplates:
          - metadata: {name: data}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: orders}
        spec:
          clusterIP: None
          selector: {app: orders}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          replicas: 3
          selector:
            matchLabels: {app: web}
          template:
            metadata:
              labels: {app: web}
            spec:
              volumes:
              - name: files
                persistentVolumeClaim: {claimName: web-files}
              - name: settings
                configMap: {name: web}
              containers:
              - name: web
                image: registry.example/web:1.0
                env:
                - {name: ORDERS, value: "http://orders-0.orders:8080/"}
                - {name: COLOUR, value: cache}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: web}
        data:
          cache.conf: |
            address=redis://cache:6379
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: cache}
        spec:
          selector: {app: cache}

        """;

    [Fact]
    public void Mermaid()
    {
        Assert.Equal(
            """
            flowchart LR
              subgraph w0["StatefulSet orders"]
                w0p0["orders-0"]
                w0p1["orders-1"]
              end
              subgraph w1["Deployment web"]
                w1p0["3 pods"]
              end
              s0(["Service cache"])
              s1(["headless Service orders"])
              c0[("data-orders-0")]
              c1[("data-orders-1")]
              c2[("web-files")]
              s1 --> w0
              w0p0 --- c0
              w0p1 --- c1
              w1p0 --- c2
              w1 -. "orders-0.orders" .-> s1
              w1 -. "cache" .-> s0

            """,
            Drawn());
    }

    [Fact]
    public void Markdown_HasTheSameInABlock() => Assert.Equal($"```mermaid\n{Drawn()}```\n", Drawn("--format", "markdown"));

    [Fact]
    public void Svg_IsXml_WithEachName_AndTheSameInEachRun()
    {
        string svg = Drawn("--format", "svg");
        XElement root = XDocument.Parse(svg).Root!;
        string[] texts = [.. root.Descendants().Where(static element => element.Name.LocalName == "text").Select(static element => element.Value)];

        Assert.Equal(
            ["3 pods", "Deployment web", "StatefulSet orders", "cache", "data-orders-0", "data-orders-1", "orders (headless)", "orders-0", "orders-1", "web-files"],
            texts.Order(StringComparer.Ordinal));
        Assert.Equal(6, root.Elements().Count(static element => element.Name.LocalName == "path"));
        Assert.Equal(svg, Drawn("--format", "svg"));
    }

    /// <summary>All boxes are inside the picture, and none covers another of its kind.</summary>
    [Fact]
    public void Svg_BoxesAreApart()
    {
        XElement root = XDocument.Parse(Drawn("--format", "svg")).Root!;
        (int X, int Y, int Width, int Height)[] boxes =
        [
            .. root.Elements().Where(static element => element.Name.LocalName == "rect" && element.Attribute("class")?.Value is "pod" or "service" or "claim")
                .Select(static box => (Number(box, "x"), Number(box, "y"), Number(box, "width"), Number(box, "height"))),
        ];

        Assert.Equal(8, boxes.Length);
        Assert.All(boxes, box => Assert.True(box.X >= 0 && box.X + box.Width <= Number(root, "width") && box.Y + box.Height <= Number(root, "height")));
        for (int i = 0; i < boxes.Length; i++)
        {
            for (int j = i + 1; j < boxes.Length; j++)
            {
                Assert.False(
                    boxes[i].X < boxes[j].X + boxes[j].Width && boxes[j].X < boxes[i].X + boxes[i].Width && boxes[i].Y < boxes[j].Y + boxes[j].Height && boxes[j].Y < boxes[i].Y + boxes[i].Height,
                    $"{boxes[i]} covers {boxes[j]}.");
            }
        }
    }

    [Fact]
    public void LargeSets_AreShortened()
    {
        string graph = Drawn(manifests: Manifests.Replace("replicas: 2", "replicas: 12", StringComparison.Ordinal));

        Assert.Contains("orders-3", graph, StringComparison.Ordinal);
        Assert.Contains("… orders-11", graph, StringComparison.Ordinal);
        Assert.DoesNotContain("orders-4", graph, StringComparison.Ordinal);
    }

    [Fact]
    public void NamesAreWrittenSafely()
    {
        string manifests = Manifests.Replace("claimName: web-files", "claimName: \"a\\\"]&b\"", StringComparison.Ordinal);

        Assert.Contains("[(\"a&quot;]&amp;b\")]", Drawn(manifests: manifests), StringComparison.Ordinal);
        Assert.NotNull(XDocument.Parse(Drawn(["--format", "svg"], manifests)));
    }

    [Fact]
    public void Nothing_IsAnEmptyGraph()
    {
        Assert.Equal("flowchart LR\n", Drawn(manifests: "a: b\n"));
        Assert.NotNull(XDocument.Parse(Drawn(["--format", "svg"], "a: b\n")));
    }

    [Fact]
    public void TheFileName_SaysTheFormat()
    {
        using var run = new ToolRun();
        run.File("k8s/all.yaml", Manifests);

        Assert.Equal(ExitCodes.Nothing, run.Run("graph", "k8s", "-o", "docs/graph.svg"));
        Assert.Empty(run.Output);
        Assert.StartsWith("<svg ", File.ReadAllText(Path.Combine(run.Folder, "docs/graph.svg")), StringComparison.Ordinal);
    }

    /// <summary>The controller gives each pod its name as a label, which a Service for one pod selects.</summary>
    [Theory]
    [InlineData("orders-1", true)]
    [InlineData("orders-2", false)]
    [InlineData("carts-0", false)]
    public void AServiceOfOnePod(string pod, bool isDrawn) => Assert.Equal(
        isDrawn,
        Drawn(Manifests + $$"""
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: second}
            spec:
              selector: {app: orders, statefulset.kubernetes.io/pod-name: {{pod}}}

            """).Contains("s2 --> w0", StringComparison.Ordinal));

    private static string Drawn(params string[] arguments) => Drawn(arguments, Manifests);

    private static string Drawn(string manifests) => Drawn([], manifests);

    private static string Drawn(string[] arguments, string manifests)
    {
        using var run = new ToolRun();
        run.File("k8s/all.yaml", manifests);
        Assert.Equal(ExitCodes.Nothing, run.Run(["graph", .. arguments]));
        return run.Output;
    }

    private static int Number(XElement element, string name) => int.Parse(element.Attribute(name)!.Value, System.Globalization.CultureInfo.InvariantCulture);
}
