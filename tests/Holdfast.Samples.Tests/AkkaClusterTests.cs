using Akka.Configuration;
using Holdfast.Samples.AkkaCluster;

namespace Holdfast.Samples.Tests;

/// <summary>Nodes find each other by the names of the declaration.</summary>
public sealed class AkkaClusterTests
{
    [Fact]
    public async Task ThreeNodesFormACluster()
    {
        (int exitCode, string output) = await SampleProcess.RunAsync("AkkaCluster", TestContext.Current.CancellationToken);

        Assert.True(exitCode == 0, output);
        Assert.Contains("3 nodes are one cluster.", output, StringComparison.Ordinal);
    }

    [Fact]
    public void InAClusterNodesHaveTheDeclarationsNames()
    {
        Config configuration = Node.Configuration(PodIdentity.Current(Workers.Pods.Set, new InPod("workers-2")));

        Assert.Equal("workers-2.workers.shop.svc.cluster.local", configuration.GetString("akka.remote.dot-netty.tcp.public-hostname"));
        Assert.Equal("0.0.0.0", configuration.GetString("akka.remote.dot-netty.tcp.hostname"));
        Assert.Equal(4053, configuration.GetInt("akka.remote.dot-netty.tcp.port"));
        Assert.Equal(
            Enumerable.Range(0, 3).Select(ordinal => $"akka.tcp://workers@workers-{ordinal}.workers.shop.svc.cluster.local:4053"),
            configuration.GetStringList("akka.cluster.seed-nodes"));
    }
}
