using System.Globalization;
using System.Text.RegularExpressions;

namespace Holdfast.Local.Tests;

/// <summary>Jobs run before the pods that start after them.</summary>
public sealed partial class LocalJobTests : IDisposable
{
    private const string Job = "migrations-1a2b3c4d";

    private const string Head = """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          namespace: shop
          name:
        """;

    private const string Middle = """

        spec:
          replicas: 1
          template:
            spec:
              volumes:
              - name: data
                persistentVolumeClaim:
                  claimName: data
        """;

    private const string Containers = """

              containers:
              - name: main
                ports:
                - name: http
                  containerPort: 8080
                readinessProbe:
                  tcpSocket:
                    port: http
                volumeMounts:
                - name: data
                  mountPath: /data
                env:
                - name: GREETING
                  value: hello
        """;

    private const string After = $"""

                - name: HOLDFAST_AFTER
                  value: {Job}
        """;

    private const string Wait = $"""

              initContainers:
              - name: after-migrations
                image: curlimages/curl:8.11.1
                env:
                - name: JOB_NAME
                  value: {Job}
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("holdfast-jobs-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private LocalClusterOptions Options => ShopManifest.Options(_folder);

    /// <summary>The pods that have run, by the Job or Deployment that they are of.</summary>
    private string[] Started
    {
        get
        {
            string file = Path.Combine(_folder, "shop", "claims", "data", "starts");
            return File.Exists(file) ? [.. File.ReadAllLines(file).Select(pod => pod.StartsWith(Job, StringComparison.Ordinal) ? Job : pod.Split('-')[0])] : [];
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task PodsStartOnceTheJobHasSucceeded(int failures)
    {
        await using LocalCluster cluster = await LocalCluster.StartAsync([Web(Failing(failures))], Options, Cancellation);

        Assert.Equal([.. Enumerable.Repeat(Job, failures + 1), "web"], Started);
        string environment = await Members.AskAsync(cluster.Deployment("web").Pods[0].EndPoint(WebApp.Http), "/env");
        Assert.Contains("GREETING=hello", environment, StringComparison.Ordinal);
        Assert.DoesNotContain("HOLDFAST_AFTER", environment, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AJobRunsOnceForAllThatWaitForIt()
    {
        await using LocalCluster cluster = await LocalCluster.StartAsync(
            [Web(Failing(0)), LocalApp.OfStateless<ApiApp>(ShopManifest.Command("web"))], Options, Cancellation);

        // Two pods that write at the same time may overwrite a line; the Job is alone when it runs.
        Assert.Equal(Job, Assert.Single(Started, pod => pod == Job));
        Assert.Equal(Job, Started[0]);
    }

    [Fact]
    public async Task AJobThatFailsIsTheFailureOfTheStart()
    {
        LocalClusterException exception = await Assert.ThrowsAsync<LocalClusterException>(() => LocalCluster.StartAsync([Web(Failing(9))], Options, Cancellation));

        Assert.StartsWith($"Job \"{Job}\" (Migrations) has failed 3 times (backoffLimit 2), the last time with 3.", exception.Message, StringComparison.Ordinal);
        Assert.Contains("\n  cannot migrate yet\n", exception.Message, StringComparison.Ordinal);
        Assert.Equal([Job, Job, Job], Started);
    }

    [Fact]
    public async Task AJobThatDoesNotEndIsEnded()
    {
        LocalClusterOptions options = Options with { ReadyTimeout = TimeSpan.FromSeconds(2) };
        LocalClusterException exception = await Assert.ThrowsAsync<LocalClusterException>(
            () => LocalCluster.StartAsync([Web(ShopManifest.Command("web").With("FAILURES", "endless"))], options, Cancellation));

        Assert.StartsWith($"Job \"{Job}\" (Migrations) has not ended after 2 s. ", exception.Message, StringComparison.Ordinal);
        Assert.Contains("LocalClusterOptions.ReadyTimeout", exception.Message, StringComparison.Ordinal);
        Assert.False(Members.Runs(int.Parse(Process().Match(exception.Message).Groups[1].Value, CultureInfo.InvariantCulture)));
        Assert.Equal([Job], Started);
    }

    [Fact]
    public async Task TheStartCanBeCancelledWhileAJobRuns()
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        Task<LocalCluster> start = LocalCluster.StartAsync([Web(ShopManifest.Command("web").With("FAILURES", "endless"))], Options, cancellation.Token);
        await Members.UntilAsync(() => Started.Length == 1, "the Job has not started");
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => start);
    }

    [Fact]
    public async Task WithoutTheJobPodsStartAtOnce()
    {
        await using LocalCluster cluster = await LocalCluster.StartAsync([Web(Failing(9)).WithoutJob<Migrations>()], Options, Cancellation);

        Assert.Equal(["web"], Started);
    }

    /// <summary>The pods of the manifest wait in an init container of curl, which has nothing to ask here.</summary>
    [Fact]
    public async Task AJobOfAnotherImageNeedsAProgram_AndNothingRunsInPlaceOfAnInitContainerThatWaits()
    {
        LocalApp app = LocalApp.OfStateless<WaitingApp>(ShopManifest.Command("web"));
        LocalClusterException exception = await Assert.ThrowsAsync<LocalClusterException>(() => LocalCluster.StartAsync([app], Options, Cancellation));
        Assert.Contains($"starts after Job \"{Job}\", whose image web:1 is another than the application's", exception.Message, StringComparison.Ordinal);
        Assert.Contains("WithJob<Migrations>(new LocalCommand(…))", exception.Message, StringComparison.Ordinal);
        Assert.Contains("WithoutJob<Migrations>()", exception.Message, StringComparison.Ordinal);
        Assert.Empty(Started);

        await using LocalCluster cluster = await LocalCluster.StartAsync([app.WithJob<Migrations>(ShopManifest.Command())], Options, Cancellation);
        Assert.Equal([Job, "waiting"], Started);
    }

    /// <summary>An application of a text names its Jobs in code.</summary>
    [Fact]
    public async Task AManifestCanHaveAJobToo()
    {
        LocalApp app = LocalApp.FromYaml(Head + " text" + Middle + Containers, ShopManifest.Command("web")).WithJob<Migrations>(ShopManifest.Command());
        await using LocalCluster cluster = await LocalCluster.StartAsync([app], Options, Cancellation);

        Assert.Equal([Job, "text"], Started);
    }

    private static LocalApp Web(LocalCommand command) => LocalApp.OfStateless<WebApp>(command);

    private static LocalCommand Failing(int times) => ShopManifest.Command("web").With("FAILURES", times.ToString(CultureInfo.InvariantCulture));

    [GeneratedRegex("process ([0-9]+)")]
    private static partial Regex Process();

    /// <summary>What the generator makes of types with [RunOnce], [StatelessApp] and [After].</summary>
    private sealed class Migrations : IRunOnceApp
    {
        public static JobInfo Job { get; } = new(LocalJobTests.Job) { Application = "migrations", Namespace = "shop" };

        public static class Manifests
        {
            [GeneratedManifest("migrations.yaml")]
            public const string Yaml = $"""
                apiVersion: batch/v1
                kind: Job
                metadata:
                  name: {LocalJobTests.Job}
                  namespace: shop
                spec:
                  backoffLimit: 2
                  template:
                    spec:
                      restartPolicy: Never
                      containers:
                      - name: migrations
                        image: web:1
                        args:
                        - migrate
                        volumeMounts:
                        - name: data
                          mountPath: /data
                      volumes:
                      - name: data
                        persistentVolumeClaim:
                          claimName: data
                """;
        }
    }

    /// <summary>A Job that the application starts after elsewhere; its manifest does not name it.</summary>
    private sealed class Seed : IRunOnceApp
    {
        public static JobInfo Job { get; } = new("seed-1a2b3c4d") { Namespace = "shop" };

        public static class Manifests
        {
            [GeneratedManifest("seed.yaml")]
            public const string Yaml = "kind: Job\nmetadata:\n  name: seed-1a2b3c4d\nspec:\n  template:\n    spec:\n      containers:\n      - name: seed\n        image: web:1\n        args: [migrate]\n";
        }
    }

    [After(typeof(Migrations))]
    [After(typeof(Seed), Environment = "staging")]
    private sealed class WebApp : IStatelessApp
    {
        public static DeploymentInfo Deployment { get; } = new("web") { Namespace = "shop" };

        public static ServicePort Http { get; } = new(Deployment, "http", 8080, PortProtocol.Tcp);

        public static class Manifests
        {
            [GeneratedManifest("web.yaml")]
            public const string Yaml = Head + " web" + Middle + Containers + After + "\n        image: web:1";
        }
    }

    [After(typeof(Migrations))]
    private sealed class ApiApp : IStatelessApp
    {
        public static DeploymentInfo Deployment { get; } = new("api") { Namespace = "shop" };

        public static class Manifests
        {
            [GeneratedManifest("api.yaml")]
            public const string Yaml = Head + " api" + Middle + Containers + After + "\n        image: web:1";
        }
    }

    [After(typeof(Migrations), WaitImage = "curlimages/curl:8.11.1")]
    private sealed class WaitingApp : IStatelessApp
    {
        public static DeploymentInfo Deployment { get; } = new("waiting") { Namespace = "shop" };

        public static class Manifests
        {
            [GeneratedManifest("waiting.yaml")]
            public const string Yaml = Head + " waiting" + Middle + Wait + Containers + "\n        image: other:1";
        }
    }
}
