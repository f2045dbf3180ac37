using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Facts;
using Holdfast.Engine.Declarations.Texts;
using Holdfast.Engine.Model.Tree;
using Holdfast.Engine.Model.Views;
using Holdfast.WellKnown;

namespace Holdfast.Engine.Composing;

/// <summary>The NetworkPolicy of an application.</summary>
/// <remarks>A list of ports or of others that is empty means all of them, so a rule that would have one is left out.</remarks>
internal static class NetworkPolicyComposer
{
    /// <summary>Between a network and the parts of it that are left out.</summary>
    private const string Except = " except ";

    public static MappingNode Compose(AppDeclaration app, NetworkPolicyDeclaration policy)
    {
        bool restrictsEgress = policy.RestrictsEgress.OrDefault(false);
        return new MappingBuilder()
            .Add("apiVersion", NetworkPolicyView.ApiVersion)
            .Add("kind", NetworkPolicyView.Kind)
            .Add("metadata", ObjectMetadata.Of(app, policy.Name.State == DeclaredState.Absent ? app.Name : policy.Name, ManifestTarget.NetworkPolicy))
            .Add("spec", new MappingBuilder()
                .Add("podSelector", LabelSelectors.OwnReplicas(app))
                .Add("policyTypes", [ScalarNode.String("Ingress"), .. restrictsEgress ? [ScalarNode.String("Egress")] : Array.Empty<ManifestNode>()])
                .Add("ingress", [.. Peers(app, policy, "from"), .. Clients(app, policy), .. Scrapers(app)])
                .Add("egress", restrictsEgress ? [.. Peers(app, policy, "to"), Dns(), .. Others(app, policy)] : Array.Empty<ManifestNode>())
                .Build())
            .Build(app.Name.Location);
    }

    private static IEnumerable<ManifestNode> Peers(AppDeclaration app, NetworkPolicyDeclaration policy, string direction) => Rule(
        direction,
        [new MappingBuilder().Add("podSelector", LabelSelectors.OwnReplicas(app)).Build()],
        Ports(policy.PeerPorts, PortRoles.Peers(app, policy.PeerPorts)));

    private static IEnumerable<ManifestNode> Clients(AppDeclaration app, NetworkPolicyDeclaration policy)
    {
        IReadOnlyList<PortDeclaration> ports = PortRoles.Clients(app, policy.ClientPorts);
        if (policy.AnyClient.OrDefault(false))
        {
            return Rule("from", null, Ports(policy.ClientPorts, ports));
        }

        if (policy.NamesClients)
        {
            return Rule("from", [.. NamedClients(app, policy)], Ports(policy.ClientPorts, ports));
        }

        // A load balancer is there for clients from outside.
        HashSet<string> outside = PortRoles.Outside(app);
        return
        [
            .. Rule(
                "from",
                [new MappingBuilder().Add("podSelector", new MappingBuilder().Build()).Build()],
                Ports(policy.ClientPorts, [.. ports.Where(port => !outside.Contains(port.Member.Name))])),
            .. Rule("from", null, Ports(default, [.. ports.Where(port => outside.Contains(port.Member.Name))])),
        ];
    }

    /// <summary>A monitor would be there for nothing if its scraper could not connect.</summary>
    private static IEnumerable<ManifestNode> Scrapers(AppDeclaration app) =>
        from monitored in MonitoredPorts.Of(app)
        let monitor = monitored.Monitor
        group monitored.Port by (monitor.ScraperNamespace, monitor.ScraperLabels) into scraped
        from rule in Rule(
            "from",
            [
                new MappingBuilder()
                    .Add("namespaceSelector", scraped.Key.ScraperNamespace.State == DeclaredState.Absent
                        ? new MappingBuilder().Build()
                        : LabelSelectors.Namespace(Nodes.Of(scraped.Key.ScraperNamespace)!))
                    .Add("podSelector", LabelSelectors.Of(
                        default,
                        scraped.Key.ScraperLabels.State == DeclaredState.Absent ? MonitorComposer.ScraperLabels : scraped.Key.ScraperLabels))
                    .Build(),
            ],
            Ports(default, [.. scraped.Distinct()]))
        select rule;

    private static IEnumerable<ManifestNode> NamedClients(AppDeclaration app, NetworkPolicyDeclaration policy)
    {
        return [.. Pods(app, policy.Clients), .. Labelled(policy.ClientNamespaces, policy.ClientLabels), .. Networks(policy.ClientCidrs)];
    }

    /// <summary>Pods of namespaces, with labels, or both.</summary>
    private static IEnumerable<ManifestNode> Labelled(Declared<EquatableArray<string>> namespaces, Declared<EquatableArray<string>> labels)
    {
        bool hasNamespaces = namespaces.State != DeclaredState.Absent && !(namespaces.TryGet(out EquatableArray<string> names) && names.Count == 0);
        ManifestNode? pods = LabelSelectors.Of(default, labels);
        return hasNamespaces || pods is not null
            ? [new MappingBuilder()
                .Add("namespaceSelector", hasNamespaces ? LabelSelectors.Namespaces(namespaces) : null)
                .Add("podSelector", pods)
                .Build(namespaces.Location)]
            : [];
    }

    private static IEnumerable<ManifestNode> Others(AppDeclaration app, NetworkPolicyDeclaration policy)
    {
        ManifestNode[] others = [.. Pods(app, policy.EgressTo), .. Labelled(policy.EgressNamespaces, policy.EgressLabels), .. Networks(policy.EgressCidrs)];
        return others.Length == 0 ? [] : [new MappingBuilder().Add("to", others).Build()];
    }

    /// <summary>Names resolve wherever the cluster's DNS runs, on a node's own network too.</summary>
    private static MappingNode Dns() => new MappingBuilder()
        .Add("ports", [Port(KubernetesLimits.DnsPort, "UDP"), Port(KubernetesLimits.DnsPort, "TCP")])
        .Build();

    private static ManifestNode Port(int number, string protocol) =>
        new MappingBuilder().Add("port", number).Add("protocol", protocol).Build();

    private static IEnumerable<ManifestNode> Pods(AppDeclaration app, Declared<EquatableArray<AppReference>> apps) => apps.State == DeclaredState.Unknown
        ? [new UnknownNode(apps.Location)]
        : apps.OrDefault(default).Select(other => new MappingBuilder()
            .Add("namespaceSelector", LabelSelectors.OtherNamespace(app, other, apps.Location) is { } name ? LabelSelectors.Namespace(name) : null)
            .Add("podSelector", LabelSelectors.Of(other, apps.Location))
            .Build(apps.Location));

    /// <summary>Each is a network, or <c>network except part, part</c>.</summary>
    private static IEnumerable<ManifestNode> Networks(Declared<EquatableArray<string>> cidrs) => cidrs.State == DeclaredState.Unknown
        ? [new UnknownNode(cidrs.Location)]
        : cidrs.OrDefault(default).Select(cidr =>
        {
            int except = cidr.IndexOf(Except, StringComparison.Ordinal);
            return new MappingBuilder()
                .Add("ipBlock", new MappingBuilder()
                    .Add("cidr", ScalarNode.String(except < 0 ? cidr : cidr.Substring(0, except).Trim(), cidrs.Location))
                    .Add("except", except < 0
                        ? []
                        : [.. cidr.Substring(except + Except.Length).Split(',').Select(part => ScalarNode.String(part.Trim(), cidrs.Location))])
                    .Build(cidrs.Location))
                .Build(cidrs.Location);
        });

    /// <summary>The numbers of the containers, since a policy looks at packets that have reached the pod.</summary>
    private static ManifestNode? Ports(Declared<EquatableArray<string>> said, IReadOnlyList<PortDeclaration> ports)
    {
        if (said.State == DeclaredState.Unknown)
        {
            return new UnknownNode(said.Location);
        }

        return ports.Count == 0
            ? null
            : new SequenceNode(ports.Select(static port => new MappingBuilder()
                .Add("port", port.Number)
                .Add("protocol", port.Protocol)
                .Build(port.Member.Location)));
    }

    /// <param name="direction"><c>from</c> or <c>to</c>.</param>
    /// <param name="others">Who; null for all.</param>
    /// <param name="ports">Where; null for nowhere.</param>
    private static IEnumerable<ManifestNode> Rule(string direction, IReadOnlyList<ManifestNode>? others, ManifestNode? ports) =>
        ports is null || others is { Count: 0 }
            ? []
            : [new MappingBuilder().Add(direction, others ?? []).Add("ports", ports).Build()];
}
