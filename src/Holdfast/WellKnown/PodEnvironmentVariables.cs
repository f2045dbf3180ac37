namespace Holdfast.WellKnown;

/// <summary>
/// The environment variables by which a pod learns who it is. The manifest sets them through the downward API and
/// running code reads them; both use these constants, so they cannot disagree.
/// </summary>
internal static class PodEnvironmentVariables
{
    /// <summary>The pod's name, <c>metadata.name</c>.</summary>
    public const string PodName = "POD_NAME";

    /// <summary>The pod's namespace, <c>metadata.namespace</c>.</summary>
    public const string PodNamespace = "POD_NAMESPACE";

    /// <summary>The pod's ordinal, the label <see cref="KubernetesLabels.PodIndex"/>.</summary>
    public const string PodOrdinal = "POD_ORDINAL";

    /// <summary>The ordinal that a process outside a cluster plays; never read inside one.</summary>
    public const string DevelopmentOrdinal = "HOLDFAST_ORDINAL";

    /// <summary>Set by the kubelet in every container: the sign that a process runs in a cluster.</summary>
    public const string KubernetesServiceHost = "KUBERNETES_SERVICE_HOST";
}
