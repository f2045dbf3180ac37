using System.Collections.Immutable;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Holdfast.Local.Manifests;
using Holdfast.Local.Network;

namespace Holdfast.Local.Tests;

/// <summary>DNS answers without any process.</summary>
public class ClusterDnsTests
{
    private static readonly ImmutableSortedDictionary<string, string> Labels = ImmutableSortedDictionary<string, string>.Empty.Add("app", "shop");

    [Fact]
    public async Task AnAnswerThatIsLongComesByTCP()
    {
        using ClusterDns dns = Start(200, out _);
        using var asker = new DnsAsker(dns.EndPoint);

        string[] targets = await asker.TargetsAsync("_http._tcp.shop.default.svc.cluster.local");

        Assert.Equal(200, targets.Length);
        Assert.Contains("shop-199.shop.default.svc.cluster.local.:8080", targets);
        Assert.Equal(200, (await asker.AddressesAsync("shop.default.svc.cluster.local")).Length);
    }

    [Fact]
    public async Task TheZoneIsTheAskers()
    {
        using ClusterDns dns = Start(1, out _);
        using var asker = new DnsAsker(dns.EndPoint);

        Assert.Equal([IPAddress.Parse("127.8.1.0")], await asker.AddressesAsync("shop-0.shop.default.svc.corp.example"));
        Assert.Equal(["shop-0.shop.default.svc.corp.example.:8080"], await asker.TargetsAsync("_http._tcp.shop.default.svc.corp.example"));
        Assert.Equal(("NXDOMAIN", 2), await asker.NothingAsync("shop-0.shop.other.svc.corp.example"));
        Assert.Equal(("NXDOMAIN", 2), await asker.NothingAsync("x.shop-0.shop.default.svc.corp.example"));
        Assert.Equal(("NXDOMAIN", 2), await asker.NothingAsync("svc.cluster.local"));
    }

    [Fact]
    public async Task UnderAServiceThatDoesNotGovernAPodHasANameOfItsAddress()
    {
        using ClusterDns dns = Start(1, out ClusterNetwork network);
        network.Add([new ServiceSpec("all", "default") { IsHeadless = true, Selector = Labels, Ports = [new ServicePortSpec("web", 8080, "http", "tcp")] }]);
        network.Add([new ServiceSpec("far", "default") { ExternalName = "example.com" }]);
        network.Add([new ServiceSpec("nothing", "default") { IsHeadless = true }]);
        using var asker = new DnsAsker(dns.EndPoint);

        Assert.Equal(["127-8-1-0.all.default.svc.cluster.local.:8080"], await asker.TargetsAsync("_web._tcp.all.default.svc.cluster.local"));
        Assert.Equal([IPAddress.Parse("127.8.1.0")], await asker.AddressesAsync("127-8-1-0.all.default.svc.cluster.local"));
        Assert.Equal(("NXDOMAIN", 2), await asker.NothingAsync("shop-0.all.default.svc.cluster.local"));
        Assert.Equal(("NXDOMAIN", 2), await asker.NothingAsync("nothing.default.svc.cluster.local"));
        Assert.Equal("example.com.", await asker.AliasAsync("far.default.svc.cluster.local"));
    }

    [Fact]
    public async Task AReservedAddressIsWaitedFor_AndAnyOtherIsNot()
    {
        using var held = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        held.Bind(new IPEndPoint(IPAddress.Parse("127.0.0.77"), 0));
        var endPoint = (IPEndPoint)held.LocalEndPoint!;

        Assert.Equal(SocketError.AddressAlreadyInUse, Assert.Throws<SocketException>(() => Dns(endPoint, isReserved: false)).SocketErrorCode);
        Task<ClusterDns> starting = Task.Run(() => Dns(endPoint, isReserved: true), TestContext.Current.CancellationToken);
        await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.False(starting.IsCompleted, $"{starting.Status} {starting.Exception}");
        held.Close();
        using ClusterDns dns = await starting;

        Assert.Equal(endPoint, dns.EndPoint);
    }

    /// <summary>A process that begins has all sockets of this one for a moment, and keeps the port of one that is closed.</summary>
    [Fact]
    public async Task ProcessesThatBeginMeanwhileKeepNoPort()
    {
        var endPoints = new IPEndPoint[200];
        for (int i = 0; i < endPoints.Length; i++)
        {
            endPoints[i] = new IPEndPoint(new IPAddress([127, 0, 1, (byte)(i + 1)]), 10061);
        }

        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        Task starting = Task.Run(
            () =>
            {
                while (!end.IsCancellationRequested)
                {
                    using Process process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, "--version") { RedirectStandardOutput = true })!;
                    process.Kill();
                }
            },
            TestContext.Current.CancellationToken);
        foreach (IPEndPoint endPoint in endPoints)
        {
            Dns(endPoint, isReserved: true).Dispose();
        }

        await end.CancelAsync();
        await starting;
    }

    private static ClusterDns Dns(IPEndPoint endPoint, bool isReserved) => new(endPoint, static () => null, negativeSeconds: 2, isReserved);

    private static ClusterDns Start(int members, out ClusterNetwork network)
    {
        ClusterDns? dns = null;
        ClusterNetwork? answering = null;
        LoopbackBlock block = LoopbackBlock.Take(own: true, address => dns = new ClusterDns(new IPEndPoint(address, 10059), () => answering, negativeSeconds: 2));
        network = answering = new ClusterNetwork(block, "default");
        network.Add([new ServiceSpec("shop", "default") { IsHeadless = true, Selector = Labels, Ports = [new ServicePortSpec("http", 8080, "http", "tcp")] }]);
        for (int i = 0; i < members; i++)
        {
            network.Set(new Endpoint("default", $"shop-{i}", "shop")
            {
                Address = IPAddress.Parse($"127.8.1.{i}"),
                Listens = IPAddress.Parse($"127.8.1.{i}"),
                Labels = Labels,
                Ports = [("http", 8080, 8080)],
                IsReady = true,
            });
        }

        return dns!;
    }
}
