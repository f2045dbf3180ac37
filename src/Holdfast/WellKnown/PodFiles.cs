namespace Holdfast.WellKnown;

/// <summary>Files that the kubelet puts into every container.</summary>
internal static class PodFiles
{
    /// <summary>Holds the pod's namespace; absent where no service account token is mounted.</summary>
    public const string Namespace = "/var/run/secrets/kubernetes.io/serviceaccount/namespace";

    /// <summary>The resolver's configuration; its search path names the cluster's DNS zone.</summary>
    public const string ResolverConfiguration = "/etc/resolv.conf";
}
