namespace Holdfast.Discovery.Tests;

public class DiscoveryOptionsTests
{
    [Fact]
    public void DefaultsAreValid() => Assert.Empty(DiscoveryOptionsCheck.Problems(new DiscoveryOptions()));

    public static TheoryData<string, Action<DiscoveryOptions>> Mistakes => new()
    {
        { "Namespace is \"Shop\"", options => options.Namespace = "Shop" },
        { "ClusterDomain is \"cluster.local.\"", options => options.ClusterDomain = "cluster.local." },
        { "Addresses is 9", options => options.Addresses = (PeerAddresses)9 },
        { "NegativeCacheTime is 00:00:00", options => options.NegativeCacheTime = TimeSpan.Zero },
        { "MinRefresh is -00:00:01", options => options.MinRefresh = TimeSpan.FromSeconds(-1) },
        { "QueryTimeout is 2.00:00:00", options => options.QueryTimeout = TimeSpan.FromDays(2) },
        { "MaxRefresh is 00:00:04; it must be at least MinRefresh", options => options.MaxRefresh = TimeSpan.FromSeconds(4) },
        { "MaxRefresh is 00:00:30; it must be at least a second more than NegativeCacheTime", options => options.MaxRefresh = TimeSpan.FromSeconds(30) },
        { "Retries is -1", options => options.Retries = -1 },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void MistakesAreSaid(string expected, Action<DiscoveryOptions> configure)
    {
        var options = new DiscoveryOptions();
        configure(options);

        Assert.Contains(expected, Assert.Single(DiscoveryOptionsCheck.Problems(options)), StringComparison.Ordinal);
        Assert.Contains(expected, Assert.Throws<ArgumentException>(() => PeerDirectory.Create(new StatefulSetInfo("orders"), options: options)).Message, StringComparison.Ordinal);
    }
}
