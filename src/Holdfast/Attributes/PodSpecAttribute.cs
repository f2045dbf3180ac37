namespace Holdfast;

/// <summary>Fields of the pods that no other attribute has, by Kubernetes' names of them.</summary>
/// <example>
/// <code title="attributes">
/// [PodSpec(EnableServiceLinks = false, HostUsers = false)]
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false, AllowMultiple = true)]
public sealed class PodSpecAttribute : DeclarationAttribute
{
    /// <summary>
    /// Whether containers get variables for each Service of the namespace, as Docker links had them (<c>ORDERS_PORT</c>,
    /// <c>ORDERS_SERVICE_HOST</c>). Kubernetes: <c>enableServiceLinks</c>; default <see langword="true"/>. They can collide with the
    /// settings of an image.
    /// </summary>
    public bool EnableServiceLinks { get; set; } = true;

    /// <summary>
    /// Whether the containers of a pod see the processes of each other. Kubernetes: <c>shareProcessNamespace</c>; default <see
    /// langword="false"/>.
    /// </summary>
    public bool ShareProcessNamespace { get; set; }

    /// <summary>
    /// Whether user ids in the pod are those of the node; with <see langword="false"/> the pod has a user namespace, so that root in it
    /// has no rights outside. Kubernetes: <c>hostUsers</c>; default <see langword="true"/>. Since Kubernetes 1.33.
    /// </summary>
    public bool HostUsers { get; set; } = true;

    /// <summary>
    /// The name that processes see, a DNS label. Kubernetes: <c>hostname</c>; default: the name of the pod. The controller of a
    /// StatefulSet always sets the name of the replica, so this is for <see cref="StatelessAppAttribute"/>.
    /// </summary>
    public string? Hostname { get; set; }

    /// <summary>
    /// The headless Service under whose name DNS has that of the pod. Kubernetes: <c>subdomain</c>; default: none. The controller of a
    /// StatefulSet always sets its governing Service, so this is for <see cref="StatelessAppAttribute"/>.
    /// </summary>
    public string? Subdomain { get; set; }

    /// <summary>
    /// The name that processes see, and nothing else: DNS is not changed. Kubernetes: <c>hostnameOverride</c>, a DNS subdomain of at
    /// most 64 characters; since Kubernetes 1.35.
    /// </summary>
    public string? HostnameOverride { get; set; }

    /// <summary>
    /// Whether processes see the pod's full DNS name as their host name. Kubernetes: <c>setHostnameAsFQDN</c>; default <see
    /// langword="false"/>. A name of more than 64 characters keeps the pod from starting.
    /// </summary>
    public bool SetHostnameAsFqdn { get; set; }

    /// <summary>
    /// The operating system of the containers. Kubernetes: <c>os.name</c>; left out, not said. Nodes are chosen by <see
    /// cref="NodeSelectorAttribute"/> all the same.
    /// </summary>
    public PodOs Os { get; set; }

    /// <summary>
    /// Conditions that something outside of the pod must set before the pod is ready: <c>target-health.example.com/ready</c>.
    /// Kubernetes: <c>readinessGates</c>; default: none.
    /// </summary>
    public string[]? ReadinessGates { get; set; }

    /// <summary>
    /// Gates that something must remove before a pod is scheduled: <c>example.com/quota</c>. Kubernetes: <c>schedulingGates</c>;
    /// default: none. Until then the pod stays Pending.
    /// </summary>
    public string[]? SchedulingGates { get; set; }
}
