namespace Holdfast;

/// <summary>Which replica of a StatefulSet this process is.</summary>
/// <remarks>
/// It does not change while the process runs, so ask once and keep the answer. The set's size may change meanwhile:
/// <see cref="Peers"/> are the replicas as declared, not those that run now.
/// </remarks>
public sealed class PodIdentity
{
    private PodIdentity(Pod pod, PodIdentitySource source)
    {
        Pod = pod;
        Source = source;
        Peers = pod.Set.Pods.Except(pod);
    }

    /// <summary>This process's pod.</summary>
    public Pod Pod { get; }

    /// <summary>The pod's ordinal; the first replica's is the set's <see cref="StatefulSetInfo.OrdinalStart"/>.</summary>
    public int Ordinal => Pod.Ordinal;

    /// <summary>The pod's name, <c>&lt;set&gt;-&lt;ordinal&gt;</c>.</summary>
    public string Name => Pod.Name;

    /// <summary>The pod's DNS name, fully qualified when the namespace is known, which it is in a cluster.</summary>
    /// <exception cref="InvalidOperationException">The set has no governing Service, so the pod has no DNS name.</exception>
    public string HostName => Pod.HostName;

    /// <summary>The namespace as declared or as learnt from the pod, or <see langword="null"/> when neither has it.</summary>
    public string? Namespace => Set.Namespace;

    /// <summary>Where the ordinal comes from; log it when the process starts.</summary>
    public PodIdentitySource Source { get; }

    /// <summary>The other replicas.</summary>
    public PodSet Peers { get; }

    /// <summary>
    /// The set with the namespace and cluster domain that this process has learnt. When its ordinal is beyond the
    /// declared replicas, the set was scaled up by other means, for example <c>kubectl scale</c>, and has at least the
    /// replicas up to this one.
    /// </summary>
    public StatefulSetInfo Set => Pod.Set;

    /// <summary>Finds out which replica of an application's set this process is.</summary>
    /// <typeparam name="TApp">The type that describes the application.</typeparam>
    /// <param name="options">What to do outside a cluster; left out, <c>HOLDFAST_ORDINAL</c> must be set.</param>
    /// <returns>The replica that this process is.</returns>
    /// <inheritdoc cref="Current(StatefulSetInfo, PodIdentityOptions?)" path="/exception"/>
    /// <inheritdoc cref="Current(StatefulSetInfo, PodIdentityOptions?)" path="/remarks"/>
    public static PodIdentity Current<TApp>(PodIdentityOptions? options = null)
        where TApp : IStatefulApp => Current(TApp.StatefulSet, options);

    /// <summary>Finds out which replica of a set this process is.</summary>
    /// <param name="set">The set.</param>
    /// <param name="options">What to do outside a cluster; left out, <c>HOLDFAST_ORDINAL</c> must be set.</param>
    /// <returns>The replica that this process is.</returns>
    /// <remarks>
    /// <para>
    /// The ordinal comes from the variable <c>POD_ORDINAL</c> (the pod's label <c>apps.kubernetes.io/pod-index</c>, which
    /// is there since Kubernetes 1.28; empty before), else out of <c>POD_NAME</c>, else out of the host name. Manifests
    /// that Holdfast makes set the variables. The two variables may name an ordinal beyond the declared replicas, since
    /// the set may have been scaled up; the host name may not, since it is the node's in a pod on the host's network.
    /// </para>
    /// <para>
    /// The namespace is the declared one, else <c>POD_NAMESPACE</c>, else that of the service account. The cluster domain
    /// is the declared one, else the one in the search path of the resolver, else the default <c>cluster.local</c>.
    /// </para>
    /// <para>
    /// Outside a cluster <c>HOLDFAST_ORDINAL</c> says which replica to play, or else
    /// <see cref="PodIdentityOptions.DevelopmentOrdinal"/>. Both are ignored inside a cluster, where two replicas with
    /// the same identity would write to each other's data. <see cref="Source"/> tells which one was used.
    /// </para>
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="set"/> is null.</exception>
    /// <exception cref="InvalidOperationException">
    /// This process is not a replica of the set, or cannot tell which: the name is not that of a replica, the sources contradict each
    /// other or the declared namespace, the ordinal is below the first one or no number, the host name cannot be trusted,
    /// or the process runs outside a cluster and no ordinal was set.
    /// </exception>
    public static PodIdentity Current(StatefulSetInfo set, PodIdentityOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(set);
        return Current(set, ProcessEnvironment.Instance, options);
    }

    /// <summary>Finds out which replica of a set a process in a given environment is.</summary>
    /// <param name="set">The set.</param>
    /// <param name="environment">What the process can find out about its pod.</param>
    /// <param name="options">What to do outside a cluster; left out, <c>HOLDFAST_ORDINAL</c> must be set.</param>
    /// <returns>The replica that the process is.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="set"/> or <paramref name="environment"/> is null.</exception>
    /// <inheritdoc cref="Current(StatefulSetInfo, PodIdentityOptions?)" path="/remarks"/>
    /// <inheritdoc cref="Current(StatefulSetInfo, PodIdentityOptions?)" path="/exception[@cref='T:System.InvalidOperationException']"/>
    public static PodIdentity Current(StatefulSetInfo set, IPodEnvironment environment, PodIdentityOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(environment);
        (Pod pod, PodIdentitySource source) = PodIdentityResolver.Resolve(set, environment, options ?? new PodIdentityOptions());
        return new PodIdentity(pod, source);
    }

    /// <summary>The identity of a given replica: for tests, and where the ordinal is known by other means.</summary>
    /// <param name="pod">The replica.</param>
    /// <returns>The identity of that replica.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="pod"/> is null.</exception>
    public static PodIdentity Of(Pod pod)
    {
        ArgumentNullException.ThrowIfNull(pod);
        return new PodIdentity(pod, PodIdentitySource.Chosen);
    }

    /// <summary>
    /// Whether a pod is this process's own: the same replica of the same set, as far as namespace and cluster domain are
    /// known on both sides.
    /// </summary>
    /// <param name="pod">The pod.</param>
    /// <returns>Whether it is this process's own.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="pod"/> is null.</exception>
    public bool Is(Pod pod)
    {
        ArgumentNullException.ThrowIfNull(pod);
        return Pod.MayBeSame(pod);
    }

    /// <summary>The pod's name.</summary>
    /// <returns>The pod's name.</returns>
    public override string ToString() => Name;
}
