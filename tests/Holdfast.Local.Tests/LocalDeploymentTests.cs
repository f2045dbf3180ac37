using Holdfast.Testing;

namespace Holdfast.Local.Tests;

/// <summary>Stateless applications run beside stateful ones.</summary>
public class LocalDeploymentTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PodsHaveRandomNamesOneClaimAndAServiceAndReachOtherApplications()
    {
        await using LocalCluster cluster = await LocalCluster.StartAsync(
            [ShopManifest.App(ShopManifest.Yaml(2)), LocalApp.OfStateless<Web>(ShopManifest.Command("web"))], ShopManifest.Options(), Cancellation);
        LocalDeployment web = cluster.OfStateless<Web>();
        using HttpClient client = cluster.CreateHttpClient();

        Assert.Equal(3, web.Pods.Count);
        Assert.All(web.Pods, pod => Assert.Matches("^web-[bcdfghjklmnpqrstvwxz2456789]{10}-[bcdfghjklmnpqrstvwxz2456789]{5}$", pod.Name));
        Assert.Single(web.Pods.Select(pod => pod.Name.Split('-')[1]).Distinct());
        Assert.All(web.Pods, pod => Assert.True(pod.IsReady));
        Dictionary<string, string>[] environments = await Task.WhenAll(web.Pods.Select(async pod =>
            (await Members.AskAsync(pod.EndPoint(Web.Http), "/env")).Split('\n').Select(line => line.Split('=', 2)).Where(pair => pair.Length == 2).DistinctBy(pair => pair[0]).ToDictionary(pair => pair[0], pair => pair[1])));
        Assert.Equal(web.Pods.Select(pod => pod.Name), environments.Select(environment => environment["POD_NAME"]));
        Assert.All(environments, environment => Assert.DoesNotContain("POD_ORDINAL", environment.Keys));
        Assert.Equal(web.Pods.Select(pod => pod.Name.Split('-')[1]), environments.Select(environment => environment["HASH"]));

        // The claim is one folder; what another application is called has become its address.
        Assert.All(environments, environment => Assert.Equal(web.Pods[0].PathOf(new ExistingClaim("assets", null)), environment["HOLDFAST_PATH_ASSETS"]));
        Assert.All(environments, environment => Assert.Equal($"http://{cluster["shop"][1].EndPoint(Members.Port)}/", environment["SHOP"]));

        HashSet<string> answered = [];
        await TestCluster.EventuallyAsync(
            "each pod answers behind the Service",
            async token =>
            {
                answered.Add(await client.GetStringAsync(new Uri("http://web/name"), token));
                return answered.Count == 3;
            },
            cancellationToken: Cancellation);
        Assert.Equal(web.Pods.Select(pod => pod.Name).Order(), answered.Order());
        Assert.Throws<ArgumentException>(() => cluster["web"]);
        Assert.Throws<ArgumentException>(() => cluster.Deployment("shop"));
        Assert.Throws<InvalidOperationException>(() => web.App.Set);
    }

    [Fact]
    public async Task PodsAreReplacedScaledAndUpdated()
    {
        LocalClusterOptions options = ShopManifest.Options() with { CanCutOff = true };
        await using LocalCluster cluster = await LocalCluster.StartAsync([LocalApp.OfStateless<Web>(ShopManifest.Command("web"))], options, Cancellation);
        LocalDeployment web = cluster.Deployment("web");
        LocalReplica first = web.Pods[0];
        int process = first.ProcessId!.Value;

        await first.KillAsync();
        await Members.UntilAsync(() => first is { Restarts: 1, IsReady: true }, "it has not come back");
        Assert.NotEqual(process, first.ProcessId);

        await first.DeleteAsync();
        await web.WaitUntilReadyAsync(Cancellation);
        Assert.DoesNotContain(first, web.Pods);
        Assert.False(first.Exists);
        Assert.Contains("asked to end", first.Log.Lines);
        Assert.Contains("has no pod", (await Assert.ThrowsAsync<LocalClusterException>(first.KillAsync)).Message, StringComparison.Ordinal);
        Assert.Contains("is gone", (await Assert.ThrowsAsync<LocalClusterException>(first.DeleteAsync)).Message, StringComparison.Ordinal);

        await web.ScaleAsync(2, Cancellation);
        Assert.Equal(2, web.Pods.Count);
        string[] before = [.. web.Pods.Select(pod => pod.Name)];

        await web.UpdateAsync(app => app with { Command = app.Command.With("COLOUR", "red") }, Cancellation);
        Assert.Equal(2, web.Pods.Count);
        Assert.Empty(before.Intersect(web.Pods.Select(pod => pod.Name)));
        Assert.Contains("COLOUR=red", (await Members.AskAsync(web.Pods[0].EndPoint(Web.Http), "/env")).Split('\n'));

        await web.RollBackAsync(Cancellation);
        Assert.DoesNotContain("COLOUR=red", (await Members.AskAsync(web.Pods[0].EndPoint(Web.Http), "/env")).Split('\n'));
        Assert.Single(before.Concat(web.Pods.Select(pod => pod.Name)).Select(name => name.Split('-')[1]).Distinct());

        await web.ScaleAsync(0, Cancellation);
        Assert.Empty(web.Pods);
    }

    [Fact]
    public async Task AnUpdateThatNeverBecomesReadyLeavesOldPodsAndSaysWhy()
    {
        LocalClusterOptions options = ShopManifest.Options() with { ReadyTimeout = TimeSpan.FromSeconds(3) };
        await using LocalCluster cluster = await LocalCluster.StartAsync([LocalApp.OfStateless<Web>(ShopManifest.Command("web"))], options, Cancellation);
        LocalDeployment web = cluster.Deployment("web");

        LocalClusterException error = await Assert.ThrowsAsync<LocalClusterException>(
            () => web.UpdateAsync(app => app with { Command = app.Command.With("BROKEN", "1") }, Cancellation));

        Assert.StartsWith("Deployment \"web\" is not ready after 3 s; it waits for web-", error.Message, StringComparison.Ordinal);
        Assert.Contains("answered 503", error.Message, StringComparison.Ordinal);
        Assert.Equal(3, web.Pods.Count(pod => pod.IsReady));
        Assert.Equal(4, web.Pods.Count);
    }

    [Fact]
    public async Task PodsWithOneAddressHaveSeparatePorts()
    {
        LocalClusterOptions options = ShopManifest.Options() with { OwnAddresses = false };
        await using LocalCluster cluster = await LocalCluster.StartAsync([LocalApp.OfStateless<Web>(ShopManifest.Command("web"))], options, Cancellation);
        LocalDeployment web = cluster.Deployment("web");

        Assert.Equal(3, web.Pods.Select(pod => pod.EndPoint(Web.Http).Port).Distinct().Count());
        Assert.Equal(web.Pods[1].Name, await Members.AskAsync(web.Pods[1].EndPoint(Web.Http), "/name"));
        Assert.Contains(await Members.AskAsync(cluster.Find("web", 80)!, "/name"), web.Pods.Select(pod => pod.Name));
    }

    [Fact]
    public void ADeploymentThatIsPausedCannotBeRun()
    {
        LocalClusterException error = Assert.Throws<LocalClusterException>(() => LocalApp.FromYaml(
            Web.Manifests.Yaml.Replace("  replicas: 3", "  replicas: 3\n  paused: true", StringComparison.Ordinal), new LocalCommand("true"), "web.yaml"));

        Assert.Contains("is paused, so its controller makes no pods", error.Message, StringComparison.Ordinal);
    }

    /// <summary>What the generator makes of a type with [StatelessApp].</summary>
    private sealed class Web : IStatelessApp
    {
        public static DeploymentInfo Deployment { get; } = new("web") { Replicas = 3 };

        public static ServicePort Http { get; } = new(Deployment, "http", 8080, PortProtocol.Tcp);

        public static class Manifests
        {
            [GeneratedManifest("web.yaml")]
            public const string Yaml = """
                apiVersion: v1
                kind: Service
                metadata:
                  name: web
                spec:
                  selector:
                    app: web
                  ports:
                  - name: http
                    port: 80
                    targetPort: http
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: web
                spec:
                  replicas: 3
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
                        ports:
                        - name: http
                          containerPort: 8080
                        env:
                        - name: SHOP
                          value: http://shop-1.shop:8080/
                        - name: HASH
                          valueFrom:
                            fieldRef:
                              fieldPath: metadata.labels['pod-template-hash']
                        readinessProbe:
                          httpGet:
                            path: /ready
                            port: http
                        volumeMounts:
                        - name: assets
                          mountPath: /assets
                      volumes:
                      - name: assets
                        persistentVolumeClaim:
                          claimName: assets
                """;
        }
    }
}
