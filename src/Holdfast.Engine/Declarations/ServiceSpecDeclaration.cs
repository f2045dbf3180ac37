using Holdfast.Engine.Model.Tree;

namespace Holdfast.Engine.Declarations;

/// <summary>What attributes of Services with their own address have in common.</summary>
/// <param name="Ports">The members that declare its ports; absent for all.</param>
/// <param name="Type">From where it can be reached.</param>
/// <param name="SessionAffinity">Whether a client's connections lead to one replica.</param>
/// <param name="SessionAffinityTimeoutSeconds">For how long they do.</param>
/// <param name="ExternalTrafficPolicy">Which replicas get traffic from outside.</param>
/// <param name="InternalTrafficPolicy">Which replicas get traffic from inside.</param>
/// <param name="LoadBalancerClass">The kind of load balancer.</param>
/// <param name="LoadBalancerSourceRanges">Whom the load balancer lets in.</param>
/// <param name="IpFamilies">Its addresses' IP versions.</param>
/// <param name="PublishNotReadyAddresses">Whether it leads to replicas that are not ready.</param>
internal sealed record ServiceSpecDeclaration(
    Declared<EquatableArray<string>> Ports,
    Declared<string> Type,
    Declared<string> SessionAffinity,
    Declared<int> SessionAffinityTimeoutSeconds,
    Declared<string> ExternalTrafficPolicy,
    Declared<string> InternalTrafficPolicy,
    Declared<string> LoadBalancerClass,
    Declared<EquatableArray<string>> LoadBalancerSourceRanges,
    IpFamiliesDeclaration IpFamilies,
    Declared<bool> PublishNotReadyAddresses)
{
    /// <summary>Its ports and nothing else.</summary>
    public static ServiceSpecDeclaration OfPorts(Declared<EquatableArray<string>> ports) =>
        new(ports, default, default, default, default, default, default, default, new(default, default), default);

    /// <summary>Whether a load balancer gets ports of the nodes.</summary>
    public Declared<bool> AllocateLoadBalancerNodePorts { get; init; }

    /// <summary>The address that the load balancer is asked for.</summary>
    public Declared<string> LoadBalancerIp { get; init; }

    /// <summary>Where a load balancer asks whether a node has a replica.</summary>
    public Declared<int> HealthCheckNodePort { get; init; }

    /// <summary>Addresses of others that lead here.</summary>
    public Declared<EquatableArray<string>> ExternalIps { get; init; }

    /// <summary>Its addresses in the cluster.</summary>
    public Declared<EquatableArray<string>> ClusterIps { get; init; }

    /// <summary>Which replicas are preferred.</summary>
    public Declared<string> TrafficDistribution { get; init; }

    /// <summary>The DNS name of something else that its own name leads to.</summary>
    public Declared<string> ExternalName { get; init; }
}
