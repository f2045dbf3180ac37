namespace Holdfast.WellKnown;

/// <summary>Taints that Kubernetes defines.</summary>
internal static class KubernetesTaints
{
    /// <summary>Says that a node is shut down for good, so that its pods may be removed without its consent.</summary>
    public const string OutOfService = "node.kubernetes.io/out-of-service";
}
