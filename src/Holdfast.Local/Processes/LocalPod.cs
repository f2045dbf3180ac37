using System.Collections.Immutable;
using Holdfast.Local.Manifests;
using Holdfast.Local.Network;

namespace Holdfast.Local.Processes;

/// <summary>One pod: its volumes and its containers, from its creation until it is gone.</summary>
internal sealed class LocalPod
{
    private static readonly TimeSpan[] Attempts = [TimeSpan.Zero, TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(200)];
    private static readonly TimeSpan LaterAttempt = TimeSpan.FromSeconds(1);

    private readonly LocalApp _app;
    private readonly PodContext _context;
    private readonly Endpoint _endpoint;
    private readonly Func<string, string> _claimOf;
    private readonly LocalLog _log;
    private readonly Action _changed;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _starting;
    private ImmutableArray<ContainerRunner> _containers = [];
    private volatile ContainerRunner? _init;
    private LocalClusterException? _startFailure;
    private volatile bool _isComplete;
    private bool _wasReady;

    public LocalPod(LocalApp app, PodContext context, Endpoint endpoint, Func<string, string> claimOf, LocalLog log, Action changed)
    {
        _app = app;
        _context = context;
        _endpoint = endpoint;
        _claimOf = claimOf;
        _log = log;
        _changed = changed;
        _starting = Task.Run(StartAsync);
    }

    public string Name => _endpoint.Pod;

    /// <summary>What keeps the pod or one of its containers from being started, after several attempts.</summary>
    public LocalClusterException? StartFailure =>
        _startFailure ?? _containers.Select(container => container.StartFailure).FirstOrDefault(failure => failure is not null);

    public ImmutableArray<ContainerRunner> Containers => _containers;

    /// <summary>Whether all containers are ready; while sidecars alone run, others are still to come.</summary>
    public bool IsReady => !_stopping.IsCancellationRequested && _isComplete && _containers.All(container => container.IsReady);

    /// <summary>Whether it is being ended.</summary>
    public bool IsEnding => _stopping.IsCancellationRequested;

    public string? LastFailure => StartFailure?.Message ?? _init?.LastFailure ?? _containers.FirstOrDefault(container => !container.IsReady && container.LastFailure is not null)?.LastFailure;

    /// <summary>How often its container has ended by itself that has done so too often to be waited for; 0 where none has.</summary>
    public int FailedStarts
    {
        get
        {
            int most = Math.Max(_init?.FailedStarts ?? 0, _containers.Select(container => container.FailedStarts).DefaultIfEmpty().Max());
            return most >= _context.Options.MaxFailedStarts ? most : 0;
        }
    }

    /// <summary>What its processes wrote last.</summary>
    public string Output(int lines) => _log.Output(lines);

    /// <summary>Ends all containers at once, each within the grace period, and takes the pod away.</summary>
    public async Task StopAsync(bool withCluster)
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _starting.ConfigureAwait(false);
        Changed();
        await Task.WhenAll(_containers.Select(container => container.StopAsync(withCluster))).ConfigureAwait(false);
        _context.Network.Remove(_endpoint.Key);
        _context.Volumes.DeletePod(_endpoint.Namespace, _endpoint.Pod);
    }

    private async Task StartAsync()
    {
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                await Task.Delay(attempt < Attempts.Length ? Attempts[attempt] : LaterAttempt, _stopping.Token).ConfigureAwait(false);
                await StartContainersAsync().ConfigureAwait(false);
                _startFailure = null;
                return;
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception exception)
            {
                if (attempt >= Attempts.Length - 1)
                {
                    LocalClusterException failure = exception as LocalClusterException ?? new LocalClusterException($"{Name} could not be started: {exception.Message}", exception);
                    if (_startFailure?.Message != failure.Message)
                    {
                        _log.Say(failure.Message);
                    }

                    _startFailure = failure;
                    _changed();
                }
            }
        }
    }

    private async Task StartContainersAsync()
    {
        var start = new PodStart(_app, _context, _endpoint, _claimOf);
        if (start.TakenPort(_app.Spec.AllContainers) is { } taken)
        {
            throw new LocalClusterException(
                $"Port {taken.Name} ({taken.Number}) of {Name} is taken at {start.Address}: something else listens there, or on this port of all addresses, so the member "
                + $"is not started. If it is another member, let it listen on {nameof(PodIdentity)}.{nameof(PodIdentity.ListenOn)} (the variable HOLDFAST_LISTEN) and not on any "
                + $"address; if it is another program, end it (Linux: ss -ltnp 'sport = :{taken.Number}').");
        }

        // What a container needs and is not there is better said before the first of them runs.
        foreach (ContainerSpec container in _app.Spec.AllContainers)
        {
            _ = _app.CommandOf(container) is { } command ? start.Process(container, command) : null;
        }

        _context.Network.Set(_endpoint);
        List<ContainerRunner> runners = [];
        foreach (ContainerSpec init in _app.Spec.InitContainers)
        {
            if (_app.CommandOf(init) is not { } command)
            {
                continue;
            }

            ContainerRunner runner = Runner(init, command, start);
            if (init.IsSidecar)
            {
                runners.Add(runner);
                _containers = [.. runners];
                runner.Start();
                await runner.Started.WaitAsync(_stopping.Token).ConfigureAwait(false);
            }
            else
            {
                _init = runner;
                await runner.RunToEndAsync(_stopping.Token).ConfigureAwait(false);
                _init = null;
            }
        }

        foreach (ContainerSpec container in _app.Spec.Containers)
        {
            if (_app.CommandOf(container) is { } command)
            {
                runners.Add(Runner(container, command, start));
            }
        }

        _stopping.Token.ThrowIfCancellationRequested();
        _containers = [.. runners];
        _isComplete = true;
        foreach (ContainerRunner runner in runners.Where(runner => !runner.IsStarted))
        {
            runner.Start();
        }
    }

    private ContainerRunner Runner(ContainerSpec container, LocalCommand command, PodStart start) =>
        new(container, command, start, _context, _log, Changed)
        {
            GracePeriod = _app.Spec.GracePeriod,
            IsMain = container.Name == _app.Spec.Containers[0].Name,
        };

    private void Changed()
    {
        bool ready = IsReady;
        lock (_stopping)
        {
            if (_wasReady == ready && StartFailure is null && FailedStarts == 0)
            {
                return;
            }

            // One that ends again and again brings nothing that others could have waited for.
            if (ready && !_wasReady && _containers.All(container => container.FailedStarts == 0))
            {
                _context.Ready.Add();
            }

            _wasReady = ready;
        }

        _context.Network.Change(_endpoint.Key, endpoint => endpoint with { IsReady = ready });
        _changed();
    }
}
