using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Holdfast.Local.Control;
using Holdfast.Local.Network;
using Holdfast.Local.Processes;
using Holdfast.WellKnown;

namespace Holdfast.Local;

/// <summary>An application in a local cluster: its StatefulSet, whose controller is the rule that <see cref="ScalePlan"/> plans with. Safe for several threads.</summary>
public sealed class LocalSet : ISetRunner
{
    private readonly LocalCluster _cluster;
    private readonly PodContext _context;
    private readonly SetController _controller;
    private readonly ControlLoop _loop = new();
    private readonly object _gate = new();
    private readonly Dictionary<int, LocalApp> _templates = [];
    private readonly SortedDictionary<int, LocalMember> _members = [];
    private readonly Dictionary<int, LocalPod> _pods = [];
    private readonly Dictionary<(int Ordinal, int Port), int> _ports = [];
    private readonly Dictionary<int, CancellationTokenSource> _availability = [];
    private TaskCompletionSource _changed = NewSignal();
    private LocalApp _app;
    private bool _isEnding;

    internal LocalSet(LocalCluster cluster, PodContext context, LocalApp app)
    {
        _cluster = cluster;
        _context = context;
        _app = app;
        Set = app.Set;
        _templates[ClusterState.FirstTemplate] = app;
        _controller = new SetController(app.Set, context.Options.Kubernetes, this, context.Volumes.Claims(app.Set.Namespace!));
    }

    /// <summary>The set's name.</summary>
    public string Name => Set.Name;

    /// <summary>The set as the controller knows it.</summary>
    public StatefulSetInfo Set { get; private set; }

    /// <summary>The application as its newest pods run it.</summary>
    public LocalApp App => _app;

    /// <summary>The members that the set has, by ordinal.</summary>
    public IReadOnlyList<LocalMember> Members => _controller.IsDeleted ? [] : [.. Set.Pods.Select(pod => Member(pod.Ordinal))];

    /// <summary>The member with an ordinal, which need not be there: one that was scaled away still has its log.</summary>
    /// <param name="ordinal">The ordinal.</param>
    /// <returns>The member.</returns>
    public LocalMember this[int ordinal] => Member(ordinal);

    /// <summary>What the controller waits for, in words; <see langword="null"/> where all is done.</summary>
    public string? WaitsFor => _controller.Waiting switch
    {
        null => _controller.State.Unnoticed is { IsEmpty: false } unnoticed ? NotNoticed([.. unnoticed]) : null,
        Move.AwaitReady ready => $"{Names(ready.Ordinals)} to be Ready",
        Move.AwaitGone gone => $"{Names(gone.Ordinals)} to be gone",
        Move.Blocked { Cause: BlockCause.NotNoticed } blocked => NotNoticed(blocked.Ordinals),
        Move.Blocked blocked => $"{Names(blocked.Ordinals)} ({blocked.Cause})",
        _ => null,
    };

    /// <summary>Changes the number of members, and waits until it is reached.</summary>
    /// <param name="replicas">The number of members, 0 or more.</param>
    /// <param name="cancellationToken">Ends the wait, not the change.</param>
    /// <returns>Completes when all members are there and Ready, and all others are gone.</returns>
    /// <exception cref="LocalClusterException">That does not happen within <see cref="LocalClusterOptions.ReadyTimeout"/>.</exception>
    public Task ScaleAsync(int replicas, CancellationToken cancellationToken = default) => ChangeAsync(Set.WithReplicas(replicas), cancellationToken);

    /// <summary>Changes the set in any way that the API server takes: size, first ordinal, partition, policies; and waits until all is done.</summary>
    /// <param name="set">The set as it shall be: <c>new StatefulSetInfo(orders.Set) { UpdatePartition = 2 }</c>.</param>
    /// <param name="cancellationToken">Ends the wait, not the change.</param>
    /// <returns>Completes when nothing is left to do.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="set"/> is null.</exception>
    /// <exception cref="LocalClusterException">It is a change that the API server refuses, or it is not done within <see cref="LocalClusterOptions.ReadyTimeout"/>.</exception>
    public async Task ChangeAsync(StatefulSetInfo set, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(set);
        await ApplyAsync(set, TemplateChange.None).ConfigureAwait(false);
        await WaitUntilReadyAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Gives the set another pod template, and waits until it has reached the members that the update strategy gives it to.</summary>
    /// <param name="change">Makes the application another: another command, other variables.</param>
    /// <param name="cancellationToken">Ends the wait, not the update.</param>
    /// <returns>Completes when nothing is left to do.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="change"/> is null.</exception>
    /// <exception cref="LocalClusterException">It is not done within <see cref="LocalClusterOptions.ReadyTimeout"/>.</exception>
    public async Task UpdateAsync(Func<LocalApp, LocalApp> change, CancellationToken cancellationToken = default)
    {
        await BeginUpdateAsync(change).ConfigureAwait(false);
        await WaitUntilReadyAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Gives the set another pod template, and waits for nothing.</summary>
    /// <param name="change">Makes the application another: another command, other variables.</param>
    /// <returns>Completes when the controller knows.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="change"/> is null.</exception>
    public Task BeginUpdateAsync(Func<LocalApp, LocalApp> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return _loop.DoAsync(() =>
        {
            LocalApp app = change(_app);
            _app = app;
            lock (_gate)
            {
                _templates[_controller.State.Templates.Max() + 1] = app;
            }

            _controller.Apply(Set, TemplateChange.Working);
            return true;
        });
    }

    /// <summary>Gives the set the template again that it had before the last one, as <c>kubectl rollout undo</c> does, and waits until that is done.</summary>
    /// <param name="cancellationToken">Ends the wait, not the update.</param>
    /// <returns>Completes when nothing is left to do.</returns>
    /// <exception cref="LocalClusterException">It is not done within <see cref="LocalClusterOptions.ReadyTimeout"/>.</exception>
    public async Task RollBackAsync(CancellationToken cancellationToken = default)
    {
        await ApplyAsync(Set, TemplateChange.RolledBack).ConfigureAwait(false);
        await WaitUntilReadyAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Deletes the set as <c>kubectl delete statefulset</c> does: all pods at once, in no order, and its claims as <c>whenDeleted</c> says. Scale it to 0 first
    /// where order matters.
    /// </summary>
    /// <param name="cancellationToken">Ends the wait, not the deletion.</param>
    /// <returns>Completes when all pods and all claims that do not stay are gone.</returns>
    /// <exception cref="LocalClusterException">They are not within <see cref="LocalClusterOptions.ReadyTimeout"/>.</exception>
    public async Task DeleteAsync(CancellationToken cancellationToken = default)
    {
        await _loop.DoAsync(() =>
        {
            _controller.DeleteSet();
            Signal();
            return true;
        }).ConfigureAwait(false);
        await WaitUntilReadyAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes the controller look at the set again, as any change of its metadata does.</summary>
    /// <returns>Completes when it has.</returns>
    public Task TouchAsync() => _loop.DoAsync(() =>
    {
        _controller.Touch();
        return true;
    });

    /// <summary>Waits until all members are there and Ready, and nothing is left to do.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Completes when they are.</returns>
    /// <exception cref="LocalClusterException">
    /// They are not within <see cref="LocalClusterOptions.ReadyTimeout"/>, or a member cannot be started; the message says which, with its last failure and the end of its log.
    /// </exception>
    public Task WaitUntilReadyAsync(CancellationToken cancellationToken = default) =>
        WaitForAsync(() => _controller.IsSettled, ordinals: null, cancellationToken);

    /// <summary>The set's name.</summary>
    /// <returns>The set's name.</returns>
    public override string ToString() => Name;

    /// <summary>Begins, as when the set is created.</summary>
    internal Task BeginAsync() => _loop.DoAsync(() =>
    {
        _controller.Sync();
        return true;
    });

    /// <summary>Ends all members at once, as when the machine goes down; claims stay.</summary>
    internal async Task EndAsync()
    {
        LocalPod[] pods = await _loop.DoAsync(() =>
        {
            _isEnding = true;
            lock (_gate)
            {
                return _pods.Values.ToArray();
            }
        }).ConfigureAwait(false);
        await Task.WhenAll(pods.Select(pod => pod.StopAsync(withCluster: true))).ConfigureAwait(false);
        await _loop.DisposeAsync().ConfigureAwait(false);
    }

    internal LocalPod? PodOf(int ordinal)
    {
        lock (_gate)
        {
            return _pods.GetValueOrDefault(ordinal);
        }
    }

    /// <summary>The processes that run, with the pods that they belong to.</summary>
    internal IReadOnlyList<(int Id, string Key)> Processes()
    {
        lock (_gate)
        {
            return [.. _pods.Values.SelectMany(pod => pod.Containers
                .Select(container => container.ProcessId)
                .OfType<int>()
                .Select(id => (id, $"{Set.Namespace}/{pod.Pod.Name}")))];
        }
    }

    internal string ClaimFolder(string claim) => _context.Volumes.ClaimFolder(Set.Namespace!, claim);

    internal Task DeletePodAsync(int ordinal) => _loop.DoAsync(() => _controller.Delete(ordinal)
        ? true
        : throw new LocalClusterException($"{KubernetesNames.Pod(Name, ordinal)} has no pod that could be deleted; it may be on its way. Wait until the set is Ready."));

    internal void CutOff(LocalMember member, bool isCutOff) => _cluster.CutOff($"{Set.Namespace}/{member.Name}", isCutOff);

    /// <summary>The number here of a member's declared port: the declared one, where members have separate addresses.</summary>
    internal int PortOf(int ordinal, int declared)
    {
        if (_context.Network.Block.HasMany)
        {
            return declared;
        }

        lock (_gate)
        {
            if (!_ports.TryGetValue((ordinal, declared), out int port))
            {
                port = FreePort();
                _ports[(ordinal, declared)] = port;
            }

            return port;
        }
    }

    /// <summary>How Services and DNS see a member, whether it runs or not.</summary>
    internal Endpoint EndpointOf(int ordinal)
    {
        LocalApp app = _app;
        string pod = KubernetesNames.Pod(Name, ordinal);
        var endpoint = new Endpoint(Set.Namespace!, pod, Set.ServiceName)
        {
            Address = _context.Network.Block.Of($"{Set.Namespace}/{pod}"),
            Listens = _cluster.ListensOn($"{Set.Namespace}/{pod}"),
            Labels = app.Spec.Labels
                .SetItem(KubernetesLabels.PodIndex, ordinal.ToString(CultureInfo.InvariantCulture))
                .SetItem(KubernetesLabels.PodName, pod),
            Ports = [.. app.Spec.AllContainers.SelectMany(container => container.Ports).Select(port => (port.Name, port.Number, PortOf(ordinal, port.Number)))],
            IsCutOff = _cluster.IsCutOff($"{Set.Namespace}/{pod}"),
        };
        _cluster.Relay(endpoint);
        return endpoint;
    }

    internal async Task WaitForAsync(Func<bool> condition, int[]? ordinals, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_context.Options.ReadyTimeout);
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                changed = _changed.Task;
            }

            if (await _loop.DoAsync(condition).ConfigureAwait(false))
            {
                return;
            }

            if (StartFailure() is { } failure)
            {
                throw new LocalClusterException(failure.Message, failure);
            }

            if (_loop.Failure is { } broken)
            {
                throw new LocalClusterException($"The controller of StatefulSet \"{Name}\" has failed: {broken.Message}", broken);
            }

            try
            {
                await changed.WaitAsync(limit.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                throw new LocalClusterException(NotReady(ordinals));
            }
        }
    }

    /// <inheritdoc/>
    void ISetRunner.Start(Pod pod, int template, IReadOnlyList<(string Claim, bool IsNew)> claims)
    {
        LocalMember member = Member(pod.Ordinal);
        LocalApp app;
        lock (_gate)
        {
            app = _templates[template];
        }

        // The set may have another size than when the template was made, and a pod's values are those of the set that it is created under.
        app = app.WithSet(Set);
        _context.Say($"{pod.Name} starts");
        var started = new LocalPod(
            app, _context, pod, EndpointOf(pod.Ordinal), name => KubernetesNames.Claim(name, Name, pod.Ordinal), member.Log, () => PodChanged(pod.Ordinal));
        lock (_gate)
        {
            _pods[pod.Ordinal] = started;
        }

        Signal();
    }

    /// <inheritdoc/>
    void ISetRunner.Stop(Pod pod)
    {
        LocalPod? ending = PodOf(pod.Ordinal);
        _context.Say($"{pod.Name} is deleted");
        _ = Task.Run(async () =>
        {
            if (ending is not null)
            {
                await ending.StopAsync(withCluster: false).ConfigureAwait(false);
            }

            _loop.Post(() => PodGone(pod.Ordinal));
        });
    }

    /// <inheritdoc/>
    void ISetRunner.CreateClaims(IReadOnlyList<string> claims)
    {
        foreach (string claim in claims)
        {
            _context.Volumes.CreateClaim(Set.Namespace!, claim);
        }
    }

    /// <inheritdoc/>
    void ISetRunner.DeleteClaims(int ordinal, IReadOnlyList<string> claims) => _ = Task.Run(() =>
    {
        foreach (string claim in claims)
        {
            _context.Say($"claim {claim} is deleted");
            _context.Volumes.DeleteClaim(Set.Namespace!, claim);
        }

        _loop.Post(() =>
        {
            _controller.ClaimsGone(ordinal);
            Signal();
        });
    });

    private Task ApplyAsync(StatefulSetInfo set, TemplateChange template) => _loop.DoAsync(() =>
    {
        StatefulSetInfo before = Set;
        Set = set.Namespace is null ? set.In(before.Namespace!) : set;
        try
        {
            _controller.Apply(Set, template);
        }
        catch (LocalClusterException)
        {
            Set = before;
            throw;
        }

        lock (_gate)
        {
            _app = _templates[_controller.State.UpdateTemplate];
        }

        Signal();
        return true;
    });

    private LocalMember Member(int ordinal)
    {
        lock (_gate)
        {
            if (!_members.TryGetValue(ordinal, out LocalMember? member))
            {
                string name = KubernetesNames.Pod(Name, ordinal);
                member = new LocalMember(this, ordinal, new LocalLog(name, _context.Options.Output), _context.Network.Block.Of($"{Set.Namespace}/{name}"));
                _members[ordinal] = member;
            }

            return member;
        }
    }

    /// <summary>A pod is Ready, or no longer; it is available once it has been so for the declared time.</summary>
    private void PodChanged(int ordinal) => _loop.Post(() =>
    {
        LocalPod? pod = PodOf(ordinal);
        if (_availability.Remove(ordinal, out CancellationTokenSource? waiting))
        {
            waiting.Cancel();
        }

        if (pod is null || _isEnding)
        {
            return;
        }

        bool ready = pod.IsReady;
        if (ready && Set.MinReadySeconds > 0)
        {
            var wait = new CancellationTokenSource();
            _availability[ordinal] = wait;
            _ = Task.Delay(TimeSpan.FromSeconds(Set.MinReadySeconds), wait.Token).ContinueWith(
                _ => _loop.Post(() =>
                {
                    if (PodOf(ordinal) == pod && pod.IsReady)
                    {
                        Observe(ordinal, true);
                    }
                }),
                CancellationToken.None,
                TaskContinuationOptions.OnlyOnRanToCompletion,
                TaskScheduler.Default);
        }

        Observe(ordinal, ready && Set.MinReadySeconds == 0);
    });

    private void Observe(int ordinal, bool isAvailable)
    {
        if (!_isEnding)
        {
            _controller.Observe(ordinal, isAvailable);
            Signal();
        }
    }

    private void PodGone(int ordinal)
    {
        lock (_gate)
        {
            _pods.Remove(ordinal);
        }

        if (!_isEnding)
        {
            _context.Say($"{KubernetesNames.Pod(Name, ordinal)} is gone");
            _controller.Gone(ordinal);
            Signal();
        }
    }

    private LocalClusterException? StartFailure()
    {
        lock (_gate)
        {
            return _pods.Values.Select(pod => pod.StartFailure).FirstOrDefault(failure => failure is not null);
        }
    }

    private string NotReady(int[]? ordinals)
    {
        LocalMember[] away = [.. (ordinals ?? [.. Set.Pods.Select(pod => pod.Ordinal)]).Select(Member).Where(member => !member.IsReady)];
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"StatefulSet \"{Name}\" is not ready after {_context.Options.ReadyTimeout.TotalSeconds:0.###} s");
        if (WaitsFor is { } waits)
        {
            text.Append(CultureInfo.InvariantCulture, $"; it waits for {waits}");
        }

        LocalMember[] told = [.. away.Where(member => member.Exists)];
        text.Append(told.Length == 0 ? "." : ":");
        foreach (LocalMember member in told.Take(3))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{member}: {member.LastFailure ?? "has not failed a probe, and has not passed one"}");
            string log = member.Log.Tail(10);
            text.Append(log.Length == 0 ? "\n  (it has written nothing)" : $"\n  {log.Replace("\n", "\n  ", StringComparison.Ordinal)}");
        }

        text.Append("\nMend what the last failure says, or wait longer: LocalClusterOptions.ReadyTimeout.");
        return text.ToString();
    }

    private void Signal()
    {
        TaskCompletionSource changed;
        lock (_gate)
        {
            changed = _changed;
            _changed = NewSignal();
        }

        changed.TrySetResult();
    }

    private string NotNoticed(ImmutableArray<int> ordinals) =>
        $"something to happen to the set: its controller has not noticed that the claims of {Names(ordinals)} are gone, as in a cluster ({nameof(TouchAsync)})";

    private string Names(ImmutableArray<int> ordinals) => string.Join(", ", ordinals.Select(ordinal => KubernetesNames.Pod(Name, ordinal)));

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
