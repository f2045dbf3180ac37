using Holdfast.WellKnown;
using k8s.Models;

namespace Holdfast.Analyzers.Tests.Manifests;

/// <summary>What may connect to a replica, and what replicas may connect to.</summary>
public class NetworkPolicyTests
{
    private const string Members = """
        [Port(2181)] public static partial ServicePort Client { get; }
        [Port(2888)] public static partial ServicePort Peer { get; }
        [Port(9000, ServicePort = 90, Protocol = PortProtocol.Udp)] public static partial ServicePort Both { get; }
        [ClientService(Ports = new[] { nameof(Client), nameof(Both) })] public static partial Service Front { get; }
        [PeerList(Each = "{host}:{Both}")] public static partial string Peers { get; }
        """;

    [Fact]
    public void PortsAreForPeersOrClientsByWhatUsesThem()
    {
        V1NetworkPolicy policy = Policy("[NetworkPolicy]");
        Assert.Equal("a", policy.Metadata.Name);
        Assert.Equal([(KubernetesLabels.Name, "a")], policy.Spec.PodSelector.MatchLabels.Select(Pair));
        Assert.Equal(["Ingress"], policy.Spec.PolicyTypes);
        Assert.Null(policy.Spec.Egress);
        Assert.Equal(2, policy.Spec.Ingress.Count);

        // The number is the pod's, whatever the Service calls it.
        Assert.Equal("2888/,9000/UDP", Ports(policy.Spec.Ingress[0].Ports));
        Assert.Equal([(KubernetesLabels.Name, "a")], Assert.Single(policy.Spec.Ingress[0].FromProperty).PodSelector.MatchLabels.Select(Pair));
        Assert.Equal("2181/,9000/UDP", Ports(policy.Spec.Ingress[1].Ports));
        V1NetworkPolicyPeer anyPod = Assert.Single(policy.Spec.Ingress[1].FromProperty);
        Assert.Equal((true, null, null, null), (anyPod.PodSelector is not null, anyPod.PodSelector!.MatchLabels, anyPod.NamespaceSelector, anyPod.IpBlock));
    }

    [Fact]
    public void PortsAreWhatTheyAreSaidToBe()
    {
        V1NetworkPolicySpec spec = Policy("[NetworkPolicy(PeerPorts = new[] { nameof(Client) }, ClientPorts = new[] { nameof(Peer) })]").Spec;
        Assert.Equal(["2181/", "2888/"], spec.Ingress.Select(rule => Ports(rule.Ports)));
    }

    [Fact]
    public void APortOfALoadBalancerIsOpenToEverybodyUnlessClientsAreNamed()
    {
        const string members = """
            [Port(80)] public static partial ServicePort Web { get; }
            [Port(81)] public static partial ServicePort Admin { get; }
            [ClientService(Type = ServiceType.LoadBalancer, Ports = new[] { nameof(Web) })] public static partial Service Front { get; }
            [ReplicaService(Ports = new[] { nameof(Admin) })] public static partial ReplicaServices Each { get; }
            """;
        IList<V1NetworkPolicyIngressRule> rules = Policy("[NetworkPolicy]", members).Spec.Ingress;
        Assert.Equal([("81/", false), ("80/", true)], rules.Select(rule => (Ports(rule.Ports), rule.FromProperty is null)));

        rules = Policy("[NetworkPolicy(ClientCidrs = new[] { \"10.0.0.0/8\", \"fd00::/8\" })]", members).Spec.Ingress;
        V1NetworkPolicyIngressRule rule = Assert.Single(rules);
        Assert.Equal("80/,81/", Ports(rule.Ports));
        Assert.Equal(["10.0.0.0/8", "fd00::/8"], rule.FromProperty.Select(peer => peer.IpBlock.Cidr));
    }

    [Fact]
    public void ClientsAreApplicationsLabelsAndNamespaces()
    {
        V1NetworkPolicySpec spec = Policy("""
            [NetworkPolicy(
                Clients = new[] { typeof(Near), typeof(Far) },
                ClientLabels = new[] { "role=client", "tier=a", "tier=b", "!batch" },
                ClientNamespaces = new[] { "shop", "back" })]
            """).Spec;
        IList<V1NetworkPolicyPeer> clients = spec.Ingress[1].FromProperty;
        Assert.Equal(3, clients.Count);
        Assert.Equal("near", clients[0].PodSelector.MatchLabels[KubernetesLabels.Name]);
        Assert.Null(clients[0].NamespaceSelector);
        Assert.Equal("far-away", clients[1].PodSelector.MatchLabels[KubernetesLabels.Name]);
        Assert.Equal([("kubernetes.io/metadata.name", "else")], clients[1].NamespaceSelector.MatchLabels.Select(Pair));
        Assert.Equal([("role", "client")], clients[2].PodSelector.MatchLabels.Select(Pair));
        Assert.Equal(["tier In a,b", "batch DoesNotExist "], clients[2].PodSelector.MatchExpressions.Select(Text));
        Assert.Equal(["kubernetes.io/metadata.name In shop,back"], clients[2].NamespaceSelector.MatchExpressions.Select(Text));
    }

    [Fact]
    public void LabelsAloneAreOfTheOwnNamespaceAndANamespaceAloneIsAllOfIt()
    {
        V1NetworkPolicyPeer labels = Assert.Single(Policy("[NetworkPolicy(ClientLabels = new[] { \"role\" })]").Spec.Ingress[1].FromProperty);
        Assert.Null(labels.NamespaceSelector);
        Assert.Equal("role Exists ", Text(Assert.Single(labels.PodSelector.MatchExpressions)));
        V1NetworkPolicyPeer all = Assert.Single(Policy("[NetworkPolicy(ClientNamespaces = new[] { \"shop\" })]").Spec.Ingress[1].FromProperty);
        Assert.Null(all.PodSelector);
        Assert.Equal("shop", all.NamespaceSelector.MatchLabels["kubernetes.io/metadata.name"]);
    }

    [Fact]
    public void AnyClientIsEverybody() =>
        Assert.Null(Policy("[NetworkPolicy(AnyClient = true)]").Spec.Ingress[1].FromProperty);

    /// <summary>An empty list would mean all clients, or every port.</summary>
    [Theory]
    [InlineData("[NetworkPolicy(Clients = new System.Type[0])]", 1)]
    [InlineData("[NetworkPolicy(ClientPorts = new string[0], AnyClient = true)]", 1)]
    [InlineData("[NetworkPolicy(PeerPorts = new string[0])]", 1)]
    public void NobodyIsNotEverybody(string attribute, int rules)
    {
        V1NetworkPolicySpec spec = Policy(attribute).Spec;
        Assert.Equal(rules, spec.Ingress.Count);
        Assert.All(spec.Ingress, rule => Assert.NotEmpty(rule.FromProperty));
        Assert.All(spec.Ingress, rule => Assert.NotEmpty(rule.Ports));
    }

    [Fact]
    public void WithoutPortsNobodyGetsIn()
    {
        V1NetworkPolicySpec spec = Policy("[NetworkPolicy]", string.Empty).Spec;
        Assert.Null(spec.Ingress);
        Assert.Equal(["Ingress"], spec.PolicyTypes);
    }

    [Fact]
    public void MembersConnectToEachOtherToDnsAndToWhomIsListed()
    {
        V1NetworkPolicySpec spec = Policy("[NetworkPolicy(EgressTo = new[] { typeof(Far) }, EgressCidrs = new[] { \"192.0.2.0/24\" })]").Spec;
        Assert.Equal(["Ingress", "Egress"], spec.PolicyTypes);
        Assert.Equal(3, spec.Egress.Count);
        Assert.Equal("2888/,9000/UDP", Ports(spec.Egress[0].Ports));
        Assert.Equal("a", Assert.Single(spec.Egress[0].To).PodSelector.MatchLabels[KubernetesLabels.Name]);
        Assert.Equal(("53/UDP,53/TCP", null), (Ports(spec.Egress[1].Ports), spec.Egress[1].To));
        Assert.Null(spec.Egress[2].Ports);
        Assert.Equal(("far-away", "else"), (spec.Egress[2].To[0].PodSelector.MatchLabels[KubernetesLabels.Name], spec.Egress[2].To[0].NamespaceSelector.MatchLabels["kubernetes.io/metadata.name"]));
        Assert.Equal("192.0.2.0/24", spec.Egress[2].To[1].IpBlock.Cidr);

        Assert.Equal(2, Policy("[NetworkPolicy(RestrictEgress = true)]").Spec.Egress.Count);
    }

    [Fact]
    public void OneNamespaceForBothIsNotSelected()
    {
        EmittedManifest manifest = EmittedManifest.Of("A", """
            using Holdfast;
            [StatefulApp("a", Namespace = "shop")] [Container("a:1")] [NetworkPolicy(Clients = new[] { typeof(B) }, EgressTo = new[] { typeof(B) })]
            partial class A { [Port(80)] public static partial ServicePort Web { get; } [ClientService] public static partial Service Front { get; } }
            [StatefulApp("b", Namespace = "shop")] [Container("b:1")] partial class B { }
            """);
        V1NetworkPolicy policy = Assert.Single(manifest.Objects.OfType<V1NetworkPolicy>());
        Assert.Equal("shop", policy.Metadata.NamespaceProperty);
        Assert.Null(Assert.Single(Assert.Single(policy.Spec.Ingress).FromProperty).NamespaceSelector);
    }

    private static (string Key, string Value) Pair(KeyValuePair<string, string> label) => (label.Key, label.Value);

    private static string Text(V1LabelSelectorRequirement requirement) =>
        $"{requirement.Key} {requirement.OperatorProperty} {string.Join(",", requirement.Values ?? [])}";

    private static string Ports(IEnumerable<V1NetworkPolicyPort> ports) => string.Join(",", ports.Select(port => $"{port.Port.Value}/{port.Protocol}"));

    private static V1NetworkPolicy Policy(string attribute, string members = Members) => Assert.Single(EmittedManifest.Of("A", $$"""
        using Holdfast;
        [StatefulApp("a")] [Container("a:1")] {{attribute}}
        partial class A
        {
            {{members}}
        }
        [StatefulApp("near")] [Container("b:1")] partial class Near { }
        [StatefulApp("far-away", Namespace = "else")] [Container("c:1")] partial class Far { }
        """).Objects.OfType<V1NetworkPolicy>());
}
