using System.Globalization;
using System.Net;

namespace Holdfast.Tests.Identity;

/// <summary>Names against the examples of the Kubernetes DNS specification, sections 2.3 and 2.4.</summary>
public class DnsNameTests
{
    // The specification's examples: Service "headless" and "kubernetes" in "default"; its endpoint "my-pet".
    private static readonly StatefulSetInfo MyPet = new("my-pet") { ServiceName = "headless", Replicas = 3, Namespace = "default" };

    [Fact]
    public void PodHasTheAddressRecordOfSection2_4_1() =>
        Assert.Equal("my-pet-2.headless.default.svc.cluster.local", MyPet.Pods[2].HostName);

    [Fact]
    public void PortHasTheServiceRecordOfSection2_4_2() =>
        Assert.Equal(
            "_https._tcp.headless.default.svc.cluster.local",
            new ServicePort(MyPet, "https", 443, PortProtocol.Tcp).SrvName);

    [Fact]
    public void ClientServiceHasTheAddressRecordOfSection2_3_1() =>
        Assert.Equal("kubernetes.default.svc.cluster.local", new Service(MyPet, "kubernetes").HostName);

    [Theory]
    [InlineData(PortProtocol.Tcp, "_dns._tcp.headless.default.svc.cluster.local")]
    [InlineData(PortProtocol.Udp, "_dns._udp.headless.default.svc.cluster.local")]
    [InlineData(PortProtocol.Sctp, "_dns._sctp.headless.default.svc.cluster.local")]
    public void ProtocolIsALowerCaseLabel(PortProtocol protocol, string expected) =>
        Assert.Equal(expected, new ServicePort(MyPet, "dns", 53, protocol).SrvName);

    [Fact]
    public void NamesAreShortWhileTheNamespaceIsNotKnown()
    {
        Assert.Equal("zookeeper-0.zookeeper", ZooKeeper.Pods[0].HostName);
        Assert.Equal("_client._tcp.zookeeper", ZooKeeper.Client.SrvName);
        Assert.Equal("zookeeper-clients", ZooKeeper.Clients.HostName);
        Assert.Equal(new DnsEndPoint("zookeeper-2.zookeeper", 2181), ZooKeeper.Client.On(ZooKeeper.Pods[2]));
        Assert.Equal(new DnsEndPoint("zookeeper-clients", 2181), ZooKeeper.Client.On(ZooKeeper.Clients));
    }

    [Fact]
    public void NamesAreFullyQualifiedOnceTheNamespaceIsKnown()
    {
        Assert.Equal("zookeeper-0.zookeeper.shop.svc.cluster.local", ZooKeeper.Pods.In("shop")[0].HostName);
        Assert.Equal("_client._tcp.zookeeper.shop.svc.cluster.local", ZooKeeper.Client.In("shop").SrvName);
        Assert.Equal("zookeeper-clients.shop.svc.cluster.local", ZooKeeper.Clients.In("shop").HostName);
    }

    [Fact]
    public void ClusterDomainIsNoConstant()
    {
        Assert.Equal("zookeeper-0.zookeeper.shop.svc.k8s.example.org", ZooKeeper.Pods.In("shop", "k8s.example.org")[0].HostName);
        Assert.Equal("_client._tcp.zookeeper.shop.svc.k8s.example.org", ZooKeeper.Client.In("shop", "k8s.example.org").SrvName);
        Assert.Equal("zookeeper-clients.shop.svc.k8s.example.org", ZooKeeper.Clients.In("shop", "k8s.example.org").HostName);
    }

    [Fact]
    public void DeclaredClusterDomainStaysWhenOnlyTheNamespaceIsLearnt()
    {
        var set = new StatefulSetInfo("zookeeper") { ClusterDomain = "k8s.example.org" };

        Assert.Equal("zookeeper-0.zookeeper", set.Pods[0].HostName);
        Assert.Equal("zookeeper-0.zookeeper.shop.svc.k8s.example.org", set.In("shop").Pods[0].HostName);
    }

    [Fact]
    public void EndpointIsAsWellQualifiedAsPortOrTargetIs()
    {
        const string host = "zookeeper-1.zookeeper.shop.svc.cluster.local";

        Assert.Equal(new DnsEndPoint(host, 2181), ZooKeeper.Client.On(ZooKeeper.Pods.In("shop")[1]));
        Assert.Equal(new DnsEndPoint(host, 2181), ZooKeeper.Client.In("shop").On(ZooKeeper.Pods[1]));
        Assert.Equal(
            new DnsEndPoint("zookeeper-clients.shop.svc.cluster.local", 2181),
            ZooKeeper.Client.In("shop").On(ZooKeeper.Clients));
        Assert.Equal(
            new DnsEndPoint("zookeeper-1.zookeeper.shop.svc.k8s.example.org", 2181),
            ZooKeeper.Client.In("shop", "k8s.example.org").On(ZooKeeper.Pods.In("shop")[1]));
    }

    [Fact]
    public void NamesCountFromTheFirstOrdinal()
    {
        var set = new StatefulSetInfo("w") { OrdinalStart = 5, Replicas = 3, ClaimTemplates = ["d"] };

        Assert.Equal(["w-5.w", "w-6.w", "w-7.w"], set.Pods.Select(pod => pod.HostName));
        Assert.Equal(["d-w-5", "d-w-6", "d-w-7"], new ClaimTemplate(set, "d", null).ClaimNames);
    }

    [Fact]
    public void WithoutAGoverningServiceThereAreNoDnsNames()
    {
        var set = new StatefulSetInfo("batch") { ServiceName = "" };
        var port = new ServicePort(set, "http", 8080, PortProtocol.Tcp);
        Func<object>[] names = [() => set.Pods[0].HostName, () => port.SrvName, () => port.On(set.Pods[0])];

        Assert.All(names, name =>
        {
            string message = Assert.Throws<InvalidOperationException>(name).Message;
            Assert.Contains("\"batch\"", message, StringComparison.Ordinal);
            Assert.Contains("no DNS names", message, StringComparison.Ordinal);
            Assert.Contains("Declare the name of a headless Service", message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void WithoutAGoverningServiceAllElseStillHasItsName()
    {
        var set = new StatefulSetInfo("batch") { ServiceName = "" };

        Assert.Equal("batch-0", set.Pods[0].Name);
        Assert.Equal("scratch-batch-0", new ClaimTemplate(set, "scratch", "/tmp").ClaimName(set.Pods[0]));
        Assert.Equal(
            new DnsEndPoint("batch-http", 8080),
            new ServicePort(set, "http", 8080, PortProtocol.Tcp).On(new Service(set, "batch-http")));
    }

    [Fact]
    public void NamesDoNotDependOnTheCulture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            var odd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            odd.NumberFormat.NegativeSign = "minus";
            CultureInfo.CurrentCulture = odd;

            Assert.Equal("zookeeper-1234", ZooKeeper.StatefulSet.WithReplicas(2000).Pods[1234].Name);
            Assert.Contains("is -1", Assert.Throws<ArgumentOutOfRangeException>(() => ZooKeeper.Data.ClaimName(-1)).Message, StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
