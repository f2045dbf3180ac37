using Holdfast.Discovery.Tests.Dns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Holdfast.Discovery.Tests.Hosting;

public sealed class HealthCheckTests : IDisposable
{
    private readonly ClusterDns _dns = new ClusterDns().With("zookeeper-0", "10.0.0.10").With("zookeeper-1", "10.0.0.11").With("zookeeper-2", "10.0.0.12");
    private readonly FakeTimeProvider _time = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _dns.Dispose();

    [Fact]
    public async Task HealthyWithAllDegradedWithEnoughUnhealthyWithFewer()
    {
        using IHost host = Hosts.Builder(time: _time).AskingAt(_dns).Build();
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(host)).Status);

        _dns.Remove("zookeeper-0");
        HealthReportEntry degraded = await CheckAsync(host);
        Assert.Equal(HealthStatus.Degraded, degraded.Status);
        Assert.Equal("Replicas of StatefulSet \"zookeeper\" are missing in DNS: zookeeper-0.", degraded.Description);
        Assert.Equal("zookeeper-1, zookeeper-2", degraded.Data["replicas"]);
        Assert.Equal("zookeeper-0", degraded.Data["missing"]);

        _dns.Remove("zookeeper-2");
        HealthReportEntry unhealthy = await CheckAsync(host);
        Assert.Equal(HealthStatus.Unhealthy, unhealthy.Status);
        Assert.StartsWith("1 replicas of StatefulSet \"zookeeper\" are in DNS, and 2 are required", unhealthy.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DegradedWhileThisReplicaIsNotListedSoThatReadinessCanListIt()
    {
        _dns.WithNotReady("zookeeper-1", "10.0.0.11").PublishNotReady = false;
        using IHost host = Hosts.Builder(time: _time).AskingAt(_dns).Build();

        HealthReportEntry entry = await CheckAsync(host);

        Assert.Equal(HealthStatus.Degraded, entry.Status);
        Assert.StartsWith("This replica, zookeeper-1, is not in DNS", entry.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnhealthyWhenDNSDoesNotAnswer()
    {
        _dns.Stop();
        using IHost host = Hosts.Builder(time: _time).AskingAt(_dns).Build();

        HealthReportEntry entry = await CheckAsync(host);

        Assert.Equal(HealthStatus.Unhealthy, entry.Status);
        Assert.IsType<DiscoveryException>(entry.Exception);
    }

    [Fact]
    public async Task AFreshAnswerToTheSameQuestionIsUsedAgain()
    {
        using IHost host = Hosts.Builder(time: _time).AskingAt(_dns, options => options.HealthCheckPort = ZooKeeper.Client).Build();
        await host.Services.GetRequiredService<IPeerDirectory>().ResolveAsync(cancellationToken: Cancelled);
        _dns.TakeQueries();

        await CheckAsync(host, pass: TimeSpan.Zero);
        Assert.Equal(["SRV _client._tcp.zookeeper.shop.svc.cluster.local UDP"], _dns.TakeQueries());
        await CheckAsync(host, pass: TimeSpan.FromSeconds(4));
        Assert.Empty(_dns.TakeQueries());
        await CheckAsync(host, pass: TimeSpan.FromSeconds(1));
        Assert.Single(_dns.TakeQueries());
    }

    [Theory]
    [InlineData(0, HealthStatus.Degraded)]
    [InlineData(3, HealthStatus.Unhealthy)]
    public async Task HowManyAreRequiredIsAChoice(int required, HealthStatus expected)
    {
        _dns.Remove("zookeeper-0");
        using IHost host = Hosts.Builder(time: _time).AskingAt(_dns, options => options.RequiredReplicas = required).Build();

        Assert.Equal(expected, (await CheckAsync(host)).Status);
    }

    private async Task<HealthReportEntry> CheckAsync(IHost host, TimeSpan? pass = null)
    {
        _time.Advance(pass ?? TimeSpan.FromMinutes(1));
        HealthReport report = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(check => check.Tags.Contains("holdfast"), Cancelled);
        Assert.Equal(["holdfast-zookeeper"], report.Entries.Keys);
        return report.Entries["holdfast-zookeeper"];
    }
}
