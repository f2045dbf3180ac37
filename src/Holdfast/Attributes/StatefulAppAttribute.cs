namespace Holdfast;

/// <summary>
/// Declares a stateful application: a StatefulSet, its governing headless Service and all that the other attributes of
/// the type and of its members add. The type must be a <c>partial class</c> that is neither static nor generic.
/// </summary>
/// <param name="name">
/// The name of the StatefulSet and the first part of every pod's name: a DNS label (lower-case letters, digits and
/// <c>-</c>, a letter or digit at both ends) of at most 52 characters. The API server accepts longer names, but the
/// controller cannot label the pods and never creates them.
/// </param>
/// <example>
/// <code title="">
/// using Holdfast;
///
/// [StatefulApp("orders", Replicas = 3, PodManagementPolicy = PodManagementPolicy.Parallel)]
/// [Container("registry.example/orders:1.4.0")]
/// public sealed partial class Orders;
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false, AllowMultiple = true)]
public sealed class StatefulAppAttribute(string name) : DeclarationAttribute
{
    /// <summary>The name of the StatefulSet.</summary>
    public string Name { get; } = name;

    /// <summary>The number of replicas, 0 or more. Kubernetes: <c>spec.replicas</c>; default 1.</summary>
    public int Replicas { get; set; } = 1;

    /// <summary>
    /// The ordinal of the first replica, 0 or more. Kubernetes: <c>spec.ordinals.start</c>; default 0. Changing it later
    /// renumbers the replicas: new ones on new, empty volumes.
    /// </summary>
    public int OrdinalStart { get; set; }

    /// <summary>
    /// The namespace that the objects are made for: a DNS label. Left out, it is the namespace that <c>kubectl</c>
    /// applies to, and code learns it at run time.
    /// </summary>
    public string? Namespace { get; set; }

    /// <summary>
    /// Whether the build makes the namespace, too: an object that all applications of the folder share, held to
    /// Kubernetes' restricted pod security profile where the pods meet it. It needs <see cref="Namespace"/>; default <see langword="false"/>.
    /// </summary>
    public bool CreateNamespace { get; set; }

    /// <summary>The cluster's DNS zone, where it is not <c>cluster.local</c> and known at compile time.</summary>
    public string? ClusterDomain { get; set; }

    /// <summary>
    /// Kubernetes: <c>spec.serviceName</c>, the Service that gives the pods their DNS names. Left out, Holdfast makes a
    /// headless Service of the application's name. Your own name must be that of a headless Service:
    /// <see cref="HeadlessServiceAttribute"/> makes one. The empty string asks for none; then no pod has a DNS name.
    /// Cannot be changed once the set exists.
    /// </summary>
    public string? ServiceName { get; set; }

    /// <summary>Whether replicas start and stop one by one (default) or all at once.</summary>
    public PodManagementPolicy PodManagementPolicy { get; set; }

    /// <summary>Whether a changed template reaches the replicas by itself (default) or once they are deleted by hand.</summary>
    public UpdateStrategy UpdateStrategy { get; set; }

    /// <summary>
    /// How many replicas, counted from the first, a rolling update leaves at the old template; 0 or more, default 0.
    /// Kubernetes: <c>spec.updateStrategy.rollingUpdate.partition</c>. It counts places, not ordinals: 1 leaves the first
    /// replica alone whatever its ordinal is.
    /// </summary>
    public int UpdatePartition { get; set; }

    /// <summary>
    /// How many replicas a rolling update may take at a time, 1 or more; default 1. Kubernetes:
    /// <c>spec.updateStrategy.rollingUpdate.maxUnavailable</c>, which Kubernetes 1.35.4 to 1.36 drops (HF4006).
    /// </summary>
    public int MaxUnavailable { get; set; } = 1;

    /// <summary>The same as a share of the replicas, 1 to 100 percent, rounded up.</summary>
    public int MaxUnavailablePercent { get; set; }

    /// <summary>Seconds that a replica must be ready for before it counts as available; 0 or more, default 0.</summary>
    public int MinReadySeconds { get; set; }

    /// <summary>How many old templates are kept to go back to; 0 or more, default 10.</summary>
    public int RevisionHistoryLimit { get; set; } = 10;

    /// <summary>
    /// Seconds from the request to stop until a replica is killed; 1 or more, default 30. With 0 a replica is killed at once,
    /// and a successor may run while it still does.
    /// </summary>
    public int TerminationGracePeriodSeconds { get; set; } = 30;
}
