using System.Net.Http.Json;
using Holdfast.Local;
using Holdfast.Testing;

namespace Company.Service1.Tests;

/// <summary>The replicas as processes of this machine, started and probed as in a cluster.</summary>
public sealed class FailOverTests(ITestOutputHelper output)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AReplicaThatIsKilledComesBackWithItsState()
    {
        await using LocalCluster cluster = await TestCluster.StartAsync<DemoApp>(output.WriteLine, cancellationToken: Cancellation);
        LocalMember first = cluster.Of<DemoApp>()[0];
        using HttpClient client = cluster.CreateHttpClient();
        Assert.Equal(1, (await AskAsync(client, first, Cancellation)).Starts);

        await first.KillAsync();

        await TestCluster.EventuallyAsync(
            $"{first} is back and has counted on",
            async token => (await AskAsync(client, first, token)).Starts == 2,
            cancellationToken: Cancellation);
    }

    [Fact]
    public async Task ReplicasFindEachOther()
    {
        await using LocalCluster cluster = await TestCluster.StartAsync<DemoApp>(output.WriteLine, cancellationToken: Cancellation);
        using HttpClient client = cluster.CreateHttpClient();

        PeerList? peers = await client.GetFromJsonAsync<PeerList>("http://demo-app-0.demo-app:8080/peers", Cancellation);

        Assert.Equal(DemoApp.Pods.Count, peers?.Found.Length);
        Assert.Empty(peers!.Missing);
    }

    private static async Task<Answer> AskAsync(HttpClient client, LocalMember member, CancellationToken cancellationToken) =>
        (await client.GetFromJsonAsync<Answer>(new Uri($"http://{member.EndPoint(DemoApp.Http)}/"), cancellationToken))!;

    private sealed record Answer(string Name, int Ordinal, int Starts);

    private sealed record PeerList(string[] Found, string[] Missing);
}
