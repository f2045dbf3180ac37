using System.Diagnostics;
using System.Diagnostics.Metrics;
using Holdfast.Discovery.Tests.Dns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Options;

namespace Holdfast.Discovery.Tests.Hosting;

public sealed class HostingTests : IDisposable
{
    private readonly ClusterDns _dns = new ClusterDns().With("zookeeper-0", "10.0.0.10").With("zookeeper-1", "10.0.0.11");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _dns.Dispose();

    [Fact]
    public async Task AReplicaKnowsItselfAndTheOthers()
    {
        FakePod pod = Hosts.Pod;
        using IHost host = Hosts.Builder(pod).AskingAt(_dns).Build();
        await host.StartAsync(Cancelled);

        Assert.Equal("zookeeper-1", host.Services.GetRequiredService<PodIdentity>().Name);
        IPeerDirectory<ZooKeeper> directory = host.Services.GetRequiredService<IPeerDirectory<ZooKeeper>>();
        Assert.Same(directory, host.Services.GetRequiredService<IPeerDirectory>());
        Assert.Same(directory.Self, host.Services.GetRequiredService<PodIdentity>());
        Assert.Equal(["zookeeper-0"], (await directory.ResolveAsync(ZooKeeper.Client, Cancelled)).Peers.Names());

        // No token, and no file of a service account.
        Assert.DoesNotContain(pod.FilesRead, file => file.Contains("serviceaccount", StringComparison.Ordinal));
        Assert.Contains(
            host.Services.GetFakeLogCollector().GetSnapshot(),
            record => record.Category == HoldfastTelemetry.LogCategory
                && record.Message == "This process is zookeeper-1 of StatefulSet zookeeper in namespace shop (from NameVariable)");
        await host.StopAsync(Cancelled);
    }

    public static TheoryData<string, FakePodSource, StatefulSetInfo?, string> Disagreements => new()
    {
        { "renamed set", new(() => FakePod.InCluster().Named("kafka-1").InNamespace("shop")), null, "POD_NAME is \"kafka-1\", which is not the name of a replica of StatefulSet \"zookeeper\"" },
        { "two replicas at once", new(() => FakePod.InCluster().Numbered("1").Named("zookeeper-2").InNamespace("shop")), null, "POD_ORDINAL is 1, but POD_NAME is \"zookeeper-2\"" },
        { "wrong namespace", new(() => FakePod.InCluster().Named("zookeeper-1").InNamespace("test")), ZooKeeper.StatefulSet.In("shop"), "StatefulSet \"zookeeper\" is declared for namespace \"shop\", but this pod runs in \"test\"" },
        { "no namespace at all", new(() => FakePod.InCluster().Named("zookeeper-1").InNamespace("Shop")), null, "POD_NAMESPACE is \"Shop\", which cannot be a namespace" },
        { "missing variables", new(() => FakePod.InCluster("node-7").InNamespace("shop")), null, "Neither POD_ORDINAL nor POD_NAME is set" },
        { "missing namespace", new(() => FakePod.InCluster().Named("zookeeper-1")), null, "The namespace of StatefulSet \"zookeeper\" is not known" },
        { "below the first ordinal", new(() => FakePod.InCluster().Named("zookeeper-4").InNamespace("shop")), new StatefulSetInfo(ZooKeeper.StatefulSet) { OrdinalStart = 5 }, "POD_NAME is \"zookeeper-4\", but the ordinals of StatefulSet \"zookeeper\" begin at 5" },
        { "no cluster", new(() => new FakePod()), null, "This process does not run in a cluster" },
    };

    [Theory]
    [MemberData(nameof(Disagreements))]
    public async Task TheHostDoesNotStartWhenManifestAndPodDisagree(string what, FakePodSource pod, StatefulSetInfo? set, string expected)
    {
        Assert.NotEmpty(what);
        HostApplicationBuilder builder = Hosts.Builder(pod.Make());
        var other = new OtherService();
        builder.Services.AddSingleton<IHostedService>(other);
        Declared.Current.Value = set ?? ZooKeeper.StatefulSet;
        builder.AddHoldfast<Declared>();
        using IHost host = builder.Build();

        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => host.StartAsync(Cancelled));

        Assert.StartsWith(expected, error.Message, StringComparison.Ordinal);
        Assert.False(other.Started);
    }

    [Fact]
    public async Task OnADevelopersMachineAReplicaIsPlayedInNamespaceDefault()
    {
        HostApplicationBuilder builder = Hosts.Builder(new FakePod().With("HOLDFAST_ORDINAL", "2"));
        builder.AddHoldfast<ZooKeeper>();
        using IHost host = builder.Build();
        await host.StartAsync(Cancelled);

        Assert.Equal("zookeeper-2.zookeeper.default.svc.cluster.local", host.Services.GetRequiredService<PodIdentity>().HostName);
        IPeerDirectory directory = host.Services.GetRequiredService<IPeerDirectory>();
        Assert.Equal("zookeeper-0.zookeeper.default.svc.cluster.local", directory.Seeds(ZooKeeper.Client)[0].Host);

        // Where the others are needed, the error says how to have them.
        DiscoveryException error = await Assert.ThrowsAsync<DiscoveryException>(() => directory.ResolveAsync(cancellationToken: Cancelled));
        Assert.StartsWith("This process plays zookeeper-2 outside a cluster", error.Message, StringComparison.Ordinal);
        Assert.Contains("LocalCluster.StartAsync", error.Message, StringComparison.Ordinal);
        await host.StopAsync(Cancelled);
    }

    [Fact]
    public async Task OneSettingSaysWhichDNSServerKnowsTheMembers()
    {
        using var dns = new ClusterDns("zookeeper.default.svc.cluster.local").With("zookeeper-0", "127.5.1.1").With("zookeeper-1", "127.5.1.2");
        HostApplicationBuilder builder = Hosts.Builder(
            new FakePod().Named("zookeeper-1").InNamespace("default").With("HOLDFAST_DNS", dns.EndPoint.ToString()));
        builder.AddHoldfast<ZooKeeper>();
        using IHost host = builder.Build();
        await host.StartAsync(Cancelled);

        PeerSnapshot found = await host.Services.GetRequiredService<IPeerDirectory>().ResolveAsync(ZooKeeper.Client, Cancelled);

        Assert.Equal(["zookeeper-0", "zookeeper-1"], found.Replicas.Names());
        await host.StopAsync(Cancelled);
    }

    [Fact]
    public async Task ADNSServerThatIsNoneIsSaid()
    {
        HostApplicationBuilder builder = Hosts.Builder(new FakePod().Named("zookeeper-1").InNamespace("default").With("HOLDFAST_DNS", "localhost"));
        builder.AddHoldfast<ZooKeeper>();
        using IHost host = builder.Build();
        await host.StartAsync(Cancelled);

        DiscoveryException error = await Assert.ThrowsAsync<DiscoveryException>(
            () => host.Services.GetRequiredService<IPeerDirectory>().ResolveAsync(ZooKeeper.Client, Cancelled));

        Assert.StartsWith("HOLDFAST_DNS is \"localhost\", which is not an address with a port", error.Message, StringComparison.Ordinal);
        await host.StopAsync(Cancelled);
    }

    [Fact]
    public async Task AClientIsNoReplicaAndApplicationsHaveOptionsOfTheirOwn()
    {
        using var kafkaDns = new ClusterDns("kafka.shop.svc.cluster.local").With("kafka-0", "10.0.1.10");
        HostApplicationBuilder builder = Hosts.Builder(FakePod.InCluster().Named("kafka-0").InNamespace("shop"))
            .AskingAt(_dns, options => options.IsReplica = false);
        Declared.Current.Value = new StatefulSetInfo("kafka");
        builder.AddHoldfast<Declared>(options => options.Discovery.Servers.Add(kafkaDns.EndPoint));
        using IHost host = builder.Build();
        await host.StartAsync(Cancelled);

        IPeerDirectory<ZooKeeper> zookeeper = host.Services.GetRequiredService<IPeerDirectory<ZooKeeper>>();
        Assert.Null(zookeeper.Self);
        Assert.Equal(["zookeeper-0", "zookeeper-1"], (await zookeeper.ResolveAsync(cancellationToken: Cancelled)).Peers.Names());
        PeerSnapshot kafka = await host.Services.GetRequiredService<IPeerDirectory<Declared>>().ResolveAsync(cancellationToken: Cancelled);
        Assert.Equal("kafka-0", kafka.Self?.Pod.Name);
        Assert.Contains("IsReplica", Assert.Throws<InvalidOperationException>(() => host.Services.GetRequiredService<PodIdentity>()).Message, StringComparison.Ordinal);
        await host.StopAsync(Cancelled);
    }

    [Fact]
    public async Task OptionsAreValidatedAtStart()
    {
        using IHost host = Hosts.Builder().AskingAt(_dns, options =>
        {
            options.Discovery.MinRefresh = TimeSpan.Zero;
            options.RequiredReplicas = -1;
            options.HealthCheckPort = new ServicePort(new StatefulSetInfo("kafka"), "client", 9092, PortProtocol.Tcp);
        }).Build();

        OptionsValidationException error = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(Cancelled));

        Assert.Equal(3, error.Failures.Count());
        Assert.All(error.Failures, failure => Assert.StartsWith("Holdfast options of StatefulSet \"zookeeper\": ", failure, StringComparison.Ordinal));
        Assert.Contains("Discovery.MinRefresh is 00:00:00", error.Message, StringComparison.Ordinal);
        Assert.Contains("RequiredReplicas is -1", error.Message, StringComparison.Ordinal);
        Assert.Contains("belongs to \"kafka\"", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AddingItTwiceAddsOptionsAndNothingElse()
    {
        HostApplicationBuilder builder = Hosts.Builder().AskingAt(_dns);
        int services = builder.Services.Count(service => service.ServiceType != typeof(IConfigureOptions<HoldfastOptions>));

        builder.AddHoldfast<ZooKeeper>(options => options.RequiredReplicas = 3);

        Assert.Equal(services, builder.Services.Count(service => service.ServiceType != typeof(IConfigureOptions<HoldfastOptions>)));
        using IHost host = builder.Build();
        HoldfastOptions options = host.Services.GetRequiredService<IOptionsMonitor<HoldfastOptions>>().Get("zookeeper");
        Assert.Equal(3, options.RequiredReplicas);
        Assert.Equal([_dns.EndPoint], options.Discovery.Servers);
    }

    [Fact]
    public async Task LookUpsAreMeasuredAndTraced()
    {
        using IHost host = Hosts.Builder().AskingAt(_dns).Build();
        var meters = host.Services.GetRequiredService<IMeterFactory>();
        using var durations = new MetricCollector<double>(meters, HoldfastTelemetry.MeterName, "holdfast.discovery.lookup.duration");
        using var queries = new MetricCollector<long>(meters, HoldfastTelemetry.MeterName, "holdfast.discovery.queries");
        using var replicas = new MetricCollector<int>(meters, HoldfastTelemetry.MeterName, "holdfast.discovery.replicas");
        using var changes = new MetricCollector<long>(meters, HoldfastTelemetry.MeterName, "holdfast.discovery.changes");
        List<Activity> activities = [];
        using var root = new Activity("test").Start();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == HoldfastTelemetry.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                // Other tests run at the same time.
                if (activity.RootId == root.RootId)
                {
                    activities.Add(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        IPeerDirectory directory = host.Services.GetRequiredService<IPeerDirectory>();

        await directory.ResolveAsync(cancellationToken: Cancelled);
        await foreach (PeerChange change in directory.WatchAsync(ZooKeeper.Client, Cancelled))
        {
            break;
        }

        _dns.Stop();
        await Assert.ThrowsAsync<DiscoveryException>(() => directory.ResolveAsync(ZooKeeper.Client, Cancelled));

        Assert.Equal(["name incomplete", "srv incomplete", "srv failed"], durations.GetMeasurementSnapshot().Select(one => $"{one.Tags["holdfast.method"]} {one.Tags["holdfast.outcome"]}"));
        Assert.Equal(
            ["failed", "found", "found", "found", "missing"], queries.GetMeasurementSnapshot().Select(one => (string)one.Tags["holdfast.outcome"]!).Order(StringComparer.Ordinal));
        Assert.Equal([2, 2], replicas.GetMeasurementSnapshot().Select(one => one.Value));
        Assert.All(replicas.GetMeasurementSnapshot(), one => Assert.Equal("zookeeper", one.Tags["k8s.statefulset.name"]));
        Assert.Single(changes.GetMeasurementSnapshot());
        Assert.Equal(["holdfast.resolve", "holdfast.resolve", "holdfast.resolve"], activities.Select(activity => activity.OperationName));
        Assert.Equal(2, activities[1].GetTagItem("holdfast.replicas"));
        Assert.Equal(ActivityStatusCode.Error, activities[2].Status);
    }

    /// <summary>Makes a pod for each run: test data is shared between runs.</summary>
    public sealed class FakePodSource
    {
        private readonly Func<FakePod> _make;

        internal FakePodSource(Func<FakePod> make)
        {
            _make = make;
        }

        internal FakePod Make() => _make();
    }

    /// <summary>An application whose declaration a test chooses.</summary>
    private sealed class Declared : IStatefulApp
    {
        public static AsyncLocal<StatefulSetInfo> Current { get; } = new();

        public static StatefulSetInfo StatefulSet => Current.Value!;
    }

    private sealed class OtherService : IHostedService
    {
        public bool Started { get; private set; }

        public Task StartAsync(CancellationToken cancellationToken)
        {
            Started = true;
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
