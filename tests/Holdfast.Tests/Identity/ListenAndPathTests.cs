using System.Net;
using Holdfast.WellKnown;

namespace Holdfast.Tests.Identity;

/// <summary>Where a process listens and finds its claims: the same call is right in a pod, in a local cluster and alone.</summary>
public class ListenAndPathTests
{
    private static readonly StatefulSetInfo Set = ZooKeeper.StatefulSet;

    private static FakePod InPod => FakePod.InCluster().Named("zookeeper-1").InNamespace("shop");

    private static FakePod InLocalCluster => new FakePod().Named("zookeeper-1").InNamespace("default").With(PodEnvironmentVariables.LocalListen, "127.5.1.2");

    private static FakePod Alone => new FakePod().With(PodEnvironmentVariables.DevelopmentOrdinal, "1");

    [Fact]
    public void InAPodAnyAddressAndTheMountPath()
    {
        PodIdentity self = InPod.Identify(Set);

        Assert.Equal(new IPEndPoint(IPAddress.Any, 2181), self.ListenOn(ZooKeeper.Client));
        Assert.Equal("/data", self.PathOf(ZooKeeper.Data));
        Assert.Equal("/tmp/x", self.PathOf(new Volume("scratch", "/tmp/x")));
    }

    [Theory]
    [InlineData("10.1.2.3", "0.0.0.0")]
    [InlineData("fd00::7", "::")]
    [InlineData("", "0.0.0.0")]
    public void InAPodTheFamilyIsThatOfItsAddress(string own, string expected) =>
        Assert.Equal(IPAddress.Parse(expected), InPod.With("POD_IP", own).Identify(Set).ListenOn(ZooKeeper.Client).Address);

    [Fact]
    public void InALocalClusterTheMembersOwnAddressAndFolder()
    {
        PodIdentity self = InLocalCluster.With("HOLDFAST_PATH_DATA", "/home/me/claims/data-zookeeper-1").With("HOLDFAST_PATH_MY_LOGS", "/home/me/logs").Identify(Set);

        Assert.Equal(new IPEndPoint(IPAddress.Parse("127.5.1.2"), 2181), self.ListenOn(ZooKeeper.Client));
        Assert.Equal("/home/me/claims/data-zookeeper-1", self.PathOf(ZooKeeper.Data));
        Assert.Equal("/home/me/logs", self.PathOf(new Volume("my-logs", mountPath: null)));
    }

    [Fact]
    public void InALocalClusterWithOneAddressTheMembersOwnPort() => Assert.Equal(
        new IPEndPoint(IPAddress.Parse("127.5.1.2"), 40123), InLocalCluster.With("HOLDFAST_PORT_CLIENT", "40123").Identify(Set).ListenOn(ZooKeeper.Client));

    [Fact]
    public void AloneTheLoopbackAddressAndATemporaryFolder()
    {
        PodIdentity self = Alone.Identify(Set);

        Assert.Equal(new IPEndPoint(IPAddress.Loopback, 2181), self.ListenOn(ZooKeeper.Client));
        Assert.Equal(new IPEndPoint(IPAddress.Loopback, 2181), self.EndPointOf(ZooKeeper.Client, self.Pod));
        Assert.Equal(new IPEndPoint(IPAddress.Loopback, 2181), self.EndPointOf(ZooKeeper.Client, ZooKeeper.Pods[1]));
        Assert.Equal(new DnsEndPoint("zookeeper-0.zookeeper.default.svc.cluster.local", 2181), self.EndPointOf(ZooKeeper.Client, ZooKeeper.Pods[0]));
        Assert.Equal(Path.Combine(Path.GetTempPath(), "holdfast", "data-zookeeper-1"), self.PathOf(ZooKeeper.Data));
        Assert.True(Directory.Exists(self.PathOf(ZooKeeper.Data)));
        Directory.Delete(self.PathOf(ZooKeeper.Data));
    }

    [Fact]
    public void OthersAreReachedByNameInAPodAndByAddressInALocalCluster()
    {
        Pod first = ZooKeeper.Pods[0];

        Assert.Equal(new DnsEndPoint("zookeeper-0.zookeeper.shop.svc.cluster.local", 2181), InPod.Identify(Set).EndPointOf(ZooKeeper.Client, first));
        PodIdentity local = InLocalCluster
            .With("HOLDFAST_MEMBERS", "default/zookeeper-0/client=127.5.1.1:2181 default/zookeeper-1/client=127.5.1.2:2181 shop/kafka-0/client=127.0.0.1:40000")
            .Identify(Set);
        Assert.Equal(new IPEndPoint(IPAddress.Parse("127.5.1.1"), 2181), local.EndPointOf(ZooKeeper.Client, first));
        Assert.Equal(local.ListenOn(ZooKeeper.Client), local.EndPointOf(ZooKeeper.Client, local.Pod));

        // Another application's, and a member that came later.
        var kafka = new StatefulSetInfo("kafka") { Namespace = "shop" };
        Assert.Equal(new IPEndPoint(IPAddress.Loopback, 40000), local.EndPointOf(new ServicePort(kafka, "client", 9092, PortProtocol.Tcp), kafka.Pods[0]));
        Assert.Equal(new DnsEndPoint("zookeeper-2.zookeeper.default.svc.cluster.local", 2181), local.EndPointOf(ZooKeeper.Client, ZooKeeper.Pods[2]));
    }

    [Fact]
    public void WhatIsAnothersOrNowhereIsRefused()
    {
        PodIdentity self = InPod.Identify(Set);
        var kafka = new StatefulSetInfo("kafka");

        Assert.Contains("kafka", Assert.Throws<ArgumentException>(() => self.ListenOn(new ServicePort(kafka, "client", 1, PortProtocol.Tcp))).Message, StringComparison.Ordinal);
        Assert.Contains("kafka", Assert.Throws<ArgumentException>(() => self.PathOf(new ClaimTemplate(kafka, "data", "/data"))).Message, StringComparison.Ordinal);
        Assert.Contains("mounted nowhere", Assert.Throws<InvalidOperationException>(() => self.PathOf(new ClaimTemplate(Set, "data", null))).Message, StringComparison.Ordinal);
        Assert.Contains("which is not an address", Assert.Throws<InvalidOperationException>(
            () => InLocalCluster.With(PodEnvironmentVariables.LocalListen, "here").Identify(Set).ListenOn(ZooKeeper.Client)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => self.ListenOn(null!));
        Assert.Throws<ArgumentNullException>(() => self.PathOf((Volume)null!));
    }
}
