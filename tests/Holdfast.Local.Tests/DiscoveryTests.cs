using System.Net;

namespace Holdfast.Local.Tests;

/// <summary>Members find each other as in a cluster.</summary>
public class DiscoveryTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task HoldfastDiscoveryFindsMembersByNameAndBySrv()
    {
        await using LocalCluster cluster = await LocalCluster.StartAsync([ShopManifest.App(ShopManifest.Yaml(2, more: ShopManifest.Client))], ShopManifest.Options(), Cancellation);
        LocalSet shop = cluster["shop"];

        string[] found = (await shop[0].AskAsync("/find")).Split('\n');

        Assert.Equal(string.Join(' ', shop.Members.Select(member => $"{member}.shop.default.svc.cluster.local={member.Address}")), found[0]);
        Assert.Equal(string.Join(' ', shop.Members.Select(member => $"{member}.shop.default.svc.cluster.local={member.Address}:8080")), found[1]);
        Assert.Equal("shop-1", await shop[0].AskAsync("/reach"));
    }

    [Fact]
    public async Task MembersWithOneAddressHavePortsOfTheirOwnThatSRVCarries()
    {
        string yaml = ShopManifest.Yaml(2, container: "env:\n- name: PEERS\n  value: shop-0.shop:8080,shop-1.shop:8080");
        await using LocalCluster cluster = await LocalCluster.StartAsync([ShopManifest.App(yaml)], ShopManifest.Options() with { OwnAddresses = false }, Cancellation);
        LocalSet shop = cluster["shop"];

        Assert.All(shop.Members, member => Assert.Equal(IPAddress.Loopback, member.Address));
        Assert.NotEqual(shop[0].EndPoint(Members.Port).Port, shop[1].EndPoint(Members.Port).Port);
        Assert.Equal("shop-1", await shop[0].AskAsync("/reach"));
        Assert.Equal($"{shop[0].EndPoint(Members.Port)},{shop[1].EndPoint(Members.Port)}", (await shop[1].EnvironmentAsync())["PEERS"]);
    }

    [Fact]
    public async Task AServiceWithAnAddressLeadsToMembersThatAreReady()
    {
        string yaml = ShopManifest.Yaml(2, probes: ShopManifest.HttpProbes + "\n  failureThreshold: 1", more: ShopManifest.Client);
        await using LocalCluster cluster = await LocalCluster.StartAsync([ShopManifest.App(yaml)], ShopManifest.Options(), Cancellation);
        LocalSet shop = cluster["shop"];
        using var dns = new DnsAsker(cluster.DnsServer);
        IPAddress address = Assert.Single(await dns.AddressesAsync("shop-client.default.svc.cluster.local"));
        var service = new IPEndPoint(address, 80);

        HashSet<string> answered = [];
        for (int i = 0; i < 40; i++)
        {
            answered.Add(await Members.AskAsync(service, "/name"));
        }

        Assert.Equal(["shop-0", "shop-1"], answered.Order());
        shop[0].Write("unready");
        await Members.UntilAsync(() => !shop[0].IsReady, "it is still Ready");
        for (int i = 0; i < 10; i++)
        {
            Assert.Equal("shop-1", await Members.AskAsync(service, "/name"));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task DNSListsMembersThatAreNotReadyAsTheServiceSays(bool publishes)
    {
        string yaml = ShopManifest.Yaml(2, probes: ShopManifest.HttpProbes + "\n  failureThreshold: 1")
            .Replace("publishNotReadyAddresses: true", $"publishNotReadyAddresses: {(publishes ? "true" : "false")}", StringComparison.Ordinal);
        await using LocalCluster cluster = await LocalCluster.StartAsync([ShopManifest.App(yaml)], ShopManifest.Options() with { NegativeCacheSeconds = 3 }, Cancellation);
        LocalSet shop = cluster["shop"];
        using var dns = new DnsAsker(cluster.DnsServer);

        shop[1].Write("unready");
        await Members.UntilAsync(() => !shop[1].IsReady, "it is still Ready");

        Assert.Equal(publishes ? 1 : 0, (await dns.AddressesAsync("shop-1.shop.default.svc.cluster.local")).Length);
        Assert.Equal(publishes ? 2 : 1, (await dns.AddressesAsync("shop.default.svc.cluster.local")).Length);
        Assert.Equal(publishes ? 2 : 1, (await dns.TargetsAsync("_http._tcp.shop.default.svc.cluster.local")).Length);

        // What is not there is said with a SOA record; so is what is there with records of other kinds.
        Assert.Equal(("NXDOMAIN", 3), await dns.NothingAsync("shop-7.shop.default.svc.cluster.local"));
        Assert.Equal(("NXDOMAIN", 3), await dns.NothingAsync("_other._tcp.shop.default.svc.cluster.local"));
        Assert.Equal(("NXDOMAIN", 3), await dns.NothingAsync("orders.default.svc.cluster.local"));
        Assert.Equal(("NOERROR", 3), await dns.NothingAsync("shop-0.shop.default.svc.cluster.local", ARSoft.Tools.Net.Dns.RecordType.Aaaa));
        Assert.Empty(await dns.AddressesAsync("example.com"));
    }

    [Fact]
    public async Task AMemberThatIsCutOffReachesNoOtherAndNoneReachesIt()
    {
        await using LocalCluster cluster = await LocalCluster.StartAsync([ShopManifest.App(ShopManifest.Yaml(3, "Parallel"))], ShopManifest.Options() with { CanCutOff = true }, Cancellation);
        LocalSet shop = cluster["shop"];
        Assert.Equal("shop-1 shop-2", await shop[0].AskAsync("/reach"));

        shop[2].CutOff();
        Assert.Equal("shop-1", await shop[0].AskAsync("/reach"));
        Assert.Equal("shop-0", await shop[1].AskAsync("/reach"));
        Assert.Equal("no DNS", await shop[2].AskAsync("/reach"));
        Assert.True(shop[2].IsReady);

        shop[2].Reconnect();
        Assert.Equal("shop-0 shop-1", await shop[2].AskAsync("/reach"));
        Assert.Equal("shop-1 shop-2", await shop[0].AskAsync("/reach"));
    }
}
