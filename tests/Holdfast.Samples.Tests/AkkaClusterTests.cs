using System.Net;
using Akka.Configuration;
using Holdfast.Local;
using Holdfast.Samples.AkkaCluster;
using Holdfast.Testing;

namespace Holdfast.Samples.Tests;

/// <summary>Nodes find each other by the names of the declaration, and form one cluster whatever happens to one of them.</summary>
public sealed class AkkaClusterTests(ITestOutputHelper output)
{
    private const string All = "3 are up, 0 of them unreachable";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ANodeThatIsKilledJoinsAgainAndOneThatIsStoppedLeavesFirst()
    {
        await using LocalCluster cluster = await TestCluster.StartAsync<Workers>(output.WriteLine, cancellationToken: Cancellation);
        LocalSet workers = cluster.Of<Workers>();
        await SeeAsync(workers.Members, All);

        // The founder: when it is back, it must join the cluster that it has founded, and not found another one.
        int before = workers[0].Log.Lines.Count;
        await workers[0].KillAsync();
        await EventuallyAsync("the founder is back in the cluster", () => workers[0].Log.Lines.Skip(before).Contains(All) && Sees(workers[1], All) && Sees(workers[2], All));

        await workers[1].StopAsync();
        await SeeAsync([workers[0], workers[2]], "2 are up, 0 of them unreachable");
        Assert.DoesNotContain(workers[1].Log.Lines, line => line.Contains("has not ended within the grace period", StringComparison.Ordinal));
        workers[1].Start();
        await SeeAsync(workers.Members, All);
    }

    [Fact]
    public async Task TheMajorityGoesOnWithoutANodeThatIsCutOff()
    {
        await using LocalCluster cluster = await TestCluster.StartAsync<Workers>(output.WriteLine, cancellationToken: Cancellation);
        LocalSet workers = cluster.Of<Workers>();
        await SeeAsync(workers.Members, All);

        // The others remove it; it sees no majority, so it ends itself, and its container starts again.
        int before = workers[2].Log.Lines.Count;
        workers[2].CutOff();
        await SeeAsync([workers[0], workers[1]], "2 are up, 0 of them unreachable");
        await EventuallyAsync("the node that is cut off has ended itself", () => workers[2].Restarts > 0);
        Assert.DoesNotContain(workers[2].Log.Lines.Skip(before), line => line.StartsWith("1 are up", StringComparison.Ordinal));

        workers[2].Reconnect();
        await SeeAsync(workers.Members, All);
    }

    [Fact]
    public void InAClusterNodesHaveTheDeclarationsNames()
    {
        Config configuration = Node.Configuration(PodIdentity.Current(Workers.Pods.Set, new InPod("workers-2")));

        Assert.Equal("workers-2.workers.shop.svc.cluster.local", configuration.GetString("akka.remote.dot-netty.tcp.public-hostname"));
        Assert.Equal(IPAddress.Any.ToString(), configuration.GetString("akka.remote.dot-netty.tcp.hostname"));
        Assert.Equal(4053, configuration.GetInt("akka.remote.dot-netty.tcp.port"));
        Assert.Equal(4053, configuration.GetInt("akka.remote.dot-netty.tcp.public-port"));
        Assert.Equal(
            Enumerable.Range(0, 3).Select(ordinal => $"akka.tcp://workers@workers-{ordinal}.workers.shop.svc.cluster.local:4053"),
            configuration.GetStringList("akka.cluster.seed-nodes"));
    }

    /// <summary>Waits until the nodes see the cluster so.</summary>
    private static Task SeeAsync(IReadOnlyList<LocalMember> nodes, string state) =>
        EventuallyAsync($"{string.Join(", ", nodes)} see: {state}", () => nodes.All(node => Sees(node, state)));

    private static bool Sees(LocalMember node, string state) => node.Log.Lines.LastOrDefault(line => line.Contains(" are up, ", StringComparison.Ordinal)) == state;

    private static Task EventuallyAsync(string what, Func<bool> condition) =>
        TestCluster.EventuallyAsync(what, _ => Task.FromResult(condition()), TimeSpan.FromMinutes(1), Cancellation);
}
