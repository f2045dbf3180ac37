using Holdfast.Engine.Declarations;
using Holdfast.Engine.Declarations.Facts;
using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Composing;

/// <summary>The <c>spec</c> of Services with their own address.</summary>
internal static class ServiceSpecComposer
{
    public static MappingBuilder Compose(
        AppDeclaration app,
        ContainerDeclaration container,
        ServiceSpecDeclaration spec,
        MappingNode selector,
        bool fixedNodePorts)
    {
        // A name that leads elsewhere has no pods and needs no ports.
        bool isAlias = spec.ExternalName.State != DeclaredState.Absent;
        bool hasNodePorts = fixedNodePorts && spec.Type.TryGet(out string? type) && type is "NodePort" or "LoadBalancer";
        return new MappingBuilder()
            .Add("type", spec.Type)
            .Add("externalName", spec.ExternalName)
            .Add("clusterIP", FirstClusterIp(spec.ClusterIps))
            .Add("clusterIPs", spec.ClusterIps.TryGet(out EquatableArray<string> addresses) && addresses.Count < 2 ? null : Nodes.Of(spec.ClusterIps))
            .Add("externalIPs", Nodes.NonEmpty(spec.ExternalIps))
            .Add("loadBalancerClass", spec.LoadBalancerClass)
            .Add("loadBalancerIP", spec.LoadBalancerIp)
            .Add("loadBalancerSourceRanges", Nodes.NonEmpty(spec.LoadBalancerSourceRanges))
            .Add("allocateLoadBalancerNodePorts", spec.AllocateLoadBalancerNodePorts)
            .Add("healthCheckNodePort", spec.HealthCheckNodePort)
            .Add("externalTrafficPolicy", spec.ExternalTrafficPolicy)
            .Add("internalTrafficPolicy", spec.InternalTrafficPolicy)
            .Add("trafficDistribution", spec.TrafficDistribution)
            .Add("ipFamilyPolicy", spec.IpFamilies.Policy)
            .Add("ipFamilies", Nodes.NonEmpty(spec.IpFamilies.Families))
            .Add("publishNotReadyAddresses", Nodes.Flag(spec.PublishNotReadyAddresses))
            .Add("sessionAffinity", spec.SessionAffinity)
            .Add("sessionAffinityConfig", SessionAffinityConfig(spec))
            .Add("selector", isAlias ? null : selector)
            .Add("ports", isAlias && spec.Ports.State == DeclaredState.Absent ? null : Ports(spec, [.. OfferedPorts.Of(app, container, spec).Select(port => Port(port, hasNodePorts))]));
    }

    /// <summary>Where the named members declare no ports, which were meant is not known.</summary>
    private static ManifestNode? Ports(ServiceSpecDeclaration spec, ManifestNode[] offered)
    {
        if (offered.Length > 0)
        {
            return new SequenceNode(offered);
        }

        return spec.Ports.OrDefault(default).Count > 0 ? new UnknownNode(spec.Ports.Location) : null;
    }

    private static ManifestNode? FirstClusterIp(Declared<EquatableArray<string>> addresses)
    {
        if (!addresses.TryGet(out EquatableArray<string> items))
        {
            return Nodes.Of(addresses);
        }

        return items.Count == 0 ? null : ScalarNode.String(items[0], addresses.Location);
    }

    private static MappingNode? SessionAffinityConfig(ServiceSpecDeclaration spec) => spec.SessionAffinityTimeoutSeconds.State == DeclaredState.Absent
        ? null
        : new MappingBuilder()
            .Add("clientIP", new MappingBuilder().Add("timeoutSeconds", spec.SessionAffinityTimeoutSeconds).Build())
            .Build();

    /// <summary>Under its own number a port leads to the container's by that one's name.</summary>
    private static ManifestNode Port(PortDeclaration port, bool hasNodePorts)
    {
        bool isOther = port.ServicePort.State != DeclaredState.Absent;
        return new MappingBuilder()
            .Add("name", port.Name)
            .Add("port", isOther ? port.ServicePort : port.Number)
            .Add("targetPort", isOther ? Nodes.Of(port.Name) : null)
            .Add("nodePort", hasNodePorts ? port.NodePort : default)
            .Add("protocol", port.Protocol)
            .Add("appProtocol", port.AppProtocol)
            .Build(port.Member.Location);
    }
}
