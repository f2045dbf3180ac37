namespace Holdfast.WellKnown;

/// <summary>Files that the kubelet puts into every container.</summary>
internal static class PodFiles
{
    /// <summary>The folder with what a pod needs to ask the API server; absent where no service account token is mounted.</summary>
    private const string ServiceAccount = "/var/run/secrets/kubernetes.io/serviceaccount";

    /// <summary>Holds the pod's namespace; absent where no service account token is mounted.</summary>
    public const string Namespace = ServiceAccount + "/namespace";

    /// <summary>The service account's token, which the kubelet renews; absent where none is mounted.</summary>
    public const string Token = ServiceAccount + "/token";

    /// <summary>The certificates by which the API server is known.</summary>
    public const string ApiServerCertificates = ServiceAccount + "/ca.crt";

    /// <summary>The resolver's configuration; its search path names the cluster's DNS zone.</summary>
    public const string ResolverConfiguration = "/etc/resolv.conf";

    /// <summary>The hosts file; its first line says whose network the pod is on.</summary>
    public const string Hosts = "/etc/hosts";

    /// <summary>The first line of the hosts file of a pod with its own network.</summary>
    public const string HostsOfPodNetwork = "# Kubernetes-managed hosts file.";

    /// <summary>The first line of the hosts file of a pod on its host's network.</summary>
    public const string HostsOfHostNetwork = "# Kubernetes-managed hosts file (host network).";
}
