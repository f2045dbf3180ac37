using System.Net;

namespace Holdfast;

/// <summary>Which replica of a StatefulSet this process is.</summary>
/// <remarks>
/// It does not change while the process runs, so ask once and keep the answer. The set's size may change meanwhile:
/// <see cref="Peers"/> are the replicas as declared, not those that run now.
/// </remarks>
public sealed class PodIdentity
{
    private readonly IPodEnvironment _environment;

    private PodIdentity(Pod pod, PodIdentitySource source, IPodEnvironment environment)
    {
        Pod = pod;
        Source = source;
        _environment = environment;
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

    /// <summary>
    /// The namespace as declared or as learnt from the pod, or <see langword="null"/> when neither has it. Outside a cluster it is
    /// <c>default</c> where none is declared.
    /// </summary>
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
        return new PodIdentity(pod, source, environment);
    }

    /// <summary>The identity of a given replica: for tests, and where the ordinal is known by other means.</summary>
    /// <param name="pod">The replica.</param>
    /// <returns>The identity of that replica.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="pod"/> is null.</exception>
    public static PodIdentity Of(Pod pod)
    {
        ArgumentNullException.ThrowIfNull(pod);
        return new PodIdentity(pod, PodIdentitySource.Chosen, ProcessEnvironment.Instance);
    }

    /// <summary>
    /// Where this process listens for a port of its set: on any address in a pod, on the member's own address in a local cluster
    /// (<c>HOLDFAST_LISTEN</c>), and on the loopback address where <c>HOLDFAST_ORDINAL</c> alone says which member to play.
    /// </summary>
    /// <param name="port">The port.</param>
    /// <returns>The address and the port's number; in a local cluster whose members share one address, the number that this member has there.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="port"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="port"/> is another application's.</exception>
    public IPEndPoint ListenOn(ServicePort port)
    {
        ArgumentNullException.ThrowIfNull(port);
        Require.OfSame(Set, port.Workload, $"\"{Name}\"", $"port \"{port.Name}\"", nameof(port));
        return LocalMemberFacts.ListenOn(_environment, Source, port);
    }

    /// <summary>
    /// Where this process reaches a member, for libraries that resolve names themselves: the member's DNS name in a pod, its address in a local cluster
    /// (<c>HOLDFAST_MEMBERS</c>), whose names the operating system's resolver does not know. What a local cluster runs without this having been a member
    /// when the process started has its DNS name. Where <c>HOLDFAST_ORDINAL</c> alone says which member to play, that member is where it listens.
    /// </summary>
    /// <param name="port">The port, of this application or of another one.</param>
    /// <param name="pod">The member.</param>
    /// <returns>A <see cref="DnsEndPoint"/>, or an <see cref="IPEndPoint"/> in a local cluster.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="port"/> or <paramref name="pod"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="pod"/> is of another set, namespace or cluster domain than <paramref name="port"/>.</exception>
    /// <exception cref="InvalidOperationException">The set has no governing Service, so the pod has no DNS name.</exception>
    public EndPoint EndPointOf(ServicePort port, Pod pod)
    {
        ArgumentNullException.ThrowIfNull(port);
        ArgumentNullException.ThrowIfNull(pod);
        Pod located = pod.Set.MayBeSame(Set) ? new Pod(pod.Set.CompletedBy(Set), pod.Ordinal) : pod;
        DnsEndPoint named = port.On(located);
        if (LocalMemberFacts.IsAlone(Source) && Is(located) && port.Workload.MayBeSame(Set))
        {
            return ListenOn(port);
        }

        return LocalMemberFacts.FindMember(_environment, located.Set.Namespace ?? port.Workload.Namespace ?? Namespace, located.Name, port.Name) ?? (EndPoint)named;
    }

    /// <summary>
    /// The folder in which this process finds a claim: where it is mounted in a pod, the folder of the claim in a local cluster. Where
    /// <c>HOLDFAST_ORDINAL</c> alone says which member to play, a folder of that claim's name in the system's temporary folder.
    /// </summary>
    /// <param name="claim">The claim template.</param>
    /// <returns>The folder's path.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="claim"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="claim"/> is another application's.</exception>
    /// <exception cref="InvalidOperationException">The declaration mounts the claim nowhere.</exception>
    public string PathOf(ClaimTemplate claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        Require.OfSame(Set, claim.Set, $"\"{Name}\"", $"claim template \"{claim.Name}\"", nameof(claim));
        return LocalMemberFacts.PathOf(_environment, Source, claim.Name, claim.MountPath, claim.ClaimName(Ordinal));
    }

    /// <summary>The folder in which this process finds a volume: where it is mounted in a pod, the folder that stands for it in a local cluster.</summary>
    /// <param name="volume">The volume.</param>
    /// <returns>The folder's path.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="volume"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The declaration mounts the volume nowhere.</exception>
    public string PathOf(Volume volume)
    {
        ArgumentNullException.ThrowIfNull(volume);
        return LocalMemberFacts.PathOf(_environment, Source, volume.Name, volume.MountPath, $"{volume.Name}-{Name}");
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
