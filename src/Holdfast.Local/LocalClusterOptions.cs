namespace Holdfast.Local;

/// <summary>Where and how a local cluster runs. Immutable.</summary>
public sealed record LocalClusterOptions
{
    /// <summary>
    /// The folder that holds the folders of claims, and is there again for the next cluster that is given it. Left out, a temporary one
    /// that is deleted with the cluster. One cluster at a time uses a folder.
    /// </summary>
    public string? Directory { get; init; }

    /// <summary>The namespace of applications that declare none; default <c>default</c>.</summary>
    public string Namespace { get; init; } = "default";

    /// <summary>Takes each line that members write, with the member's name before it, and what the cluster does; left out, none are passed on.</summary>
    public Action<string>? Output { get; init; }

    /// <summary>How long the wait for members to be Ready lasts; default a minute.</summary>
    public TimeSpan ReadyTimeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How often a container may end by itself in a row and never be Ready before waits for members fail; default 5. Ends do not count while another
    /// pod of the cluster is still starting, and count from 0 again once one has become Ready. Allow more where a member ends as long as something outside of the cluster is
    /// missing.
    /// </summary>
    public int MaxFailedStarts { get; init; } = 5;

    /// <summary>
    /// How often a container that has not yet passed a probe is asked; default 50 ms. Failures count only once in each declared period,
    /// so thresholds mean what they mean in a cluster.
    /// </summary>
    public TimeSpan FirstProbePeriod { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>The longest time between two probes of a container; left out, probes have their declared periods.</summary>
    public TimeSpan? LongestProbePeriod { get; init; }

    /// <summary>The longest time that a container gets to end; left out, the declared grace period.</summary>
    public TimeSpan? LongestGracePeriod { get; init; }

    /// <summary>How containers that end are started again.</summary>
    public RestartBackOff RestartBackOff { get; init; } = new();

    /// <summary>Seconds for which it is remembered that a name is not there, as the SOA record says; default 1.</summary>
    public int NegativeCacheSeconds { get; init; } = 1;

    /// <summary>
    /// Whether members can be cut off from each other; default <see langword="false"/>. A relay then stands before
    /// each member, and each asks a separate DNS server. Who opens a connection is known on Linux alone; on Windows one that a cut-off member opens itself passes.
    /// </summary>
    public bool CanCutOff { get; init; }

    /// <summary>
    /// Whether each member has a separate address, so that ports are the declared ones; default on Linux and Windows, which answer on all of
    /// <c>127.0.0.0/8</c>. Otherwise all have <c>127.0.0.1</c> and different ports, which SRV answers carry.
    /// </summary>
    public bool OwnAddresses { get; init; } = OperatingSystem.IsLinux() || OperatingSystem.IsWindows();

    /// <summary>
    /// Whether names of members and Services in environment variables and arguments are left as they are; default
    /// <see langword="false"/>: their addresses take their place, since the operating system's resolver does not know the names.
    /// </summary>
    public bool KeepNames { get; init; }

    /// <summary>The version of Kubernetes whose controller the cluster imitates; default 1.36.</summary>
    public KubernetesVersion Kubernetes { get; init; } = KubernetesVersion.Default;
}
