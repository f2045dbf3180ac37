using System.Net;
using ARSoft.Tools.Net.Dns;
using Holdfast.Discovery.Tests.Dns;

namespace Holdfast.Discovery.Tests;

public sealed class PeerDirectoryTests : IDisposable
{
    private const string Zone = "zookeeper.shop.svc.cluster.local";

    private readonly ClusterDns _dns = new ClusterDns().With("zookeeper-0", "10.0.0.10").With("zookeeper-1", "10.0.0.11").With("zookeeper-2", "10.0.0.12");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _dns.Dispose();

    [Fact]
    public async Task ByNameOneLookUpIsOneQueryForEachReplica()
    {
        PeerSnapshot snapshot = await _dns.Directory().ResolveAsync(cancellationToken: Cancelled);

        Assert.Equal(["zookeeper-0", "zookeeper-1", "zookeeper-2"], snapshot.Replicas.Names());
        Assert.Equal(["zookeeper-0", "zookeeper-2"], snapshot.Peers.Names());
        Assert.Equal("zookeeper-1", snapshot.Self?.Pod.Name);
        Assert.Empty(snapshot.Missing);
        Assert.Null(snapshot.Port);
        Assert.Equal($"zookeeper-0.{Zone}", snapshot.Replicas[0].HostName);
        Assert.Equal($"zookeeper-0.{Zone}.", snapshot.Replicas[0].AbsoluteHostName);
        Assert.Equal([IPAddress.Parse("10.0.0.10")], snapshot.Replicas[0].Addresses);
        Assert.Null(snapshot.Replicas[0].Port);
        Assert.Equal([$"A zookeeper-0.{Zone} UDP", $"A zookeeper-1.{Zone} UDP", $"A zookeeper-2.{Zone} UDP"], _dns.TakeQueries());
    }

    [Fact]
    public async Task BySRVOneLookUpIsOneQueryAndKeepsTheNames()
    {
        PeerDirectory directory = _dns.Directory();
        Assert.Null(directory.Latest);

        PeerSnapshot snapshot = await directory.ResolveAsync(ZooKeeper.Client, Cancelled);

        Assert.Equal([$"SRV _client._tcp.{Zone} UDP"], _dns.TakeQueries());
        Assert.Equal([$"zookeeper-0.{Zone}", $"zookeeper-1.{Zone}", $"zookeeper-2.{Zone}"], snapshot.Replicas.Select(replica => replica.HostName));
        Assert.Equal(["zookeeper-0", "zookeeper-2"], snapshot.Peers.Names());
        Assert.All(snapshot.Replicas, replica => Assert.Equal(2181, replica.Port));
        Assert.Equal([IPAddress.Parse("10.0.0.12")], snapshot.Replicas[2].Addresses);
        Assert.Same(snapshot, directory.Latest);
    }

    [Fact]
    public async Task SRVWithoutAddressesIsFollowedByName()
    {
        _dns.AddsAddresses = false;

        PeerSnapshot snapshot = await _dns.Directory().ResolveAsync(ZooKeeper.Client, Cancelled);

        Assert.Equal([IPAddress.Parse("10.0.0.10")], snapshot.Replicas[0].Addresses);
        Assert.Equal(
            [$"A zookeeper-0.{Zone} UDP", $"A zookeeper-1.{Zone} UDP", $"A zookeeper-2.{Zone} UDP", $"SRV _client._tcp.{Zone} UDP"], _dns.TakeQueries());
    }

    [Theory]
    [InlineData(true, new[] { "zookeeper-0", "zookeeper-1", "zookeeper-2" }, new string[0])]
    [InlineData(false, new[] { "zookeeper-0", "zookeeper-2" }, new[] { "zookeeper-1" })]
    public async Task ReplicasThatAreNotReadyAreThereWhereTheServicePublishesThem(bool publishNotReady, string[] replicas, string[] missing)
    {
        _dns.WithNotReady("zookeeper-1", "10.0.0.11").PublishNotReady = publishNotReady;
        PeerDirectory directory = _dns.Directory();

        foreach (PeerSnapshot snapshot in new[] { await directory.ResolveAsync(cancellationToken: Cancelled), await directory.ResolveAsync(ZooKeeper.Client, Cancelled) })
        {
            Assert.Equal(replicas, snapshot.Replicas.Names());
            Assert.Equal(missing, snapshot.Missing.Select(pod => pod.Name));
            Assert.Equal(publishNotReady, snapshot.Self is not null);
            Assert.Equal(["zookeeper-0", "zookeeper-2"], snapshot.Peers.Names());
        }
    }

    [Fact]
    public async Task AReplicaMayHaveTwoAddressesAndTheirOrderIsNoChange()
    {
        _dns.With("zookeeper-0", "10.0.0.20", "10.0.0.10").With("zookeeper-2", "10.0.0.12", "fd00::12");
        PeerDirectory directory = _dns.Directory(configure: options => options.Addresses = PeerAddresses.Both);
        PeerSnapshot first = await directory.ResolveAsync(cancellationToken: Cancelled);
        PeerSnapshot srv = await directory.ResolveAsync(ZooKeeper.Client, Cancelled);
        _dns.With("zookeeper-0", "10.0.0.10", "10.0.0.20");
        PeerSnapshot second = await directory.ResolveAsync(cancellationToken: Cancelled);

        Assert.Equal([IPAddress.Parse("10.0.0.10"), IPAddress.Parse("10.0.0.20")], first.Replicas[0].Addresses);
        Assert.Equal([IPAddress.Parse("10.0.0.12"), IPAddress.Parse("fd00::12")], first.Replicas[2].Addresses);
        Assert.Equal(first.Replicas.Select(replica => replica.Addresses), srv.Replicas.Select(replica => replica.Addresses));
        Assert.True(first.HasSameReplicas(second));
    }

    [Theory]
    [InlineData(PeerAddresses.IPv4OrIPv6, "10.0.0.12", "A A A AAAA")]
    [InlineData(PeerAddresses.IPv4, "10.0.0.12", "A A A")]
    [InlineData(PeerAddresses.IPv6, "fd00::12", "AAAA AAAA AAAA")]
    [InlineData(PeerAddresses.Both, "10.0.0.12 fd00::12", "A A A AAAA AAAA AAAA")]
    public async Task FamiliesOfAddressesAreAChoice(PeerAddresses addresses, string expected, string queries)
    {
        _dns.With("zookeeper-0", "fd00::10").With("zookeeper-2", "10.0.0.12", "fd00::12");
        PeerDirectory directory = _dns.Directory(configure: options => options.Addresses = addresses);

        PeerSnapshot byName = await directory.ResolveAsync(cancellationToken: Cancelled);
        Assert.Equal(queries, string.Join(' ', _dns.TakeQueries().Select(query => query.Split(' ')[0])));
        PeerSnapshot bySrv = await directory.ResolveAsync(ZooKeeper.Client, Cancelled);

        Assert.All([byName, bySrv], snapshot =>
        {
            Assert.Equal(expected, string.Join(' ', snapshot.Find(ZooKeeper.Pods[2])!.Addresses));
            Assert.Equal(addresses != PeerAddresses.IPv4, snapshot.Find(ZooKeeper.Pods[0]) is not null);
        });
    }

    [Fact]
    public async Task WhatIsTooLongForUDPComesByTCP()
    {
        foreach (int ordinal in Enumerable.Range(0, 60))
        {
            _dns.With($"zookeeper-{ordinal}", $"10.0.1.{ordinal}");
        }

        PeerSnapshot snapshot = await _dns.Directory().ResolveAsync(ZooKeeper.Client, Cancelled);

        Assert.Equal([$"SRV _client._tcp.{Zone} TCP", $"SRV _client._tcp.{Zone} UDP"], _dns.TakeQueries());
        Assert.Equal(60, snapshot.Replicas.Count);
        Assert.Equal("zookeeper-59", snapshot.Replicas[59].Pod.Name);
        Assert.Equal([IPAddress.Parse("10.0.1.59")], snapshot.Replicas[59].Addresses);
    }

    [Fact]
    public async Task ASetThatIsNotThereIsNoError()
    {
        using var empty = new ClusterDns();
        PeerDirectory directory = empty.Directory();

        PeerSnapshot byName = await directory.ResolveAsync(cancellationToken: Cancelled);
        Assert.Equal([$"A zookeeper-0.{Zone} UDP", $"A zookeeper-1.{Zone} UDP", $"A zookeeper-2.{Zone} UDP"], empty.TakeQueries());
        PeerSnapshot bySrv = await directory.ResolveAsync(ZooKeeper.Client, Cancelled);

        Assert.All([byName, bySrv], snapshot =>
        {
            Assert.Empty(snapshot.Replicas);
            Assert.Equal(["zookeeper-0", "zookeeper-1", "zookeeper-2"], snapshot.Missing.Select(pod => pod.Name));
            Assert.Equal(TimeSpan.FromSeconds(30), snapshot.NegativeTime);
        });
    }

    [Fact]
    public async Task SRVFindsReplicasBeyondTheDeclaredOnesAndNoStrangers()
    {
        _dns.With("zookeeper-4", "10.0.0.14").With("10-0-0-99", "10.0.0.99").With("zookeeper-01", "10.0.0.98").With("kafka-0", "10.0.0.97");

        PeerSnapshot snapshot = await _dns.Directory().ResolveAsync(ZooKeeper.Client, Cancelled);

        Assert.Equal(["zookeeper-0", "zookeeper-1", "zookeeper-2", "zookeeper-4"], snapshot.Replicas.Names());
        Assert.Equal(4, snapshot.Replicas[3].Pod.Ordinal);
        Assert.Equal($"zookeeper-4.{Zone}", snapshot.Replicas[3].Pod.HostName);
    }

    [Fact]
    public async Task AServerThatFailsIsAnErrorAndNotAnEmptySet()
    {
        _dns.Failure = ReturnCode.ServerFailure;

        DiscoveryException failed = await Assert.ThrowsAsync<DiscoveryException>(() => _dns.Directory().ResolveAsync(ZooKeeper.Client, Cancelled));
        Assert.Contains("ServerFailure", failed.Message, StringComparison.Ordinal);

        _dns.Stop();
        failed = await Assert.ThrowsAsync<DiscoveryException>(() => _dns.Directory().ResolveAsync(cancellationToken: Cancelled));
        Assert.Contains("No DNS server answered the query for zookeeper-", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASecondServerIsAskedWhenTheFirstDoesNotAnswer()
    {
        using var dead = new ClusterDns();
        dead.Stop();

        PeerSnapshot snapshot = await dead.Directory(configure: options => options.Servers.Add(_dns.EndPoint)).ResolveAsync(ZooKeeper.Client, Cancelled);

        Assert.Equal(3, snapshot.Replicas.Count);
    }

    [Fact]
    public async Task ALookUpCanBeEnded()
    {
        using var ended = new CancellationTokenSource();
        await ended.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _dns.Directory().ResolveAsync(cancellationToken: ended.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _dns.Directory().ResolveAsync(ZooKeeper.Client, ended.Token));
    }

    [Fact]
    public void SeedsAreAllTheOthersInOrderAndNeedNoServer()
    {
        _dns.Stop();
        PeerDirectory directory = _dns.Directory();

        Assert.Equal([$"zookeeper-0.{Zone}", $"zookeeper-2.{Zone}"], directory.Seeds(ZooKeeper.Client).Select(seed => seed.Host));
        Assert.Equal(
            [$"zookeeper-0.{Zone}", $"zookeeper-1.{Zone}", $"zookeeper-2.{Zone}"], directory.Seeds(ZooKeeper.Client, includeSelf: true).Select(seed => seed.Host));
        Assert.All(directory.Seeds(ZooKeeper.Client), seed => Assert.Equal(2181, seed.Port));
        Assert.Empty(_dns.TakeQueries());
    }

    [Fact]
    public async Task PortsOfOtherSetsAreRefused()
    {
        var other = new ServicePort(new StatefulSetInfo("kafka"), "client", 9092, PortProtocol.Tcp);

        Assert.Throws<ArgumentException>(() => _dns.Directory().Seeds(other));
        ArgumentException refused = await Assert.ThrowsAsync<ArgumentException>(() => _dns.Directory().ResolveAsync(other, Cancelled));
        Assert.Contains("belongs to \"kafka\"", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASetWithoutAServiceHasNoNames()
    {
        var set = new StatefulSetInfo("zookeeper") { ServiceName = "" };
        InvalidOperationException refused = await Assert.ThrowsAsync<InvalidOperationException>(() => _dns.Directory(set: set).ResolveAsync(cancellationToken: Cancelled));
        Assert.Contains("declares no governing Service", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AClientOfTheSetLeavesNobodyOut()
    {
        var options = new DiscoveryOptions { Namespace = "shop" };
        options.Servers.Add(_dns.EndPoint);
        IPeerDirectory directory = PeerDirectory.Create(ZooKeeper.StatefulSet, options: options);

        PeerSnapshot snapshot = await directory.ResolveAsync(cancellationToken: Cancelled);

        Assert.Null(directory.Self);
        Assert.Equal(snapshot.Replicas, snapshot.Peers);
        Assert.Equal(3, directory.Seeds(ZooKeeper.Client).Count);
    }
}
