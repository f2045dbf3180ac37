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

    /// <summary>The names of the Jobs that must have succeeded before the application starts, separated by commas.</summary>
    public const string After = "HOLDFAST_AFTER";

    /// <summary>The ordinal that a process outside a cluster plays; never read inside one.</summary>
    public const string DevelopmentOrdinal = "HOLDFAST_ORDINAL";

    /// <summary>Set by the kubelet in every container: the sign that a process runs in a cluster.</summary>
    public const string KubernetesServiceHost = "KUBERNETES_SERVICE_HOST";

    /// <summary>The API server's port for pods; set by the kubelet in every container.</summary>
    public const string KubernetesServicePort = "KUBERNETES_SERVICE_PORT";

    /// <summary>The address and port of the DNS server of a local cluster, <c>127.5.0.1:10053</c>; not set in a pod.</summary>
    public const string LocalDns = "HOLDFAST_DNS";

    /// <summary>The address on which a member of a local cluster listens; not set in a pod.</summary>
    public const string LocalListen = "HOLDFAST_LISTEN";

    /// <summary>With a port's name, the port number of a member of a local cluster where it is not the declared one.</summary>
    public const string LocalPortPrefix = "HOLDFAST_PORT_";

    /// <summary>With a volume's name, the folder of a member of a local cluster that stands for it.</summary>
    public const string LocalPathPrefix = "HOLDFAST_PATH_";

    /// <summary>
    /// Where a member of a local cluster reaches each member: <c>default/orders-0/http=127.5.1.1:8080</c>, separated by blanks; not set in a pod.
    /// </summary>
    public const string LocalMembers = "HOLDFAST_MEMBERS";

    /// <summary>The file in which a local cluster keeps a member's StatefulSet as it is now, in JSON as the API server gives it; not set in a pod.</summary>
    public const string LocalSet = "HOLDFAST_SET";

    /// <summary>A member's port in <see cref="LocalMembers"/>.</summary>
    public static string LocalMember(string? @namespace, string pod, string port) => $"{@namespace}/{pod}/{port}=";

    /// <summary>The variable of a port or volume: its name in capitals, with <c>_</c> for <c>-</c>.</summary>
    public static string Local(string prefix, string name) => prefix + name.ToUpperInvariant().Replace('-', '_');
}
