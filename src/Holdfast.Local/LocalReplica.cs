using System.Net;
using Holdfast.Local.Processes;

namespace Holdfast.Local;

/// <summary>A replica in a local cluster: a pod of a Deployment, or a <see cref="LocalMember"/> of a StatefulSet. Safe for several threads.</summary>
public class LocalReplica
{
    private readonly LocalWorkload _owner;

    internal LocalReplica(LocalWorkload owner, string name, LocalLog log, IPAddress address)
    {
        _owner = owner;
        Name = name;
        Log = log;
        Address = address;
    }

    /// <summary>The pod's name: <c>orders-1</c> of a StatefulSet, <c>web-6d4cf56db6-x7k2p</c> of a Deployment.</summary>
    public string Name { get; }

    /// <summary>What its processes write, and what the cluster says about them in lines that begin with <c>[holdfast]</c>.</summary>
    public LocalLog Log { get; }

    /// <summary>Its address, as all know it; the same after each restart.</summary>
    public IPAddress Address { get; }

    /// <summary>Whether its pod is there, be it ready or not.</summary>
    public bool Exists => _owner.PodOf(Name) is not null;

    /// <summary>Whether its pod is Ready.</summary>
    public bool IsReady => _owner.PodOf(Name)?.IsReady ?? false;

    /// <summary>The process of its first container; <see langword="null"/> while none runs.</summary>
    public int? ProcessId => Main?.ProcessId;

    /// <summary>How often the first container of its present pod has been started again.</summary>
    public int Restarts => Main?.Restarts ?? 0;

    /// <summary>What keeps it from being Ready: how a process ended, what the last failed probe said, or why it could not be started; <see langword="null"/> where nothing does.</summary>
    public string? LastFailure => _owner.PodOf(Name)?.LastFailure;

    /// <summary>Whether it is cut off from the others.</summary>
    public bool IsCutOff { get; private set; }

    /// <summary>Where it listens.</summary>
    /// <param name="port">The port.</param>
    /// <returns>Its address with the port's number here.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="port"/> is null.</exception>
    public IPEndPoint EndPoint(ServicePort port)
    {
        ArgumentNullException.ThrowIfNull(port);
        return new IPEndPoint(Address, _owner.PortOf(Name, port.Number));
    }

    /// <summary>The folder of a claim that exists already, which all replicas share.</summary>
    /// <param name="claim">The claim.</param>
    /// <returns>The folder's path; it is there once a pod has mounted the claim.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="claim"/> is null.</exception>
    public string PathOf(ExistingClaim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return _owner.ClaimFolder(claim.ClaimName);
    }

    /// <summary>Kills its processes, as the kernel does when memory is short. They start again in the same pod, after the back-off.</summary>
    /// <returns>Completes when they have ended.</returns>
    /// <exception cref="LocalClusterException">It has no pod.</exception>
    public Task KillAsync() => Task.WhenAll(RequirePod().Containers.Select(container => container.KillAsync()));

    /// <summary>
    /// Ends its processes as the kubelet does, with the grace period, and does not start them again before <see cref="Start"/>: a replica that is down.
    /// In a cluster that is a container in back-off; the pod stays, so that the controller makes no other.
    /// </summary>
    /// <returns>Completes when they have ended.</returns>
    /// <exception cref="LocalClusterException">It has no pod.</exception>
    public Task StopAsync() => Task.WhenAll(RequirePod().Containers.Select(container => container.HoldAsync()));

    /// <summary>Starts what <see cref="StopAsync"/> has stopped.</summary>
    /// <exception cref="LocalClusterException">It has no pod.</exception>
    public void Start()
    {
        foreach (ContainerRunner container in RequirePod().Containers)
        {
            container.LetGo();
        }
    }

    /// <summary>Deletes its pod as <c>kubectl delete pod</c> does; the controller makes another one: of a StatefulSet under the same name, of a Deployment under a new one.</summary>
    /// <returns>Completes when the deletion has begun.</returns>
    /// <exception cref="LocalClusterException">It has no pod.</exception>
    public Task DeleteAsync() => _owner.DeletePodAsync(Name);

    /// <summary>Freezes its processes (SIGSTOP): they hold their connections and answer nothing, as on a node that hangs. Not on Windows.</summary>
    /// <exception cref="LocalClusterException">It has no pod.</exception>
    /// <exception cref="PlatformNotSupportedException">On Windows.</exception>
    public void Freeze()
    {
        foreach (ContainerRunner container in RequirePod().Containers)
        {
            container.Freeze();
        }
    }

    /// <summary>Lets frozen processes go on (SIGCONT).</summary>
    /// <exception cref="LocalClusterException">It has no pod.</exception>
    /// <exception cref="PlatformNotSupportedException">On Windows.</exception>
    public void Thaw()
    {
        foreach (ContainerRunner container in RequirePod().Containers)
        {
            container.Thaw();
        }
    }

    /// <summary>
    /// Cuts it off from the other replicas, in both directions: nothing passes between them any more, as when packets are lost, and it gets
    /// no answer from DNS. The test itself and probes still reach it. Connections of processes that it has started pass; and on Windows those that it opens
    /// itself, while the test's do not.
    /// </summary>
    /// <exception cref="InvalidOperationException"><see cref="LocalClusterOptions.CanCutOff"/> is false.</exception>
    public void CutOff() => SetCutOff(true);

    /// <summary>Connects it again; what was sent meanwhile arrives.</summary>
    /// <exception cref="InvalidOperationException"><see cref="LocalClusterOptions.CanCutOff"/> is false.</exception>
    public void Reconnect() => SetCutOff(false);

    /// <summary>Waits until it is Ready.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Completes when it is.</returns>
    /// <exception cref="LocalClusterException">
    /// It is not within <see cref="LocalClusterOptions.ReadyTimeout"/>, or, before that, a replica of the application cannot be started or ends by itself
    /// <see cref="LocalClusterOptions.MaxFailedStarts"/> times; the message has its last failure and the end of its log.
    /// </exception>
    public Task WaitUntilReadyAsync(CancellationToken cancellationToken = default) => _owner.WaitForAsync(() => IsReady, this, cancellationToken);

    /// <summary>The pod's name.</summary>
    /// <returns>The pod's name.</returns>
    public sealed override string ToString() => Name;

    private ContainerRunner? Main => _owner.PodOf(Name)?.Containers.FirstOrDefault(container => container.IsMain);

    private void SetCutOff(bool isCutOff)
    {
        _owner.CutOff(Name, isCutOff);
        IsCutOff = isCutOff;
    }

    private LocalPod RequirePod() => _owner.PodOf(Name) ?? throw new LocalClusterException(
        $"{Name} has no pod at the moment: {_owner.Kind} \"{_owner.Name}\" has {_owner.Replicas} replicas, and the pod may just be on its way, or gone. Wait until it is Ready "
        + $"({nameof(WaitUntilReadyAsync)}).");
}
