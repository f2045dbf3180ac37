namespace Holdfast;

/// <summary>
/// A NetworkPolicy: replicas talk to each other on peer ports, clients reach client ports, and all other connections to a
/// replica are refused. It needs a network that enforces policies; most let the kubelet's probes pass whatever a policy
/// says.
/// </summary>
/// <remarks>
/// Clients are, where none of the arguments says otherwise, the pods of the application's namespace; ports that a Service of
/// type <see cref="ServiceType.NodePort"/> or <see cref="ServiceType.LoadBalancer"/> offers are then open to every address. With
/// <see cref="Clients"/>, <see cref="ClientLabels"/>, <see cref="ClientNamespaces"/> or <see cref="ClientCidrs"/>, only
/// those are clients. Traffic that comes through a node may have that node's address, so a Service that is to
/// be narrowed by <see cref="ClientCidrs"/> wants <see cref="TrafficPolicy.Local"/> as its external traffic policy.
/// </remarks>
/// <example>
/// <code title="attributes">
/// [NetworkPolicy(ClientPorts = new[] { nameof(Http) }, ClientNamespaces = new[] { "shop" }, EgressCidrs = new[] { "10.0.0.0/8 except 10.1.0.0/16" })]
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false, AllowMultiple = true)]
public sealed class NetworkPolicyAttribute : DeclarationAttribute
{
    /// <summary>The object's name: at most 253 lowercase letters, digits, <c>-</c> and <c>.</c>; default: the application's.</summary>
    public string? Name { get; set; }

    /// <summary>
    /// The members that declare the ports on which replicas talk to each other, <c>nameof(Peer)</c>; left out, those that a
    /// peer list names and those that no client Service and no per-replica Service offers.
    /// </summary>
    public string[]? PeerPorts { get; set; }

    /// <summary>
    /// The members that declare the ports that clients connect to, <c>nameof(Client)</c>; left out, those that a client
    /// Service or a per-replica Service offers. Where there is none, only replicas connect to replicas.
    /// </summary>
    public string[]? ClientPorts { get; set; }

    /// <summary>Applications whose pods are clients, declared ones: <c>typeof(Orders)</c>; also of another namespace.</summary>
    public Type[]? Clients { get; set; }

    /// <summary>
    /// Labels of pods that are clients: <c>role=client</c>, <c>role!=batch</c>, <c>role</c> for any value or <c>!role</c> for
    /// pods without it. All must hold; several values of one key are alternatives, as in <c>app in (kafka, zookeeper)</c>.
    /// </summary>
    public string[]? ClientLabels { get; set; }

    /// <summary>
    /// Namespaces whose pods are clients: those with <see cref="ClientLabels"/>, or else all. Without namespaces the labels
    /// are looked for in the application's own.
    /// </summary>
    public string[]? ClientNamespaces { get; set; }

    /// <summary>Networks outside the cluster that are clients: <c>10.0.0.0/8</c>, or <c>10.0.0.0/8 except 10.1.0.0/16</c>.</summary>
    public string[]? ClientCidrs { get; set; }

    /// <summary>Whether every address is a client, inside and outside the cluster; default <see langword="false"/>.</summary>
    public bool AnyClient { get; set; }

    /// <summary>
    /// Whether replicas connect only to each other on peer ports, to DNS on port 53 wherever it is, and to
    /// <see cref="EgressTo"/>, <see cref="EgressLabels"/> and <see cref="EgressCidrs"/>; default <see langword="false"/>, unless there is one of those.
    /// </summary>
    public bool RestrictEgress { get; set; }

    /// <summary>Applications that replicas connect to, declared ones: <c>typeof(ZooKeeper)</c>; also of another namespace.</summary>
    public Type[]? EgressTo { get; set; }

    /// <summary>Networks that replicas connect to: <c>10.0.0.0/8</c>, or <c>10.0.0.0/8 except 10.1.0.0/16</c>.</summary>
    public string[]? EgressCidrs { get; set; }

    /// <summary>Labels of pods that replicas connect to: <c>app=kafka</c>, as with <see cref="ClientLabels"/>.</summary>
    public string[]? EgressLabels { get; set; }

    /// <summary>Namespaces of the pods that replicas connect to: those with <see cref="EgressLabels"/>, or else all.</summary>
    public string[]? EgressNamespaces { get; set; }
}
