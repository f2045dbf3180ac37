using Holdfast.Testing;

namespace Holdfast.Local.Tests;

/// <summary>A declared application in a test, as a user has it.</summary>
public class TestClusterTests(ITestOutputHelper output)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ADeclaredTypeRunsAndItsNamesLeadToMembers()
    {
        List<string> lines = [];
        await using LocalCluster cluster = await TestCluster.StartAsync<Shop>(
            line =>
            {
                output.WriteLine(line);
                lock (lines)
                {
                    lines.Add(line);
                }
            },
            ShopManifest.Command(),
            Cancellation);
        LocalSet shop = cluster.Of<Shop>();
        using HttpClient client = cluster.CreateHttpClient();

        Assert.Equal("shop-1", await client.GetStringAsync(new Uri("http://shop-1.shop:8080/name"), Cancellation));
        Assert.Equal("shop-0", await client.GetStringAsync(new Uri("http://shop-0.shop.default.svc.cluster.local:8080/name"), Cancellation));
        Assert.Null(cluster.Find("example.com", 80));
        Assert.Contains(lines, line => line == "shop-1 | shop-1 begins with ");

        int process = shop[1].ProcessId!.Value;
        await shop[1].KillAsync();
        await TestCluster.EventuallyAsync(
            "shop-1 answers again",
            async token => await client.GetStringAsync(new Uri("http://shop-1.shop:8080/name"), token) == "shop-1" && shop[1].ProcessId != process,
            cancellationToken: Cancellation);
    }

    [Fact]
    public async Task WhatDoesNotHappenIsSaid()
    {
        TimeoutException error = await Assert.ThrowsAsync<TimeoutException>(() => TestCluster.EventuallyAsync(
            "a leader", _ => throw new HttpRequestException("no route"), TimeSpan.FromSeconds(0.2), Cancellation));
        Assert.Equal("Not within 0.2 s: a leader. The last attempt failed: no route", error.Message);

        LocalClusterException library = await Assert.ThrowsAsync<LocalClusterException>(() => TestCluster.StartAsync<OfLibrary>(cancellationToken: Cancellation));
        Assert.StartsWith("OfLibrary has no generated manifest", library.Message, StringComparison.Ordinal);
    }

    /// <summary>What the generator makes of an attributed type.</summary>
    private sealed class Shop : IStatefulApp
    {
        public static StatefulSetInfo StatefulSet { get; } = new("shop") { Replicas = 3, ClaimTemplates = ["data"] };

        public static class Manifests
        {
            [GeneratedManifest("shop.yaml")]
            public const string Yaml = ShopManifest.Declared;
        }
    }

    private sealed class OfLibrary : IStatefulApp
    {
        public static StatefulSetInfo StatefulSet { get; } = new("shop");
    }
}
