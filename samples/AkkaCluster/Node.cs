using System.Globalization;
using System.Net;
using Akka.Actor;
using Akka.Configuration;

namespace Holdfast.Samples.AkkaCluster;

/// <summary>One node: its advertised host and its seed nodes are the names that the manifest gives to the pods.</summary>
internal static class Node
{
    /// <summary>The first node's port on a developer's machine, where all have one host; node n has this one plus n.</summary>
    public const int DevelopmentPort = 24053;

    public static ActorSystem Start(PodIdentity self, int developmentPort = DevelopmentPort) =>
        ActorSystem.Create(self.Set.Name, Configuration(self, developmentPort));

    public static Config Configuration(PodIdentity self, int developmentPort = DevelopmentPort)
    {
        bool development = self.Source is PodIdentitySource.DevelopmentVariable or PodIdentitySource.DevelopmentOption;
        DnsEndPoint Address(Pod pod) => development
            ? new DnsEndPoint(IPAddress.Loopback.ToString(), developmentPort + pod.Ordinal)
            : Workers.Remote.On(pod);

        DnsEndPoint own = Address(self.Pod);
        // All members, so that any that is there will do for those that come after the first.
        IEnumerable<string> seeds = Workers.Pods
            .Select(pod => self.Set.Pods.WithOrdinal(pod.Ordinal))
            .Select(Address)
            .Select(seed => string.Create(CultureInfo.InvariantCulture, $"\"akka.tcp://{self.Set.Name}@{seed.Host}:{seed.Port}\""));
        return ConfigurationFactory.ParseString(string.Create(CultureInfo.InvariantCulture, $$"""
            akka {
              loglevel = WARNING
              stdout-loglevel = WARNING
              actor.provider = cluster
              remote.dot-netty.tcp {
                hostname = "{{(development ? own.Host : IPAddress.Any.ToString())}}"
                port = {{own.Port}}
                public-hostname = "{{own.Host}}"
              }
              cluster.seed-nodes = [{{string.Join(", ", seeds)}}]
            }
            """));
    }
}
