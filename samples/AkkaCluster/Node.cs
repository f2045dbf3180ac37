using System.Globalization;
using System.Net;
using Akka.Actor;
using Akka.Configuration;

namespace Holdfast.Samples.AkkaCluster;

/// <summary>One node: its advertised address and its seed nodes are where the declaration says that the pods are.</summary>
internal static class Node
{
    public static ActorSystem Start(PodIdentity self)
    {
        var system = ActorSystem.Create(self.Set.Name, Configuration(self));
        system.ActorOf(Props.Create<Watcher>(), "watcher");
        return system;
    }

    public static Config Configuration(PodIdentity self)
    {
        IPEndPoint listen = self.ListenOn(Workers.Remote);
        (string host, int port) = Address(self.EndPointOf(Workers.Remote, self.Pod));

        // All members, so that any that is there will do for those that come after the first.
        IEnumerable<string> seeds = Workers.Pods
            .Select(pod => Address(self.EndPointOf(Workers.Remote, pod)))
            .Select(seed => string.Create(CultureInfo.InvariantCulture, $"\"akka.tcp://{self.Set.Name}@{seed.Host}:{seed.Port}\""));
        return ConfigurationFactory.ParseString(string.Create(CultureInfo.InvariantCulture, $$"""
            akka {
              loglevel = WARNING
              stdout-loglevel = WARNING
              actor.provider = cluster
              remote.dot-netty.tcp {
                hostname = "{{listen.Address}}"
                port = {{listen.Port}}
                public-hostname = "{{host}}"
                public-port = {{port}}
              }
              cluster {
                seed-nodes = [{{string.Join(", ", seeds)}}]
                # Of a cluster that falls apart the larger part goes on; nodes of the other part end, start again, and join.
                split-brain-resolver {
                  active-strategy = keep-majority
                  stable-after = 7s
                }
              }
            }
            """));
    }

    private static (string Host, int Port) Address(EndPoint endPoint) => endPoint switch
    {
        DnsEndPoint name => (name.Host, name.Port),
        IPEndPoint address => (address.Address.ToString(), address.Port),
        _ => throw new ArgumentException($"{endPoint} is neither a name nor an address.", nameof(endPoint)),
    };
}
