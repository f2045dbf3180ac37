namespace Holdfast.WellKnown;

/// <summary>Taints that Kubernetes defines.</summary>
internal static class KubernetesTaints
{
    /// <summary>Marks a node that is shut down permanently, so that its pods may be removed without its consent.</summary>
    public const string OutOfService = "node.kubernetes.io/out-of-service";
}
