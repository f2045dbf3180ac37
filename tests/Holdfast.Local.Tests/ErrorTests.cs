using System.Net;
using System.Net.Sockets;

namespace Holdfast.Local.Tests;

/// <summary>What goes wrong is said: what, why, what to do.</summary>
public class ErrorTests
{
    /// <summary>Seconds for what has to be said long before: an error that waited for them says so.</summary>
    private const double Long = 60;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task APortThatIsTaken()
    {
        // Another program listens on any address, and so on the members', too.
        using var other = new TcpListener(IPAddress.Any, 0);
        other.Start();
        int port = ((IPEndPoint)other.LocalEndpoint).Port;
        string yaml = ShopManifest.Yaml(1).Replace("containerPort: 8080", $"containerPort: {port}", StringComparison.Ordinal);

        LocalClusterException error = await StartAsync(yaml);

        Assert.StartsWith($"Port http ({port}) of shop-0 is taken at 127.", error.Message, StringComparison.Ordinal);
        Assert.Contains("ListenOn", error.Message, StringComparison.Ordinal);
        Assert.Contains($"sport = :{port}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMemberThatTakesThePortOfAllAddresses()
    {
        // The member listens on any address, and leaves the second one none. The port is not that of tests beside this one.
        string yaml = ShopManifest.Yaml(2, container: "env:\n- name: PORT\n  value: \"18080\"").Replace("containerPort: 8080", "containerPort: 18080", StringComparison.Ordinal);

        LocalClusterException error = await StartAsync(yaml, arguments: "any");

        Assert.StartsWith("Port http (18080) of shop-1 is taken at 127.", error.Message, StringComparison.Ordinal);
        Assert.Contains("let it listen on PodIdentity.ListenOn (the variable HOLDFAST_LISTEN) and not on any address", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMemberThatNeverBecomesReady()
    {
        LocalClusterException error = await StartAsync(ShopManifest.Yaml(3), seconds: 1.5, arguments: "deaf");

        Assert.StartsWith("StatefulSet \"shop\" is not ready after 1.5 s; it waits for shop-0 to be Ready:\nshop-0: readinessProbe of container shop: GET http://127.", error.Message, StringComparison.Ordinal);
        Assert.Contains("\n  shop-0 begins with deaf", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("shop-1", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("OrderedReady")]
    [InlineData("Parallel")]
    public async Task AMemberThatEndsByItself(string policy)
    {
        LocalClusterException error = await StartAsync(ShopManifest.Yaml(2, policy), seconds: Long, arguments: "crash");

        // Of two that end, the other one may be late.
        Assert.Matches("^StatefulSet \"shop\" does not become ready: shop-0 has ended [5-9] times and has never been Ready:\nshop-0: container shop ended with 7.*\n  ", error.Message);
        Assert.Contains("\n  nothing works here\n", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("LocalClusterOptions.MaxFailedStarts.", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("[holdfast]", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMemberThatMayEndMoreOften()
    {
        string file = Path.GetTempFileName();
        try
        {
            // It ends seven times before it works.
            LocalCommand command = Shell($"echo x >> {file}; [ $(wc -l < {file}) -gt 7 ] || exit 3; exec sleep 600");
            string yaml = ShopManifest.Yaml(1, probes: Probe($"[ $(wc -l < {file}) -gt 7 ]"));
            LocalClusterOptions options = ShopManifest.Options();

            await StartAsync(yaml, seconds: Long, command: command);
            await File.WriteAllTextAsync(file, "", Cancellation);
            await using LocalCluster cluster = await LocalCluster.StartAsync([LocalApp.FromYaml(yaml, command)], options with { MaxFailedStarts = 50 }, Cancellation);
            Assert.True(cluster["shop"][0].IsReady);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task AMemberThatEndsUntilAnotherOneIsReady()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("holdfast-test-");
        try
        {
            string open = Path.Combine(folder.FullName, "open");
            string ends = Path.Combine(folder.FullName, "ends");
            string yaml = ShopManifest.Yaml(1, probes: Probe($"test -e {open}"));
            LocalApp store = LocalApp.FromYaml(yaml.Replace("shop", "store", StringComparison.Ordinal), Shell($"while [ ! -e {ends} ] || [ $(wc -l < {ends}) -lt 7 ]; do sleep 0.05; done; touch {open}; exec sleep 600"));
            LocalApp shop = LocalApp.FromYaml(yaml, Shell($"test -e {open} || {{ echo x >> {ends}; exit 3; }}; exec sleep 600"));

            await using LocalCluster cluster = await LocalCluster.StartAsync([store, shop], ShopManifest.Options() with { ReadyTimeout = TimeSpan.FromSeconds(Long) }, Cancellation);

            Assert.True(cluster["shop"][0].Restarts >= 7, $"{cluster["shop"][0].Restarts} restarts");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task AMemberThatIsKilledAgainAndAgainHasNotFailed()
    {
        await using LocalCluster cluster = await LocalCluster.BeginAsync(
            [ShopManifest.App(ShopManifest.Yaml(1), "deaf")], ShopManifest.Options() with { ReadyTimeout = TimeSpan.FromSeconds(3), MaxFailedStarts = 2 });
        for (int i = 0; i < 3; i++)
        {
            await Members.UntilAsync(() => cluster["shop"][0].ProcessId is not null, "it does not run");
            await cluster["shop"][0].KillAsync();
        }

        LocalClusterException error = await Assert.ThrowsAsync<LocalClusterException>(() => cluster.WaitUntilReadyAsync(Cancellation));

        Assert.StartsWith("StatefulSet \"shop\" is not ready after 3 s", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnUpdateToACommandThatEnds()
    {
        await using LocalCluster cluster = await LocalCluster.StartAsync([ShopManifest.App(ShopManifest.Yaml(2))], ShopManifest.Options() with { ReadyTimeout = TimeSpan.FromSeconds(Long) }, Cancellation);

        LocalClusterException error = await Assert.ThrowsAsync<LocalClusterException>(
            () => cluster["shop"].UpdateAsync(static app => app with { Command = ShopManifest.Command("crash") }, Cancellation));

        Assert.StartsWith("StatefulSet \"shop\" does not become ready: shop-1 has ended 5 times", error.Message, StringComparison.Ordinal);
        Assert.True(cluster["shop"][0].IsReady);
    }

    [Fact]
    public async Task AnInitContainerThatDoesNotSucceed()
    {
        LocalApp app = ShopManifest.App(ShopManifest.Yaml(1, pod: "initContainers:\n- name: schema\n  image: schema:1")).With("schema", Shell("echo no schema; exit 4"));

        LocalClusterException error = await Assert.ThrowsAsync<LocalClusterException>(
            () => LocalCluster.StartAsync([app], ShopManifest.Options() with { ReadyTimeout = TimeSpan.FromSeconds(Long) }, Cancellation));

        Assert.Contains("\nshop-0: init container schema ended with 4\n  no schema", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AProbeThatCannotBeAsked()
    {
        string yaml = ShopManifest.Yaml(1, probes: ShopManifest.HttpProbes.Replace("    path: /ready", "    path: /ready\n    host: no host", StringComparison.Ordinal));

        LocalClusterException error = await StartAsync(yaml, seconds: Long);

        Assert.StartsWith("shop-0: Container shop cannot become Ready, because its probes cannot be asked: Invalid URI", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AVolumeThatCannotBeMade()
    {
        string yaml = ShopManifest.Yaml(1, pod: "volumes:\n- name: files\n  configMap:\n    name: files", more: "---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: files\ndata:\n  \"a\\0b\": text\n");

        LocalClusterException error = await StartAsync(yaml, seconds: Long);

        Assert.StartsWith("shop-0 could not be started: Null character in path", error.Message, StringComparison.Ordinal);
        Assert.IsType<ArgumentException>(error.InnerException?.InnerException);
    }

    [Fact]
    public void AProbeOfAPortThatIsNotDeclared()
    {
        string yaml = ShopManifest.Yaml(1, probes: ShopManifest.HttpProbes.Replace("port: http", "port: htpp", StringComparison.Ordinal));

        LocalClusterException error = Assert.Throws<LocalClusterException>(() => LocalApp.FromYaml(yaml, new LocalCommand("true"), "Shop"));

        Assert.StartsWith("The readinessProbe of container \"shop\" (Shop) asks port \"htpp\", which the container does not declare; its ports are http.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\n    port: http", "")]
    [InlineData("port: http", "port:")]
    [InlineData("port: http", "port: \"\"")]
    public void AProbeThatNamesNoPort(string port, string replacement)
    {
        string yaml = ShopManifest.Yaml(1, probes: ShopManifest.HttpProbes.Replace(port, replacement, StringComparison.Ordinal));

        LocalClusterException error = Assert.Throws<LocalClusterException>(() => LocalApp.FromYaml(yaml, new LocalCommand("true"), "Shop"));

        Assert.StartsWith("The readinessProbe of container \"shop\" (Shop) names no port; the container's ports are http.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFolderOfAClaimWithoutRights()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("holdfast-test-");
        try
        {
            // A file where the folder should be is what root cannot write to either.
            Directory.CreateDirectory(Path.Combine(folder.FullName, "default", "claims"));
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "default", "claims", "data-shop-0"), "", Cancellation);
            LocalClusterException error = await StartAsync(ShopManifest.Yaml(1), options: ShopManifest.Options(folder.FullName));
            Assert.StartsWith("The folder of claim data-shop-0 cannot be written to: ", error.Message, StringComparison.Ordinal);
            Assert.Contains("Give this user rights on ", error.Message, StringComparison.Ordinal);

            LocalClusterException whole = await StartAsync(ShopManifest.Yaml(1), options: ShopManifest.Options("/proc/holdfast"));
            Assert.StartsWith("The folder /proc/holdfast cannot be used: ", whole.Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task AProgramThatIsNotThereAndASecretWithoutAValue()
    {
        LocalApp app = LocalApp.FromYaml(ShopManifest.Yaml(1), new LocalCommand("no-such-program"));
        LocalClusterException missing = await Assert.ThrowsAsync<LocalClusterException>(
            () => LocalCluster.StartAsync([app], ShopManifest.Options(), Cancellation));
        Assert.StartsWith("shop-0: \"no-such-program\" could not be started", missing.Message, StringComparison.Ordinal);

        string yaml = ShopManifest.Yaml(1, container: "env:\n- name: A\n  valueFrom:\n    secretKeyRef:\n      name: keys\n      key: db");
        LocalClusterException secret = await StartAsync(yaml);
        Assert.StartsWith("shop-0 needs key \"db\" of Secret \"keys\"", secret.Message, StringComparison.Ordinal);
        Assert.Contains("WithSecret(\"keys\", \"db\", \"…\")", secret.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AReplicaThatStartsAClusterOfItself()
    {
        string file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, ShopManifest.Yaml(1), Cancellation);
        await using LocalCluster cluster = await LocalCluster.BeginAsync([ShopManifest.App(ShopManifest.Yaml(1), "run", file)], ShopManifest.Options());

        await Members.UntilAsync(
            () => cluster["shop"][0].Log.Lines.Any(line => line.Contains("it starts a local cluster of itself for StatefulSet \"shop\"", StringComparison.Ordinal)), "it does not say so");
        File.Delete(file);
    }

    [Fact]
    public async Task AContainerWithoutAProgramAndOneThatIsNotThere()
    {
        string yaml = ShopManifest.Yaml(1)
            .Replace("  volumeClaimTemplates:", "      - name: logs\n        image: logs:1\n  volumeClaimTemplates:", StringComparison.Ordinal);
        LocalClusterException error = await StartAsync(yaml);
        Assert.StartsWith("Nothing is said about container \"logs\" of StatefulSet \"shop\"", error.Message, StringComparison.Ordinal);

        LocalClusterException other = Assert.Throws<LocalClusterException>(() => ShopManifest.App(yaml).Without("log"));
        Assert.Contains("it has shop, logs", other.Message, StringComparison.Ordinal);

        await using LocalCluster cluster = await LocalCluster.StartAsync([ShopManifest.App(yaml).Without("logs")], ShopManifest.Options(), Cancellation);
        Assert.True(cluster["shop"][0].IsReady);
    }

    [Fact]
    public async Task WhatTheAPIServerRefusesAndWhatIsNotThere()
    {
        await using LocalCluster cluster = await LocalCluster.StartAsync([ShopManifest.App(ShopManifest.Yaml(1))], ShopManifest.Options(), Cancellation);
        LocalSet shop = cluster["shop"];

        LocalClusterException refused = await Assert.ThrowsAsync<LocalClusterException>(
            () => shop.ChangeAsync(new StatefulSetInfo(shop.Set) { PodManagementPolicy = PodManagementPolicy.Parallel }, Cancellation));
        Assert.Contains("spec.podManagementPolicy", refused.Message, StringComparison.Ordinal);
        Assert.Equal(PodManagementPolicy.OrderedReady, shop.Set.PodManagementPolicy);
        Assert.Contains("has no pod", (await Assert.ThrowsAsync<LocalClusterException>(() => shop[5].DeleteAsync())).Message, StringComparison.Ordinal);
        Assert.Contains("CanCutOff = true", Assert.Throws<InvalidOperationException>(() => shop[0].CutOff()).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => cluster["orders"]);
    }

    [Theory]
    [InlineData("kind: ConfigMap", "has no StatefulSet or Deployment (ConfigMap ")]
    [InlineData("a: [", "is not YAML")]
    [InlineData("kind: StatefulSet\nmetadata:\n  name: Shop\nspec:\n  template:\n    spec:\n      containers:\n      - name: a", "cannot be: ")]
    [InlineData("kind: StatefulSet\nmetadata:\n  name: shop\nspec:\n  template:\n    spec: {}", "has no containers")]
    public void AManifestThatCannotBeRun(string yaml, string expected)
    {
        LocalClusterException error = Assert.Throws<LocalClusterException>(() => LocalApp.FromYaml(yaml, new LocalCommand("true"), "shop.yaml"));

        Assert.Contains("shop.yaml", error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    private static LocalCommand Shell(string script) => new("/bin/sh", "-c", script);

    private static string Probe(string script) => $"readinessProbe:\n  exec:\n    command: [sh, -c, \"{script}\"]";

    private static Task<LocalClusterException> StartAsync(string yaml, double seconds = 5, LocalClusterOptions? options = null, LocalCommand? command = null, params string[] arguments) =>
        Assert.ThrowsAsync<LocalClusterException>(() => LocalCluster.StartAsync(
            [LocalApp.FromYaml(yaml, command ?? ShopManifest.Command(arguments))], (options ?? ShopManifest.Options()) with { ReadyTimeout = TimeSpan.FromSeconds(seconds) }, Cancellation));
}
