namespace Holdfast;

/// <summary>
/// Which of their host's namespaces replicas share. Anything but <see langword="false"/> is beyond the baseline profile of
/// Kubernetes' pod security standards; a namespace that enforces it refuses the pods.
/// </summary>
/// <example>
/// <code title="attributes">
/// [HostNamespaces(Pid = true)]
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false, AllowMultiple = true)]
public sealed class HostNamespacesAttribute : DeclarationAttribute
{
    /// <summary>
    /// Kubernetes: <c>hostNetwork</c>; default <see langword="false"/>. The ports of replicas are then their host's, so two
    /// replicas never share one. Names are resolved in the cluster all the same, unless <see cref="DnsAttribute"/> says otherwise.
    /// </summary>
    public bool Network { get; set; }

    /// <summary>Kubernetes: <c>hostPID</c>; default <see langword="false"/>.</summary>
    public bool Pid { get; set; }

    /// <summary>Kubernetes: <c>hostIPC</c>; default <see langword="false"/>.</summary>
    public bool Ipc { get; set; }
}
