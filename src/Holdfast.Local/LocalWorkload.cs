using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Holdfast.Local.Control;
using Holdfast.Local.Network;
using Holdfast.Local.Processes;

namespace Holdfast.Local;

/// <summary>An application in a local cluster, with its pods. Safe for several threads.</summary>
public abstract class LocalWorkload
{
    private const int LinesToTell = 10;

    private readonly LocalCluster _cluster;
    private readonly Dictionary<string, LocalPod> _pods = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Pod, int Port), int> _ports = [];
    private readonly Dictionary<string, CancellationTokenSource> _availability = new(StringComparer.Ordinal);
    private TaskCompletionSource _changed = NewSignal();
    private volatile LocalApp _app;
    private bool _isEnding;

    private protected LocalWorkload(LocalCluster cluster, PodContext context, LocalApp app)
    {
        _cluster = cluster;
        Context = context;
        Loop = new ControlLoop(Signal);
        _app = app;
        Namespace = app.Workload.Namespace!;
    }

    /// <summary>The name of the StatefulSet or Deployment.</summary>
    public string Name => _app.Workload.Name;

    /// <summary>The application as its newest pods run it.</summary>
    public LocalApp App
    {
        get => _app;
        private protected set => _app = value;
    }

    /// <summary>What the controller waits for, in words; <see langword="null"/> where all is done.</summary>
    public abstract string? WaitsFor { get; }

    internal string Namespace { get; }

    internal abstract string Kind { get; }

    /// <summary>How many replicas it shall have.</summary>
    internal abstract int Replicas { get; }

    private protected PodContext Context { get; }

    private protected ControlLoop Loop { get; }

    private protected object Gate { get; } = new();

    private protected abstract bool IsSettled { get; }

    private protected abstract int MinReadySeconds { get; }

    /// <summary>Changes the number of replicas, and waits until it is reached.</summary>
    /// <param name="replicas">The number of replicas, 0 or more.</param>
    /// <param name="cancellationToken">Ends the wait, not the change.</param>
    /// <returns>Completes when all replicas are there and Ready, and all others are gone.</returns>
    /// <exception cref="LocalClusterException">That does not happen within <see cref="LocalClusterOptions.ReadyTimeout"/>.</exception>
    public abstract Task ScaleAsync(int replicas, CancellationToken cancellationToken = default);

    /// <summary>Gives the application another pod template, and waits until it has reached the pods that the update strategy gives it to.</summary>
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

    /// <summary>Gives the application another pod template, and waits for nothing.</summary>
    /// <param name="change">Makes the application another: another command, other variables.</param>
    /// <returns>Completes when the controller knows.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="change"/> is null.</exception>
    public abstract Task BeginUpdateAsync(Func<LocalApp, LocalApp> change);

    /// <summary>Gives the application the template again that it had before the last one, as <c>kubectl rollout undo</c> does, and waits until that is done.</summary>
    /// <param name="cancellationToken">Ends the wait, not the update.</param>
    /// <returns>Completes when nothing is left to do.</returns>
    /// <exception cref="LocalClusterException">It is not done within <see cref="LocalClusterOptions.ReadyTimeout"/>.</exception>
    public abstract Task RollBackAsync(CancellationToken cancellationToken = default);

    /// <summary>Waits until all replicas are there and Ready, and nothing is left to do.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Completes when they are.</returns>
    /// <exception cref="LocalClusterException">
    /// They are not within <see cref="LocalClusterOptions.ReadyTimeout"/>, or, before that, one cannot be started or ends by itself
    /// <see cref="LocalClusterOptions.MaxFailedStarts"/> times; the message says which, with its last failure and the end of its log.
    /// </exception>
    public Task WaitUntilReadyAsync(CancellationToken cancellationToken = default) => WaitForAsync(() => IsSettled, replica: null, cancellationToken);

    /// <summary>The name of the StatefulSet or Deployment.</summary>
    /// <returns>The name of the StatefulSet or Deployment.</returns>
    public sealed override string ToString() => Name;

    /// <summary>Begins, as when the application is created.</summary>
    internal abstract Task BeginAsync();

    /// <summary>Completes at the next change of the application or of a pod.</summary>
    internal Task NextChange()
    {
        lock (Gate)
        {
            return _changed.Task;
        }
    }

    /// <summary>Ends all pods at once, as when the machine goes down; claims stay.</summary>
    internal async Task EndAsync()
    {
        LocalPod[] pods = await Loop.DoAsync(() =>
        {
            _isEnding = true;
            lock (Gate)
            {
                return _pods.Values.ToArray();
            }
        }).ConfigureAwait(false);
        await Task.WhenAll(pods.Select(pod => pod.StopAsync(withCluster: true))).ConfigureAwait(false);
        await Loop.DisposeAsync().ConfigureAwait(false);
    }

    internal LocalPod? PodOf(string name)
    {
        lock (Gate)
        {
            return _pods.GetValueOrDefault(name);
        }
    }

    /// <summary>The processes that run, with the pods that they belong to.</summary>
    internal IReadOnlyList<(int Id, string Key)> Processes()
    {
        lock (Gate)
        {
            return [.. _pods.Values.SelectMany(pod => pod.Containers
                .Select(container => container.ProcessId)
                .OfType<int>()
                .Select(id => (id, KeyOf(pod.Name))))];
        }
    }

    internal string ClaimFolder(string claim) => Context.Volumes.ClaimFolder(Namespace, claim);

    internal abstract Task DeletePodAsync(string name);

    internal void CutOff(string pod, bool isCutOff) => _cluster.CutOff(KeyOf(pod), isCutOff);

    /// <summary>The number here of a pod's declared port: the declared one, where pods have separate addresses.</summary>
    internal int PortOf(string pod, int declared)
    {
        if (Context.Network.Block.HasMany)
        {
            return declared;
        }

        lock (Gate)
        {
            if (!_ports.TryGetValue((pod, declared), out int port))
            {
                port = FreePort();
                _ports[(pod, declared)] = port;
            }

            return port;
        }
    }

    /// <summary>Waits until something is so.</summary>
    /// <param name="condition">Whether it is so; asked on the loop.</param>
    /// <param name="replica">The replica that is waited for; null where it is all of them.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal async Task WaitForAsync(Func<bool> condition, LocalReplica? replica, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Context.Options.ReadyTimeout);
        while (true)
        {
            Task changed = NextChange();
            if (await Loop.DoAsync(condition).ConfigureAwait(false))
            {
                return;
            }

            if (Failed() is { } failure)
            {
                throw failure;
            }

            if (Loop.Failure is { } broken)
            {
                throw new LocalClusterException($"The controller of {Kind} \"{Name}\" has failed: {broken.Message}", broken);
            }

            try
            {
                await changed.WaitAsync(limit.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                throw new LocalClusterException(NotReady(replica is null ? Known() : [replica]));
            }
        }
    }

    /// <summary>The replicas that it has, as far as they have names.</summary>
    private protected abstract IReadOnlyList<LocalReplica> Known();

    /// <summary>A pod has become available, or is so no longer.</summary>
    private protected abstract void Observe(string pod, bool isAvailable);

    /// <summary>A pod that was being deleted is gone.</summary>
    private protected abstract void Gone(string pod);

    private protected string KeyOf(string pod) => $"{Namespace}/{pod}";

    /// <summary>How Services and DNS see a pod, whether it runs or not.</summary>
    private protected Endpoint EndpointOf(LocalApp app, string pod, string subdomain, IEnumerable<KeyValuePair<string, string>> labels)
    {
        string key = KeyOf(pod);
        var endpoint = new Endpoint(Namespace, pod, subdomain)
        {
            Address = Context.Network.Block.Of(key),
            Listens = _cluster.ListensOn(key),
            Labels = app.Spec.Labels.SetItems(labels),
            Ports = [.. app.Spec.AllContainers.SelectMany(container => container.Ports).Select(port => (port.Name, port.Number, PortOf(pod, port.Number)))],
            IsCutOff = _cluster.IsCutOff(key),
        };
        _cluster.Relay(endpoint);
        return endpoint;
    }

    private protected void StartPod(LocalApp app, Endpoint endpoint, Func<string, string> claimOf, LocalLog log)
    {
        string name = endpoint.Pod;
        Context.Say($"{name} starts");
        var started = new LocalPod(app, Context, endpoint, claimOf, log, () => PodChanged(name));
        lock (Gate)
        {
            _pods[name] = started;
        }

        Signal();
    }

    private protected void StopPod(string name)
    {
        LocalPod? ending = PodOf(name);
        Context.Say($"{name} is deleted");
        InBackground(async () =>
        {
            if (ending is not null)
            {
                await ending.StopAsync(withCluster: false).ConfigureAwait(false);
            }

            Loop.Post(() => PodGone(name));
        });
    }

    /// <summary>Does something that nothing waits for; where it fails, waits say so.</summary>
    private protected void InBackground(Func<Task> action) => _ = Task.Run(async () =>
    {
        try
        {
            await action().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Loop.Fail(exception);
        }
    });

    /// <summary>Forgets what only a pod has whose name does not come back.</summary>
    private protected void ForgetPod(string name)
    {
        lock (Gate)
        {
            foreach ((string Pod, int Port) key in _ports.Keys.Where(key => key.Pod == name).ToArray())
            {
                _ports.Remove(key);
            }
        }

        _cluster.Forget(KeyOf(name));
    }

    private protected void Signal()
    {
        TaskCompletionSource changed;
        lock (Gate)
        {
            changed = _changed;
            _changed = NewSignal();
        }

        changed.TrySetResult();
    }

    /// <summary>A pod is Ready, or no longer; it is available once it has been so for the declared time.</summary>
    private void PodChanged(string name) => Loop.Post(() =>
    {
        LocalPod? pod = PodOf(name);
        if (_availability.Remove(name, out CancellationTokenSource? waiting))
        {
            waiting.Cancel();
        }

        if (pod is null || _isEnding)
        {
            return;
        }

        bool ready = pod.IsReady;
        if (ready && MinReadySeconds > 0)
        {
            var wait = new CancellationTokenSource();
            _availability[name] = wait;
            _ = Task.Delay(TimeSpan.FromSeconds(MinReadySeconds), wait.Token).ContinueWith(
                _ => Loop.Post(() =>
                {
                    if (PodOf(name) == pod && pod.IsReady && !_isEnding)
                    {
                        Observe(name, true);
                        Signal();
                    }
                }),
                CancellationToken.None,
                TaskContinuationOptions.OnlyOnRanToCompletion,
                TaskScheduler.Default);
        }

        Observe(name, ready && MinReadySeconds == 0);
        Signal();
    });

    private void PodGone(string name)
    {
        lock (Gate)
        {
            _pods.Remove(name);
        }

        if (!_isEnding)
        {
            Context.Say($"{name} is gone");
            Gone(name);
            Signal();
        }
    }

    /// <summary>What keeps a pod from being started, after several attempts.</summary>
    internal LocalClusterException? StartFailure()
    {
        lock (Gate)
        {
            return _pods.Values.Select(pod => pod.StartFailure).FirstOrDefault(failure => failure is not null);
        }
    }

    /// <summary>Whether a pod is neither Ready nor one that ends again and again.</summary>
    internal bool IsStarting
    {
        get
        {
            lock (Gate)
            {
                return _pods.Values.Any(pod => !pod.IsReady && pod.FailedStarts == 0);
            }
        }
    }

    /// <summary>Why waiting longer is of no use: a pod cannot be started, or ends again and again while there is none in the cluster that it could wait for.</summary>
    private LocalClusterException? Failed()
    {
        LocalPod[] pods;
        lock (Gate)
        {
            pods = [.. _pods.Values];
        }

        foreach (LocalPod pod in pods)
        {
            if (pod.StartFailure is { } failure)
            {
                string what = failure.Message.Contains(pod.Name, StringComparison.Ordinal) ? failure.Message : $"{pod.Name}: {failure.Message}";
                return new LocalClusterException(what + Indented(pod.Output(LinesToTell)), failure);
            }
        }

        foreach (LocalPod pod in pods)
        {
            if (pod.FailedStarts is > 0 and var times && !_cluster.IsStarting)
            {
                return new LocalClusterException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Kind} \"{Name}\" does not become ready: {pod.Name} has ended {times} times and has never been Ready:\n{pod.Name}: {pod.LastFailure}{Indented(pod.Output(LinesToTell))}\n"
                        + $"Fix what it says. If it ends as long as something outside of the cluster is missing, allow more: LocalClusterOptions.MaxFailedStarts."));
            }
        }

        return null;
    }

    private static string Indented(string lines) => lines.Length == 0 ? "" : $"\n  {lines.Replace("\n", "\n  ", StringComparison.Ordinal)}";

    private string NotReady(IReadOnlyList<LocalReplica> replicas)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Kind} \"{Name}\" is not ready after {Context.Options.ReadyTimeout.TotalSeconds:0.###} s");
        if (WaitsFor is { } waits)
        {
            text.Append(CultureInfo.InvariantCulture, $"; it waits for {waits}");
        }

        LocalReplica[] told = [.. replicas.Where(replica => replica is { Exists: true, IsReady: false })];
        text.Append(told.Length == 0 ? "." : ":");
        foreach (LocalReplica replica in told.Take(3))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{replica}: {replica.LastFailure ?? "has not failed a probe, and has not passed one"}");
            string log = replica.Log.Tail(LinesToTell);
            text.Append(log.Length == 0 ? "\n  (it has written nothing)" : Indented(log));
        }

        text.Append("\nFix what the last failure says, or wait longer: LocalClusterOptions.ReadyTimeout.");
        return text.ToString();
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
