using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Values;
using Holdfast.Engine.Model.Views;
using Holdfast.WellKnown;

namespace Holdfast.Engine.Rules.Availability;

/// <summary>What a network policy lets pods ask of DNS.</summary>
/// <param name="Udp">Whether queries by UDP may leave, which is how resolvers ask first.</param>
/// <param name="Tcp">Whether queries by TCP may leave, which come after an answer that is too long for UDP.</param>
internal readonly record struct DnsEgress(bool Udp, bool Tcp)
{
    /// <summary>Ports that cluster DNS is known to listen on behind its Service: OpenShift's is 5353, and others avoid those below 1024.</summary>
    private static readonly long[] Ports = [KubernetesLimits.DnsPort, 1053, 5353, 8053, 9053];

    private static readonly string[] Names = ["dns", "domain", "53"];

    private static readonly DnsEgress All = new(Udp: true, Tcp: true);

    public static DnsEgress operator |(DnsEgress left, DnsEgress right) => new(left.Udp || right.Udp, left.Tcp || right.Tcp);

    /// <summary>What may be open; what is not known is.</summary>
    public static DnsEgress Of(NetworkPolicyView policy)
    {
        if (policy.RestrictsEgress != true)
        {
            return policy.RestrictsEgress is null ? All : default;
        }

        return policy.Egress switch
        {
            null => default,
            SequenceNode rules => rules.Items.Aggregate(default(DnsEgress), (open, rule) => open | Of(rule, policy)),
            _ => All,
        };
    }

    private static DnsEgress Of(ManifestNode rule, NetworkPolicyView policy)
    {
        if (rule is not MappingNode { IsOpen: false } known)
        {
            return All;
        }

        if (known["to"] is SequenceNode { Items.Count: > 0 } others && others.Items.All(other => IsOfOwnNamespace(other, policy)))
        {
            return default;
        }

        return known["ports"] switch
        {
            null or ScalarNode or SequenceNode { Items.Count: 0 } => All,
            SequenceNode ports => ports.Items.Aggregate(default(DnsEgress), static (open, port) => open | OfPort(port)),
            _ => All,
        };
    }

    /// <summary>Whether it names pods beside those of the policy only, where the cluster's DNS is not.</summary>
    private static bool IsOfOwnNamespace(ManifestNode other, NetworkPolicyView policy) => other is MappingNode { IsOpen: false } peer
        && peer["namespaceSelector"] is null
        && peer["ipBlock"] is null
        && peer["podSelector"] is MappingNode { IsOpen: false } pods
        && !policy.Namespace.Is("kube-system")
        && pods["matchExpressions"] is null
        && pods["matchLabels"] is MappingNode { IsOpen: false, Entries.Count: > 0 } labels
        && labels.Entries.All(static label => label.Value is ScalarNode value && value.Text.IndexOf("dns", StringComparison.OrdinalIgnoreCase) < 0);

    private static DnsEgress OfPort(ManifestNode node)
    {
        if (node is not MappingNode { IsOpen: false } port || port["protocol"] is UnknownNode)
        {
            return All;
        }

        return (MayBeDns(port), PortProtocol.Of(port)) switch
        {
            (true, "UDP") => new DnsEgress(Udp: true, Tcp: false),
            (true, "TCP") => new DnsEgress(Udp: false, Tcp: true),
            _ => default,
        };
    }

    private static bool MayBeDns(MappingNode port)
    {
        if (port["port"].TryGetInteger(out long first))
        {
            return port["endPort"] is null ? Ports.Contains(first)
                : !port["endPort"].TryGetInteger(out long last) || Ports.Any(dns => dns >= first && dns <= last);
        }

        // A port by its name is DNS where the name says so; one without a number is every port.
        return !port["port"].TryGetString(out string? name) || Names.Any(part => name.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0);
    }
}
