using System.Net.NetworkInformation;
using Akka.Actor;
using Akka.Cluster;

namespace Holdfast.Samples.AkkaCluster;

/// <summary>The three nodes on this machine, on the loopback address: they form a cluster, and leave it.</summary>
internal static class Demonstration
{
    private static readonly TimeSpan TimeForAll = TimeSpan.FromMinutes(2);

    /// <returns>0 where they formed a cluster in time, 1 otherwise.</returns>
    public static async Task<int> RunAsync(TextWriter output)
    {
        using var limit = new CancellationTokenSource(TimeForAll);
        int port = FreePorts(Workers.Pods.Count);
        List<ActorSystem> nodes = [];
        try
        {
            foreach (Pod pod in Workers.Pods)
            {
                // What HOLDFAST_ORDINAL says to its own process.
                var options = new PodIdentityOptions { DevelopmentOrdinal = pod.Ordinal };
                nodes.Add(Node.Start(PodIdentity.Current<Workers>(options), port));
            }

            while (nodes.Any(node => UpIn(node) < nodes.Count))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), limit.Token);
            }

            foreach (Member member in Cluster.Get(nodes[0]).State.Members)
            {
                await output.WriteLineAsync($"{member.Address} is {member.Status}");
            }

            await output.WriteLineAsync($"{nodes.Count} nodes are one cluster.");
            return 0;
        }
        catch (OperationCanceledException)
        {
            await output.WriteLineAsync($"FAILED: the nodes formed no cluster within {TimeForAll}.");
            return 1;
        }
        finally
        {
            await Task.WhenAll(nodes.Select(node => node.Terminate())).WaitAsync(TimeForAll);
        }
    }

    private static int UpIn(ActorSystem node) => Cluster.Get(node).State.Members.Count(member => member.Status == MemberStatus.Up);

    private static int FreePorts(int number)
    {
        int[] used = [.. IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Select(listener => listener.Port)];
        return Enumerable.Range(0, 100)
            .Select(_ => Random.Shared.Next(20000, 32000 - number))
            .First(port => !used.Any(other => other >= port && other < port + number));
    }
}
