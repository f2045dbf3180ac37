namespace Holdfast.WellKnown;

/// <summary>Label keys that Kubernetes or its conventions define.</summary>
internal static class KubernetesLabels
{
    /// <summary>The application's name; the one label Holdfast selects by.</summary>
    public const string Name = "app.kubernetes.io/name";

    /// <summary>The tool that manages the object.</summary>
    public const string ManagedBy = "app.kubernetes.io/managed-by";

    /// <summary>The pod's ordinal (start included); the StatefulSet controller puts it on every pod since 1.28.</summary>
    public const string PodIndex = "apps.kubernetes.io/pod-index";

    /// <summary>The pod's name; the StatefulSet controller puts it on every pod.</summary>
    public const string PodName = "statefulset.kubernetes.io/pod-name";

    /// <summary>The namespace's name; the API server puts it on every namespace.</summary>
    public const string NamespaceName = "kubernetes.io/metadata.name";

    /// <summary>The revision of the template that a pod is made of; the controller puts it on every pod.</summary>
    public const string RevisionHash = "controller-revision-hash";

    /// <summary>Set by the Deployment controller on every ReplicaSet and its pods.</summary>
    public const string PodTemplateHash = "pod-template-hash";

    /// <summary>The node's host name; the topology key for spreading over hosts.</summary>
    public const string HostName = "kubernetes.io/hostname";
}
