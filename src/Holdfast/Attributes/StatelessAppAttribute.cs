namespace Holdfast;

/// <summary>
/// Declares a stateless application: a Deployment and all that the other attributes of the type and of its members add.
/// The type must be a <c>partial class</c> that is neither static nor generic.
/// </summary>
/// <remarks>
/// Its pods have random names and neither DNS names nor claims, so attributes that need a StatefulSet are
/// errors: <c>[VolumeClaim]</c>, <c>[PeerList]</c>, <c>[ReplicaService]</c>, <c>[HeadlessService]</c> and
/// <c>[ClaimRetention]</c>. Everything else is as with <see cref="StatefulAppAttribute"/>.
/// </remarks>
/// <param name="name">
/// The name of the Deployment and the first part of every pod's name: lower-case letters, digits, dashes and dots, a
/// letter or digit at both ends, at most 63 characters, since it is a label too.
/// </param>
/// <example>
/// <code title="">
/// using Holdfast;
///
/// [StatelessApp("web", Replicas = 2, MaxSurge = 1, MaxUnavailable = 0)]
/// [Container("registry.example/web:1.4.0")]
/// public sealed partial class Web;
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false, AllowMultiple = true)]
public sealed class StatelessAppAttribute(string name) : DeclarationAttribute
{
    /// <summary>The name of the Deployment.</summary>
    public string Name { get; } = name;

    /// <summary>The number of pods, 0 or more. Kubernetes: <c>spec.replicas</c>; default 1.</summary>
    public int Replicas { get; set; } = 1;

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

    /// <summary>Whether new pods replace the old ones little by little (default) or once all of those have stopped.</summary>
    public DeploymentStrategy Strategy { get; set; }

    /// <summary>
    /// How many pods a rolling update may have beyond the number of replicas; 0 or more. Kubernetes:
    /// <c>spec.strategy.rollingUpdate.maxSurge</c>; default 25 percent.
    /// </summary>
    public int MaxSurge { get; set; }

    /// <summary>The same as a share of the replicas, in percent, rounded up; it may be more than 100.</summary>
    public int MaxSurgePercent { get; set; }

    /// <summary>
    /// How many pods may be away during a rolling update; 0 or more, and not 0 together with <see cref="MaxSurge"/>.
    /// Kubernetes: <c>spec.strategy.rollingUpdate.maxUnavailable</c>; default 25 percent.
    /// </summary>
    public int MaxUnavailable { get; set; }

    /// <summary>The same as a share of the replicas, 0 to 100 percent, rounded down.</summary>
    public int MaxUnavailablePercent { get; set; }

    /// <summary>Seconds that a pod must be ready for before it counts as available; 0 or more, default 0.</summary>
    public int MinReadySeconds { get; set; }

    /// <summary>How many old templates are kept to go back to; 0 or more, default 10.</summary>
    public int RevisionHistoryLimit { get; set; } = 10;

    /// <summary>
    /// Seconds without progress after which a rollout counts as failed; more than <see cref="MinReadySeconds"/>, default
    /// 600.
    /// </summary>
    public int ProgressDeadlineSeconds { get; set; } = 600;

    /// <summary>Whether changes of the template wait until the Deployment is resumed.</summary>
    public bool Paused { get; set; }

    /// <summary>Seconds from the request to stop until a pod is killed; 0 or more, default 30.</summary>
    public int TerminationGracePeriodSeconds { get; set; } = 30;
}
