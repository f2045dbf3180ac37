using System.Collections.Concurrent;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Holdfast.Local;
using Holdfast.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Holdfast.Aspire.Tests;

/// <summary>Aspire applications with a set of three replicas, each a process of tests/Holdfast.Local.Member.</summary>
internal static class ShopApp
{
    public const string Manifest = """
        apiVersion: v1
        kind: Service
        metadata:
          name: shop
        spec:
          clusterIP: None
          publishNotReadyAddresses: true
          selector:
            app: shop
          ports:
          - name: http
            port: 8080
        ---
        apiVersion: v1
        kind: Service
        metadata:
          name: shop-client
        spec:
          selector:
            app: shop
          ports:
          - name: http
            port: 80
            targetPort: http
        ---
        apiVersion: apps/v1
        kind: StatefulSet
        metadata:
          name: shop
        spec:
          serviceName: shop
          replicas: 3
          selector:
            matchLabels:
              app: shop
          template:
            metadata:
              labels:
                app: shop
            spec:
              containers:
              - name: shop
                image: shop:1
                ports:
                - name: http
                  containerPort: 8080
                env:
                - name: COLOUR
                  value: green
                readinessProbe:
                  httpGet:
                    path: /ready
                    port: http
                volumeMounts:
                - name: data
                  mountPath: /data
          volumeClaimTemplates:
          - metadata:
              name: data
        """;

    /// <summary>What refers to the set, as a project with a declaration has it.</summary>
    public static class Front
    {
        public static class Manifests
        {
            [GeneratedManifest("front.yaml")]
            public const string Yaml = """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: front
                spec:
                  template:
                    spec:
                      containers:
                      - name: front
                        image: front:1
                        env:
                        - name: SHOP_URL
                          value: http://shop-client/api
                        - name: SHOP_FIRST
                          value: shop-0.shop:8080
                        - name: TITLE
                          value: shop
                """;
        }
    }

    public static readonly ServicePort Http = new(new StatefulSetInfo("shop") { Replicas = 3 }, "http", 8080, PortProtocol.Tcp);

    /// <summary>The project of tests/Holdfast.Local.Member, as Aspire's generated classes name one.</summary>
    public sealed class MemberProject : IProjectMetadata
    {
        public string ProjectPath { get; } = Path.Combine(RepositoryPaths.Root, "tests", "Holdfast.Local.Member", "Holdfast.Local.Member.csproj");
    }

    /// <summary>The program that it is built to, as this project is.</summary>
    public static LocalCommand Command(params string[] arguments)
    {
        string assembly = Path.Combine(AppContext.BaseDirectory.Replace("Holdfast.Aspire.Tests", "Holdfast.Local.Member", StringComparison.Ordinal), "Holdfast.Local.Member.dll");
        Assert.True(File.Exists(assembly), $"{assembly} is not built");
        return LocalCommand.Dotnet(assembly, arguments);
    }

    public static LocalApp App(params string[] arguments) => LocalApp.FromYaml(Manifest, Command(arguments));

    /// <summary>A builder without a dashboard, whose sets do quickly what takes time in a cluster.</summary>
    public static IDistributedApplicationBuilder Builder() =>
        DistributedApplication.CreateBuilder(new DistributedApplicationOptions
        {
            // It knows where the orchestrator is, which tests have no package of.
            AssemblyName = "Ledger.AppHost",
            DisableDashboard = true,
        }).ConfigureLocalCluster(Quick);

    public static LocalClusterOptions Quick(LocalClusterOptions options) => options with
    {
        FirstProbePeriod = TimeSpan.FromMilliseconds(25),
        LongestProbePeriod = TimeSpan.FromMilliseconds(100),
        LongestGracePeriod = TimeSpan.FromSeconds(2),
        ReadyTimeout = TimeSpan.FromSeconds(30),
        RestartBackOff = new RestartBackOff { First = TimeSpan.FromMilliseconds(100), Longest = TimeSpan.FromMilliseconds(400) },
    };

    /// <summary>The states that resources go through, in the order in which they are published, as <c>shop-0 Running</c>.</summary>
    public static ConcurrentQueue<string> States(DistributedApplication app, CancellationToken cancellationToken)
    {
        var states = new ConcurrentQueue<string>();
        var last = new Dictionary<string, string>(StringComparer.Ordinal);
        _ = Task.Run(
            async () =>
            {
                await foreach (ResourceEvent change in app.ResourceNotifications.WatchAsync(cancellationToken))
                {
                    string state = change.Snapshot.IsHidden ? "hidden" : change.Snapshot.State?.Text ?? "";
                    if (last.GetValueOrDefault(change.Resource.Name) != state)
                    {
                        last[change.Resource.Name] = state;
                        states.Enqueue($"{change.Resource.Name} {state}");
                    }
                }
            },
            cancellationToken);
        return states;
    }

    /// <summary>All lines of a resource's log, until one has a text.</summary>
    public static async Task<string> LogAsync(DistributedApplication app, string resource, string until, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(20));
        var lines = new List<string>();
        try
        {
            await foreach (IReadOnlyList<LogLine> batch in app.Services.GetRequiredService<ResourceLoggerService>().WatchAsync(resource).WithCancellation(limit.Token))
            {
                lines.AddRange(batch.Select(line => line.Content));
                if (lines.Any(line => line.Contains(until, StringComparison.Ordinal)))
                {
                    return string.Join('\n', lines);
                }
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The assertion shows what was written.
        }

        Assert.Fail($"{resource} has not written \"{until}\":\n{string.Join('\n', lines)}");
        return "";
    }

    /// <summary>Waits for a state, at most 30 seconds.</summary>
    public static async Task<CustomResourceSnapshot> StateAsync(DistributedApplication app, string resource, string state, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        string last = "none";
        try
        {
            ResourceEvent found = await app.ResourceNotifications.WaitForResourceAsync(
                resource,
                change => (last = change.Snapshot.IsHidden ? "hidden" : change.Snapshot.State?.Text ?? "none") == state,
                limit.Token);
            return found.Snapshot;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Assert.Fail($"{resource} is {last}, and not {state}");
            throw;
        }
    }

    public static async Task<string> AskAsync(System.Net.IPEndPoint endPoint, string path, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        return await http.GetStringAsync(new Uri($"http://{endPoint}{path}"), cancellationToken);
    }
}
