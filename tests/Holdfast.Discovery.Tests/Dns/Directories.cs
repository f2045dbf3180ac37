using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Holdfast.Discovery.Tests.Dns;

/// <summary>Directories as a pod of the set has them.</summary>
internal static class Directories
{
    public static PeerDirectory Directory(
        this ClusterDns dns,
        FakePod? pod = null,
        StatefulSetInfo? set = null,
        Action<DiscoveryOptions>? configure = null,
        TimeProvider? time = null,
        ILogger? logger = null)
    {
        pod ??= FakePod.InCluster().Named("zookeeper-1").InNamespace("shop");
        set ??= ZooKeeper.StatefulSet;
        var options = new DiscoveryOptions { QueryTimeout = TimeSpan.FromSeconds(3), Retries = 0 };
        options.Servers.Add(dns.EndPoint);
        configure?.Invoke(options);
        Assert.Empty(DiscoveryOptionsCheck.Problems(options));
        return new PeerDirectory(
            set, pod.Identify(set), options, pod, time ?? TimeProvider.System, new DiscoveryMetrics(null), logger ?? NullLogger.Instance);
    }

    public static string[] Names(this IEnumerable<Peer> peers) => [.. peers.Select(peer => peer.Pod.Name)];
}
