using Holdfast.Discovery.Tests.Dns;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace Holdfast.Discovery.Tests;

/// <summary>What changes is seen, at the time when it can be; all on a clock that stands still.</summary>
public sealed class WatchTests : IDisposable
{
    private readonly ClusterDns _dns = new();
    private readonly ObservedTime _time = new();
    private readonly FakeLogger _logger = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _dns.Dispose();

    [Fact]
    public async Task WhatIsNotThereIsAskedForAgainOnceServersHaveForgotten()
    {
        _dns.With("zookeeper-0", "10.0.0.10").With("zookeeper-1", "10.0.0.11");
        await using IAsyncEnumerator<PeerChange> changes = Watch(port: null);

        Assert.True(await changes.MoveNextAsync());
        Assert.Equal(["zookeeper-0", "zookeeper-1"], changes.Current.Added.Names());
        Assert.Equal(["zookeeper-2"], changes.Current.Snapshot.Missing.Select(pod => pod.Name));
        _dns.TakeQueries();

        // zookeeper-2 comes, but servers remember for 30 seconds that there is none.
        ValueTask<bool> next = changes.MoveNextAsync();
        Assert.Equal(TimeSpan.FromSeconds(31), await _time.NextDelayAsync());
        _dns.With("zookeeper-2", "10.0.0.12");
        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.False(next.IsCompleted);
        Assert.Empty(_dns.TakeQueries());

        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.True(await next);
        Assert.Equal(["zookeeper-2"], changes.Current.Added.Names());
        Assert.Empty(changes.Current.Removed);
        Assert.Empty(changes.Current.Changed);
        Assert.Empty(changes.Current.Snapshot.Missing);
    }

    [Theory]
    [InlineData(5, 6)]
    [InlineData(45, 46)]
    [InlineData(3600, 60)]
    [InlineData(null, 31)]
    public async Task HowLongTheyRememberIsWhatTheAnswerSays(int? negative, int expected)
    {
        _dns.NegativeSeconds = negative;
        await using IAsyncEnumerator<PeerChange> changes = Watch(ZooKeeper.Client);
        Assert.True(await changes.MoveNextAsync());
        Assert.Empty(changes.Current.Added);

        ValueTask<bool> next = changes.MoveNextAsync();
        Assert.Equal(TimeSpan.FromSeconds(expected), await _time.NextDelayAsync());
        _dns.With("zookeeper-2", "10.0.0.12");
        _time.Advance(TimeSpan.FromSeconds(expected));

        Assert.True(await next);
        Assert.Equal(["zookeeper-2"], changes.Current.Added.Names());
    }

    [Fact]
    public async Task ReplicasThatComeGoAndMoveAreToldAndQuietTimesAreAskedAboutLess()
    {
        _dns.With("zookeeper-0", "10.0.0.10").With("zookeeper-1", "10.0.0.11").With("zookeeper-2", "10.0.0.12");
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        await using IAsyncEnumerator<PeerChange> changes = Directory().WatchAsync(ZooKeeper.Client).GetAsyncEnumerator(ended.Token);
        Assert.True(await changes.MoveNextAsync());

        ValueTask<bool> next = changes.MoveNextAsync();
        int[] delays = [5, 10, 20, 40, 60, 60];
        foreach (int seconds in delays)
        {
            Assert.Equal(TimeSpan.FromSeconds(seconds), await _time.PassAsync());
        }

        Assert.Equal(TimeSpan.FromSeconds(60), await _time.NextDelayAsync());
        _dns.Remove("zookeeper-0");
        _dns.With("zookeeper-1", "10.0.0.21").With("zookeeper-3", "10.0.0.13");
        _time.Advance(TimeSpan.FromSeconds(60));

        Assert.True(await next);
        Assert.Equal(["zookeeper-3"], changes.Current.Added.Names());
        Assert.Equal(["zookeeper-0"], changes.Current.Removed.Names());
        Assert.Equal(["zookeeper-1"], changes.Current.Changed.Names());
        Assert.Equal("10.0.0.21", changes.Current.Changed[0].Addresses[0].ToString());
        Assert.Equal(["zookeeper-0"], changes.Current.Snapshot.Missing.Select(pod => pod.Name));

        // Where something happens, more may be about to.
        next = changes.MoveNextAsync();
        Assert.Equal(TimeSpan.FromSeconds(5), await _time.NextDelayAsync());
        await ended.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await next);
    }

    [Fact]
    public async Task AServerThatDiesTakesNobodyAwayAndIsFoundWhenItComesBack()
    {
        _dns.With("zookeeper-0", "10.0.0.10").With("zookeeper-1", "10.0.0.11").With("zookeeper-2", "10.0.0.12");
        PeerDirectory directory = Directory();
        await using IAsyncEnumerator<PeerChange> changes = directory.WatchAsync(ZooKeeper.Client, Cancelled).GetAsyncEnumerator(Cancelled);
        Assert.True(await changes.MoveNextAsync());

        ValueTask<bool> next = changes.MoveNextAsync();
        _dns.Stop();
        Assert.Equal(TimeSpan.FromSeconds(5), await _time.PassAsync());
        Assert.Equal(TimeSpan.FromSeconds(10), await _time.PassAsync());
        Assert.Equal(TimeSpan.FromSeconds(20), await _time.NextDelayAsync());

        Assert.False(next.IsCompleted);
        Assert.Equal(3, directory.Latest?.Replicas.Count);
        FakeLogRecord[] warnings = [.. _logger.Collector.GetSnapshot().Where(record => record.Level == LogLevel.Warning)];
        Assert.Equal(2, warnings.Length);
        Assert.All(warnings, warning => Assert.IsType<DiscoveryException>(warning.Exception));

        _dns.Remove("zookeeper-2");
        _dns.Start();
        _time.Advance(TimeSpan.FromSeconds(20));
        Assert.True(await next);
        Assert.Equal(["zookeeper-2"], changes.Current.Removed.Names());
        Assert.Empty(changes.Current.Added);
    }

    [Fact]
    public async Task WaitingEndsWhenEnoughReplicasResolve()
    {
        Task<PeerSnapshot> three = Directory().WaitForAsync(3, cancellationToken: Cancelled);
        Assert.Equal(TimeSpan.FromSeconds(31), await _time.NextDelayAsync());
        _dns.With("zookeeper-0", "10.0.0.10").With("zookeeper-1", "10.0.0.11");
        _time.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(TimeSpan.FromSeconds(31), await _time.NextDelayAsync());
        Assert.False(three.IsCompleted);
        Assert.Equal(2, (await Directory().WaitForAsync(2, cancellationToken: Cancelled)).Replicas.Count);

        _dns.With("zookeeper-2", "10.0.0.12");
        _time.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(3, (await three).Replicas.Count);
    }

    [Fact]
    public async Task WaitingOutlastsAServerThatDoesNotAnswerAndCanBeEnded()
    {
        _dns.Stop();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        Task<PeerSnapshot> first = Directory().WaitForAsync(1, ZooKeeper.Client, ended.Token);
        Assert.Equal(TimeSpan.FromSeconds(5), await _time.PassAsync());
        Assert.Equal(TimeSpan.FromSeconds(10), await _time.NextDelayAsync());
        Assert.False(first.IsCompleted);

        await ended.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
    }

    [Fact]
    public async Task WaitingForWhatCannotComeIsRefused()
    {
        ArgumentOutOfRangeException refused = await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => Directory().WaitForAsync(4, cancellationToken: Cancelled));
        Assert.Contains("declared with 3 replicas", refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Directory().WaitForAsync(-1, cancellationToken: Cancelled));
    }

    private PeerDirectory Directory() => _dns.Directory(time: _time, logger: _logger);

    private IAsyncEnumerator<PeerChange> Watch(ServicePort? port) => Directory().WatchAsync(port, Cancelled).GetAsyncEnumerator(Cancelled);
}
