using Holdfast.Discovery.Tests.Dns;

namespace Holdfast.Discovery.Tests;

/// <summary>Under which names replicas are looked for.</summary>
public class NameTests
{
    private const string ResolvConf = "search shop.svc.example.org svc.example.org example.org corp.test\nnameserver 10.96.0.10\noptions ndots:5\n";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AbsoluteNamesAreAskedForOnceWhateverTheSearchPathIs()
    {
        using var dns = new ClusterDns("zookeeper.shop.svc.example.org");
        PeerDirectory directory = dns.Directory(FakePod.InCluster().Named("zookeeper-0").InNamespace("shop").WithResolvConf(ResolvConf));

        await directory.ResolveAsync(ZooKeeper.Client, Cancelled);

        // Not there, and still one query.
        Assert.Equal(["SRV _client._tcp.zookeeper.shop.svc.example.org UDP"], dns.TakeQueries());
    }

    [Fact]
    public async Task OtherNamesTakeTheSearchPathAsItComes()
    {
        using var dns = new ClusterDns("zookeeper.corp.test").With("zookeeper-0", "10.0.0.10").With("zookeeper-2", "10.0.0.12");
        PeerDirectory directory = dns.Directory(
            FakePod.InCluster().Named("zookeeper-0").InNamespace("shop").WithResolvConf(ResolvConf),
            configure: options => options.AbsoluteNames = false);

        PeerSnapshot srv = await directory.ResolveAsync(ZooKeeper.Client, Cancelled);

        Assert.Equal(
            [
                "SRV _client._tcp.zookeeper.corp.test UDP",
                "SRV _client._tcp.zookeeper.example.org UDP",
                "SRV _client._tcp.zookeeper.shop.svc.example.org UDP",
                "SRV _client._tcp.zookeeper.svc.example.org UDP",
            ],
            dns.TakeQueries());
        Assert.Equal(["zookeeper-0.zookeeper.corp.test", "zookeeper-2.zookeeper.corp.test"], srv.Replicas.Select(replica => replica.HostName));

        PeerSnapshot named = await directory.ResolveAsync(cancellationToken: Cancelled);
        Assert.Equal(["zookeeper-0.zookeeper", "zookeeper-2.zookeeper"], named.Replicas.Select(replica => replica.HostName));
        Assert.Equal(["zookeeper-2"], named.Peers.Names());
        Assert.Equal("zookeeper-2.zookeeper", Assert.Single(directory.Seeds(ZooKeeper.Client), seed => seed.Host.StartsWith("zookeeper-2", StringComparison.Ordinal)).Host);
    }

    public static TheoryData<string, string?, string?, string?, string?, string> Namespaces => new()
    {
        { "all", "chosen", "variable", "account\n", ResolvConf, "chosen.svc.example.org" },
        { "variable", null, "variable", "account\n", ResolvConf, "variable.svc.example.org" },
        { "service account", null, null, "account\n", ResolvConf, "account.svc.example.org" },
        { "search path alone", null, null, null, ResolvConf, "shop.svc.example.org" },
        { "no search path", null, "variable", null, null, "variable.svc.cluster.local" },
    };

    [Theory]
    [MemberData(nameof(Namespaces))]
    public void NamespaceAndDomainAreLearnt(string what, string? chosen, string? variable, string? account, string? resolvConf, string expected)
    {
        Assert.NotEmpty(what);
        FakePod pod = FakePod.InCluster().Named("zookeeper-0");
        pod = variable is null ? pod : pod.InNamespace(variable);
        pod = account is null ? pod : pod.WithServiceAccountNamespace(account);
        pod = resolvConf is null ? pod : pod.WithResolvConf(resolvConf);

        var options = new DiscoveryOptions { Namespace = chosen };
        foreach (PodIdentity? self in new[] { pod.Identify(ZooKeeper.StatefulSet), null })
        {
            StatefulSetInfo set = SetLocation.Locate(ZooKeeper.StatefulSet, self, options, pod);
            Assert.Equal($"zookeeper-0.zookeeper.{expected}", set.Pods[0].HostName);
        }

        options.ClusterDomain = "other.test";
        Assert.EndsWith(".svc.other.test", SetLocation.Locate(ZooKeeper.StatefulSet, null, options, pod).Pods[0].HostName, StringComparison.Ordinal);
    }

    [Fact]
    public void ADeclaredNamespaceGoesBeforeWhatIsLearnt() =>
        Assert.Equal(
            "db.svc.example.org",
            string.Join('.', SetLocation.Locate(
                ZooKeeper.StatefulSet.In("db"), null, new DiscoveryOptions(), FakePod.InCluster().InNamespace("web").WithResolvConf(ResolvConf)).Pods[0].HostName.Split('.')[2..]));

    [Fact]
    public void ANamespaceThatNobodyKnowsIsAClearError()
    {
        FakePod pod = FakePod.InCluster().Named("zookeeper-0").WithResolvConf("search corp.test\nnameserver 10.0.0.1\n");
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(
            () => SetLocation.Locate(ZooKeeper.StatefulSet, pod.Identify(ZooKeeper.StatefulSet), new DiscoveryOptions(), pod));

        Assert.StartsWith("The namespace of StatefulSet \"zookeeper\" is not known", error.Message, StringComparison.Ordinal);
        Assert.Contains("POD_NAMESPACE from the field metadata.namespace", error.Message, StringComparison.Ordinal);
        Assert.Contains("AbsoluteNames to false", error.Message, StringComparison.Ordinal);
    }
}
