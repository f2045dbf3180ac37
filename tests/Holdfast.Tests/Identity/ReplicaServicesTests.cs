using System.Net;

namespace Holdfast.Tests.Identity;

/// <summary>Services that lead to one replica, and ports that Services offer under their own number.</summary>
public class ReplicaServicesTests
{
    private static readonly StatefulSetInfo Set = new("zookeeper") { Replicas = 3, OrdinalStart = 1 };

    private static readonly ReplicaServices Services = new(Set, "outside");

    [Fact]
    public void EachMemberHasAServiceOfItsOrdinal()
    {
        Assert.Equal(["outside-1", "outside-2", "outside-3"], Set.Pods.Select(pod => Services[pod].Name));
        Assert.Equal("outside-1", Services[Set.Pods[0]].HostName);
        Assert.Equal("outside", Services.ToString());
        Assert.Same(Set, Services.Set);
    }

    [Fact]
    public void WhatEitherKnowsOfTheNamespaceCounts()
    {
        Assert.Equal("outside-1.shop.svc.cluster.local", Services.In("shop")[Set.Pods[0]].HostName);
        Assert.Equal("outside-1.shop.svc.corp.example", Services[Set.In("shop", "corp.example").Pods[0]].HostName);
    }

    [Fact]
    public void APodOfAnotherSetHasNone()
    {
        Assert.Throws<ArgumentException>("pod", () => Services[new StatefulSetInfo("other") { Replicas = 1 }.Pods[0]]);
        Assert.Throws<ArgumentException>("pod", () => Services.In("shop")[Set.In("other").Pods[0]]);
        Assert.Throws<ArgumentNullException>("pod", () => Services[null!]);
    }

    [Fact]
    public void TheNameMustBeALabel()
    {
        Assert.Throws<ArgumentException>("name", () => new ReplicaServices(Set, "Outside"));
        Assert.Throws<ArgumentNullException>("name", () => new ReplicaServices(Set, null!));
        Assert.Throws<ArgumentNullException>("set", () => new ReplicaServices(null!, "outside"));
        Assert.Throws<ArgumentException>("name", () => new ReplicaServices(Set, new string('a', 62))[Set.Pods[0]]);
    }

    [Fact]
    public void AServiceIsReachedUnderItsOwnNumberAndAMemberUnderTheContainers()
    {
        var port = new ServicePort(Set, "http", 8080, PortProtocol.Tcp, 80);

        Assert.Equal((8080, 80), (port.Number, port.ServiceNumber));
        Assert.Equal(80, port.In("shop").ServiceNumber);
        Assert.Equal(new DnsEndPoint("outside-1", 80), port.On(Services[Set.Pods[0]]));
        Assert.Equal(new DnsEndPoint("zookeeper-1.zookeeper", 8080), port.On(Set.Pods[0]));
        Assert.Equal(8080, new ServicePort(Set, "http", 8080, PortProtocol.Tcp).ServiceNumber);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(65536)]
    public void AServicesNumberMustBeOne(int number) =>
        Assert.Throws<ArgumentOutOfRangeException>("serviceNumber", () => new ServicePort(Set, "http", 80, PortProtocol.Tcp, number));
}
