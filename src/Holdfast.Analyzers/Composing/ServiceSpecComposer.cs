using Holdfast.Analyzers.Declarations;
using Holdfast.Analyzers.Model;

namespace Holdfast.Analyzers.Composing;

/// <summary>The <c>spec</c> of Services with an address of their own.</summary>
internal static class ServiceSpecComposer
{
    public static MappingBuilder Compose(
        AppDeclaration app,
        ContainerDeclaration container,
        ServiceSpecDeclaration spec,
        MappingNode selector,
        bool fixedNodePorts)
    {
        IEnumerable<PortDeclaration> ports = PortsOf(app, container, spec);
        bool hasNodePorts = fixedNodePorts && spec.Type.TryGet(out string? type) && type is "NodePort" or "LoadBalancer";
        return new MappingBuilder()
            .Add("type", spec.Type)
            .Add("loadBalancerClass", spec.LoadBalancerClass)
            .Add("loadBalancerSourceRanges", Nodes.NonEmpty(spec.LoadBalancerSourceRanges))
            .Add("externalTrafficPolicy", spec.ExternalTrafficPolicy)
            .Add("internalTrafficPolicy", spec.InternalTrafficPolicy)
            .Add("ipFamilyPolicy", spec.IpFamilies.Policy)
            .Add("ipFamilies", Nodes.NonEmpty(spec.IpFamilies.Families))
            .Add("publishNotReadyAddresses", Nodes.Flag(spec.PublishNotReadyAddresses))
            .Add("sessionAffinity", spec.SessionAffinity)
            .Add("sessionAffinityConfig", SessionAffinityConfig(spec))
            .Add("selector", selector)
            .Add("ports", [.. ports.Select(port => Port(port, hasNodePorts))]);
    }

    /// <summary>The ports that a Service offers: those it names, or else all of the container that it is declared with.</summary>
    public static IEnumerable<PortDeclaration> PortsOf(AppDeclaration app, ContainerDeclaration container, ServiceSpecDeclaration spec) =>
        spec.Ports.TryGet(out EquatableArray<string> members)
            ? members.Select(member => app.Ports.FirstOrDefault(port => port.Member.Name == member)).OfType<PortDeclaration>()
            : container.Type is null ? app.Ports : container.Ports;

    private static MappingNode? SessionAffinityConfig(ServiceSpecDeclaration spec) => spec.SessionAffinityTimeoutSeconds.State == DeclaredState.Absent
        ? null
        : new MappingBuilder()
            .Add("clientIP", new MappingBuilder().Add("timeoutSeconds", spec.SessionAffinityTimeoutSeconds).Build())
            .Build();

    /// <summary>Under a number of its own a port leads to the container's by that one's name.</summary>
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
            .Build(port.Member.Origin);
    }
}
