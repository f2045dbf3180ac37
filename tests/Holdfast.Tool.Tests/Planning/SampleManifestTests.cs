using Holdfast.Tests.Shared;

namespace Holdfast.Tool.Tests.Planning;

/// <summary>Plans of the sample's own YAML, with changes that releases make, against the scale plan of the same set.</summary>
public class SampleManifestTests
{
    private static readonly StatefulSetInfo Search = new StatefulSetInfo("search") { Replicas = 1 }.In("staging");

    private static readonly StatefulSetInfo Orders = new StatefulSetInfo("orders") { ServiceName = "orders-peer", Replicas = 3 }.In("staging");

    public static TheoryData<string, string, string, string> Changes => new()
    {
        { "search.yaml", "search:2.1.0", "search:2.2.0", ScalePlan.Update(Search).ToString() },
        { "orders.yaml", "orders:1.4.0", "orders:1.5.0", ScalePlan.Update(Orders).ToString() },
        { "orders.yaml", "replicas: 3", "replicas: 5", ScalePlan.Between(Orders, 3, 5).ToString() },
        { "orders.yaml", "replicas: 3", "replicas: 0", ScalePlan.Between(Orders, 3, 0).ToString() },
        { "orders.yaml", "  replicas: 3", "  replicas: 3\n  ordinals: {start: 10}", ScalePlan.Between(Orders, new StatefulSetInfo(Orders) { OrdinalStart = 10 }).ToString() },
        { "orders.yaml", "serviceName: orders-peer ", "serviceName: orders-peers ", ScalePlan.Between(Orders, new StatefulSetInfo(Orders) { ServiceName = "orders-peers" }).ToString() },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void TheStepsAreThoseOfTheScalePlan(string file, string before, string after, string steps)
    {
        using var run = new ToolRun();
        foreach (string path in (string[])["base/kustomization.yaml", "base/orders.yaml", "base/search.yaml", "overlays/staging/kustomization.yaml"])
        {
            string text = File.ReadAllText(Path.Combine(RepositoryPaths.Root, "samples", "BringYourOwnYaml", "k8s", path));
            run.File("released/" + path, text);
            if (path == "base/" + file)
            {
                Assert.Contains(before, text, StringComparison.Ordinal);
                text = text.Replace(before, after, StringComparison.Ordinal);
            }

            run.File("k8s/" + path, text);
        }

        run.Run("plan", "released/overlays/staging", "k8s/overlays/staging", "--format", "markdown");
        Assert.Contains(
            "```text\n" + steps.Replace("kubectl apply -k .", "kubectl apply -k k8s/overlays/staging", StringComparison.Ordinal) + "\n```",
            run.Output,
            StringComparison.Ordinal);
        Assert.Equal(1, run.Output.Split("\n## Steps of ").Length - 1);
    }

    /// <summary>The sample of mistakes keeps its last release; it does not differ from itself.</summary>
    [Fact]
    public void AReleaseDoesNotDifferFromItself()
    {
        using var run = new ToolRun();
        string path = Path.Combine(RepositoryPaths.Root, "samples", "Mistakes", "kubernetes.shipped");
        Assert.Equal(0, run.Run("plan", path, path));
        Assert.Equal("Nothing changes.\n", run.Output);
    }
}
