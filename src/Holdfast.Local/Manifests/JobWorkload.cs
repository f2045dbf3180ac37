namespace Holdfast.Local.Manifests;

/// <summary>A Job, as what pods are made of.</summary>
internal sealed class JobWorkload : WorkloadInfo
{
    public JobWorkload(string name)
        : base(name)
    {
    }

    private JobWorkload(JobWorkload other)
        : base(other)
    {
    }

    /// <inheritdoc/>
    internal override string Kind => "Job";

    /// <inheritdoc/>
    public override JobWorkload In(string @namespace, string? clusterDomain = null) => new(this) { Namespace = @namespace, ClusterDomain = clusterDomain ?? ClusterDomain };

    /// <inheritdoc/>
    internal override JobWorkload CompletedBy(WorkloadInfo other) => new(this) { Namespace = Namespace ?? other.Namespace, ClusterDomain = ClusterDomain ?? other.ClusterDomain };
}
