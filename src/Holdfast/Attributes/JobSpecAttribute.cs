namespace Holdfast;

/// <summary>What <see cref="RunOnceAttribute"/> and <see cref="ScheduledAttribute"/> have in common: how a Job runs.</summary>
public abstract class JobSpecAttribute : DeclarationAttribute
{
    private protected JobSpecAttribute(string name)
    {
        Name = name;
    }

    /// <summary>The application's name.</summary>
    public string Name { get; }

    /// <summary>
    /// The namespace that the objects are made for: a DNS label. Left out, it is the namespace that <c>kubectl</c>
    /// applies to.
    /// </summary>
    public string? Namespace { get; set; }

    /// <summary>The cluster's DNS zone, where it is not <c>cluster.local</c> and known at compile time.</summary>
    public string? ClusterDomain { get; set; }

    /// <summary>
    /// How many pods must succeed; 0 or more, default 1. <see cref="JobCompletionMode.Indexed"/> needs it. Kubernetes:
    /// <c>spec.completions</c>.
    /// </summary>
    public int Completions { get; set; } = 1;

    /// <summary>How many pods run at one time; 0 or more, default 1. Kubernetes: <c>spec.parallelism</c>.</summary>
    public int Parallelism { get; set; } = 1;

    /// <summary>Whether pods are alike (default) or each has an index.</summary>
    public JobCompletionMode CompletionMode { get; set; }

    /// <summary>
    /// How many failures are followed by another try before the Job has failed; 0 or more, default 6. Kubernetes: <c>spec.backoffLimit</c>.
    /// </summary>
    public int BackoffLimit { get; set; } = 6;

    /// <summary>
    /// Seconds after which the Job has failed whatever its pods do, and they are stopped; 0 or more, default: no limit.
    /// Kubernetes: <c>spec.activeDeadlineSeconds</c>.
    /// </summary>
    public int ActiveDeadlineSeconds { get; set; }

    /// <summary>
    /// Seconds after its end at which the Job is deleted with its pods; 0 or more, default: never. Kubernetes:
    /// <c>spec.ttlSecondsAfterFinished</c>.
    /// </summary>
    public int TtlSecondsAfterFinished { get; set; }

    /// <summary>Whether another pod (default) or the same one follows a failure.</summary>
    public JobRestartPolicy RestartPolicy { get; set; }

    /// <summary>Whether nothing runs until it is set back; default <see langword="false"/>. Kubernetes: <c>spec.suspend</c>.</summary>
    public bool Suspend { get; set; }

    /// <summary>Seconds from the request to stop until a pod is killed; 0 or more, default 30.</summary>
    public int TerminationGracePeriodSeconds { get; set; } = 30;
}
