using Holdfast.Discovery.Tests.Hosting;
using Holdfast.WellKnown;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Options;

namespace Holdfast.Discovery.Tests.Departures;

/// <summary>What a host does when it is stopped.</summary>
public class OnLeavingTests
{
    private const string File = "/cluster/sets/zookeeper.json";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"spec":{"replicas":1}}""", true, LogLevel.Information)]
    [InlineData("""{"spec":{"replicas":3}}""", false, LogLevel.Information)]
    [InlineData("{}", false, LogLevel.Warning)]
    public async Task TheHandlerRunsWhereTheReplicaLeaves(string json, bool runs, LogLevel level)
    {
        var order = new List<string>();
        HostApplicationBuilder builder = Builder(json);
        builder.Services.AddHostedService(_ => new Server(order));
        builder.OnLeaving<ZooKeeper>((services, departure, _) =>
        {
            order.Add($"{services.GetRequiredService<PodIdentity>()} leaves {departure.Set!.Pods}");
            return Task.CompletedTask;
        });
        using IHost host = builder.Build();
        await host.StartAsync(Cancelled);
        Assert.Empty(order);
        await host.StopAsync(Cancelled);

        // The server still answers while data moves.
        Assert.Equal(runs ? ["zookeeper-1 leaves zookeeper-0", "server stops"] : ["server stops"], order);
        Assert.Contains(host.Services.GetFakeLogCollector().GetSnapshot(), record => record.Category == HoldfastTelemetry.LogCategory && record.Id.Id is 8 or 9 or 10 && record.Level == level);
    }

    [Fact]
    public async Task AHandlerThatFailsKeepsNoOtherFromRunning()
    {
        bool ran = false;
        HostApplicationBuilder builder = Builder("""{"spec":{"replicas":0}}""");
        builder.OnLeaving<ZooKeeper>((_, _, _) => throw new InvalidOperationException("no disk"));
        builder.OnLeaving<ZooKeeper>((_, _, _) =>
        {
            ran = true;
            return Task.CompletedTask;
        });
        using IHost host = builder.Build();
        await host.StartAsync(Cancelled);
        await host.StopAsync(Cancelled);
        Assert.True(ran);
        Assert.Contains(host.Services.GetFakeLogCollector().GetSnapshot(), record => record.Level == LogLevel.Error && record.Exception?.Message == "no disk");
    }

    [Fact]
    public async Task AHandlerThatTakesTooLongIsCancelledAndTheHostStops()
    {
        HostApplicationBuilder builder = Builder("""{"spec":{"replicas":0}}""");
        builder.OnLeaving<ZooKeeper>((_, _, token) => Task.Delay(Timeout.Infinite, token));
        using IHost host = builder.Build();
        await host.StartAsync(Cancelled);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(0.3));
        await host.StopAsync(limit.Token);
        Assert.Contains(host.Services.GetFakeLogCollector().GetSnapshot(), record => record.Id.Id == 12);
    }

    [Theory]
    [InlineData(120, null, 118)]
    [InlineData(120, "20", 20)] // what the user has set stays
    [InlineData(30, null, 30)]
    [InlineData(5, null, 30)]
    public void TheHostMayTakeAsLongAsTheGracePeriodAllows(int gracePeriod, string? set, int expected)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddSingleton<IPodEnvironment>(Hosts.Pod);
        builder.Configuration["shutdownTimeoutSeconds"] = set;
        Slow.Set = new StatefulSetInfo(ZooKeeper.StatefulSet) { TerminationGracePeriodSeconds = gracePeriod };
        builder.OnLeaving<Slow>((_, _, _) => Task.CompletedTask);
        using IHost host = builder.Build();
        Assert.Equal(TimeSpan.FromSeconds(expected), host.Services.GetRequiredService<IOptions<HostOptions>>().Value.ShutdownTimeout);
    }

    [Fact]
    public async Task TheCheckIsThereForAllWhoAsk()
    {
        HostApplicationBuilder builder = Builder("""{"spec":{"replicas":1}}""");
        using IHost host = builder.Build();
        IDepartureCheck check = host.Services.GetRequiredService<IDepartureCheck>();
        Assert.Same(host.Services.GetRequiredService<IDepartureCheck<ZooKeeper>>(), check);
        Assert.Equal(DepartureState.Leaving, (await check.AskAsync(Cancelled)).State);
    }

    [Fact]
    public async Task AProcessOutsideTheSetDoesNotLeaveIt()
    {
        HostApplicationBuilder builder = Builder("""{"spec":{"replicas":1}}""", isReplica: false);
        using IHost host = builder.Build();
        Assert.Equal(DepartureState.Unknown, (await host.Services.GetRequiredService<IDepartureCheck>().AskAsync(Cancelled)).State);
    }

    private static HostApplicationBuilder Builder(string json, bool isReplica = true)
    {
        HostApplicationBuilder builder = Hosts.Builder(Hosts.Pod.With(PodEnvironmentVariables.LocalSet, File).WithFile(File, json));
        builder.AddHoldfast<ZooKeeper>(options => options.IsReplica = isReplica);
        return builder;
    }

    private sealed class Slow : IStatefulApp
    {
        public static StatefulSetInfo Set { get; set; } = ZooKeeper.StatefulSet;

        public static StatefulSetInfo StatefulSet => Set;
    }

    private sealed class Server(List<string> order) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken)
        {
            order.Add("server stops");
            return Task.CompletedTask;
        }
    }
}
