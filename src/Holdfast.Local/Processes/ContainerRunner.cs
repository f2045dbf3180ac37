using System.Diagnostics;
using Holdfast.Local.Manifests;
using Holdfast.Local.Probes;

namespace Holdfast.Local.Processes;

/// <summary>Keeps one container of a pod running: starts it again when it ends, asks its probes, and ends it.</summary>
internal sealed class ContainerRunner(ContainerSpec container, LocalCommand command, PodStart start, PodContext context, LocalLog log, Action changed)
{
    private const int FailuresToTell = 3;

    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly FailedStarts _failedStarts = new(context.Ready);
    private volatile ContainerProcess? _process;
    private volatile TaskCompletionSource? _held;
    private volatile bool _isReady;
    private volatile bool _frozen;
    private volatile bool _isKilled;
    private volatile bool _endsWithCluster;
    private volatile string? _lastEnd;
    private volatile string? _lastProbe;
    private int _restarts;
    private Task _running = Task.CompletedTask;

    public required TimeSpan GracePeriod { get; init; }

    public bool IsReady => _isReady;

    public int Restarts => _restarts;

    public int? ProcessId => _process is { Exited.IsCompleted: false } process ? process.Id : null;

    /// <summary>What went wrong last: how its process ended, unless it has been ready since, and what the last probe that failed said.</summary>
    public string? LastFailure => (_lastEnd, _lastProbe) switch
    {
        ({ } end, { } probe) => $"{end}; before that, {probe}",
        var (end, probe) => end ?? probe,
    };

    /// <summary>What keeps its process from being started, after several attempts, or its probes from being asked.</summary>
    public LocalClusterException? StartFailure { get; private set; }

    /// <summary>How often it has ended by itself in a row, where it has never been Ready and no pod of the cluster has become so meanwhile.</summary>
    public int FailedStarts => _failedStarts.Count;

    /// <summary>Completes when the container has started for the first time, by its startup probe.</summary>
    public Task Started => _started.Task;

    /// <summary>Whether it is the container that runs what the application is.</summary>
    public bool IsMain { get; init; }

    public bool IsStarted { get; private set; }

    public void Start()
    {
        IsStarted = true;
        _running = Task.Run(RunAsync);
    }

    /// <summary>Ends the process at once, as the kernel does when memory is short. The container starts again.</summary>
    public async Task KillAsync()
    {
        if (_process is { } process)
        {
            _isKilled = true;
            Kill(process);
            await GoneAsync(process).ConfigureAwait(false);
        }
    }

    /// <summary>Asks the process to end and does not start it again before it is let go.</summary>
    public async Task HoldAsync()
    {
        _held ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (_process is { } process)
        {
            await EndAsync(process).ConfigureAwait(false);
            await GoneAsync(process).ConfigureAwait(false);
        }
    }

    public void LetGo()
    {
        TaskCompletionSource? held = _held;
        _held = null;
        held?.TrySetResult();
    }

    public void Freeze()
    {
        _frozen = true;
        if (!start.InEngine(container, command, "pause"))
        {
            _process?.Freeze();
        }
    }

    public void Thaw()
    {
        _frozen = false;
        if (!start.InEngine(container, command, "unpause"))
        {
            _process?.Thaw();
        }
    }

    /// <summary>Ends the container and does not start it again: the hook before the stop, the signal, and after the grace period the kill.</summary>
    /// <param name="withCluster">Whether the whole cluster ends: a hook that sleeps lets clients go elsewhere, and there are none then.</param>
    public async Task StopAsync(bool withCluster)
    {
        _endsWithCluster = withCluster;
        await _stopping.CancelAsync().ConfigureAwait(false);
        LetGo();
        if (_process is { } process)
        {
            await EndAsync(process).ConfigureAwait(false);
        }

        await _running.ConfigureAwait(false);
    }

    /// <summary>Runs an init container to its end, again and again until it succeeds.</summary>
    public async Task RunToEndAsync(CancellationToken cancellationToken)
    {
        for (int restart = 0; ; restart++)
        {
            await Task.Delay(context.Options.RestartBackOff.Wait(restart), cancellationToken).ConfigureAwait(false);
            int code = await RunToExitAsync(cancellationToken).ConfigureAwait(false);
            if (code == 0)
            {
                return;
            }

            Fail($"init container {container.Name} ended with {code}");
            _failedStarts.Ended();
            changed();
        }
    }

    /// <summary>Runs the program once, to its end.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> RunToExitAsync(CancellationToken cancellationToken)
    {
        using ContainerProcess process = ContainerProcess.Start(start.Process(container, command), context.Guard, log.Add);
        try
        {
            await process.Exited.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            Kill(process);
            await process.Exited.ConfigureAwait(false);
            throw;
        }

        await process.FlushAsync().ConfigureAwait(false);
        return process.ExitCode;
    }

    private async Task RunAsync()
    {
        int backOff = 0;
        int failures = 0;
        while (!_stopping.IsCancellationRequested)
        {
            long begun = Stopwatch.GetTimestamp();
            try
            {
                await RunOnceAsync().ConfigureAwait(false);
                failures = 0;
            }
            catch (Exception exception)
            {
                LocalClusterException failure = exception as LocalClusterException ?? new LocalClusterException(exception.Message, exception);
                if (failure.Message != _lastEnd)
                {
                    Fail(failure.Message);
                }

                if (++failures >= FailuresToTell)
                {
                    StartFailure = failure;
                    changed();
                }
            }

            Change(ready: false);
            if (_held is { } held)
            {
                await held.Task.ConfigureAwait(false);
                backOff = 0;
            }
            else if (!_stopping.IsCancellationRequested)
            {
                backOff = Stopwatch.GetElapsedTime(begun) > context.Options.RestartBackOff.ForgetAfter ? 0 : backOff;
                await WaitAsync(context.Options.RestartBackOff.Wait(backOff++)).ConfigureAwait(false);
            }

            if (!_stopping.IsCancellationRequested)
            {
                Interlocked.Increment(ref _restarts);
            }
        }
    }

    private async Task RunOnceAsync()
    {
        // A port may still be that of the process before, which has just been killed.
        using ContainerProcess process = ContainerProcess.Start(start.Process(container, command), context.Guard, log.Add);
        _process = process;
        _frozen = false;
        _isKilled = false;
        StartFailure = null;
        long begun = Stopwatch.GetTimestamp();
        if (_stopping.IsCancellationRequested)
        {
            Kill(process);
        }

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token);
        Task probes = ProbeAsync(process, ended.Token);
        await process.Exited.ConfigureAwait(false);
        Change(ready: false);
        _process = null;
        await ended.CancelAsync().ConfigureAwait(false);
        await probes.ConfigureAwait(false);
        await process.FlushAsync().ConfigureAwait(false);
        if (!_stopping.IsCancellationRequested && _held is null)
        {
            Fail($"container {container.Name} ended with {process.ExitCode}");
            if (Stopwatch.GetElapsedTime(begun) > context.Options.RestartBackOff.ForgetAfter)
            {
                _failedStarts.Started();
            }
            else if (!_isKilled)
            {
                _failedStarts.Ended();
                changed();
            }
        }
    }

    private async Task ProbeAsync(ContainerProcess process, CancellationToken cancellationToken)
    {
        ProbeTarget target = Target();
        try
        {
            if (container.PostStart is { } hook && await Prober.AskAsync(hook, target, TimeSpan.FromMinutes(5), cancellationToken).ConfigureAwait(false) is { } failed)
            {
                Fail($"postStart of container {container.Name}: {failed}");
                await EndAsync(process).ConfigureAwait(false);
                return;
            }

            if (container.Startup is { } startup && !await StartedAsync(startup, target, process, cancellationToken).ConfigureAwait(false))
            {
                return;
            }

            _started.TrySetResult();
            Task readiness = container.Readiness is { } ready ? ReadyAsync(ready, target, cancellationToken) : Done(() => Change(ready: true));
            Task liveness = container.Liveness is { } live ? LiveAsync(live, target, process, cancellationToken) : Task.CompletedTask;
            await Task.WhenAll(readiness, liveness).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The process has ended, or is about to.
        }
        catch (Exception exception)
        {
            // Nothing waits for this before the process ends, which it may never do.
            string what = $"its probes cannot be asked: {exception.Message}";
            Fail($"container {container.Name}: {what}");
            StartFailure = new LocalClusterException($"Container {container.Name} cannot become Ready, because {what}", exception);
            changed();
        }
    }

    /// <summary>Whether the startup probe has passed; where it has not, the process is ended, and starts again.</summary>
    private async Task<bool> StartedAsync(ProbeSpec probe, ProbeTarget target, ContainerProcess process, CancellationToken cancellationToken)
    {
        await Task.Delay(probe.InitialDelay, cancellationToken).ConfigureAwait(false);
        long begun = Stopwatch.GetTimestamp();
        while (true)
        {
            if (await AskAsync(probe, target, cancellationToken).ConfigureAwait(false))
            {
                return true;
            }

            if (Stopwatch.GetElapsedTime(begun) >= probe.Period * probe.FailureThreshold)
            {
                log.Say($"startupProbe failed for {probe.Period * probe.FailureThreshold}; the container is ended and starts again");
                await EndAsync(process).ConfigureAwait(false);
                return false;
            }

            await Task.Delay(Shorter(probe.Period, context.Options.FirstProbePeriod), cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task ReadyAsync(ProbeSpec probe, ProbeTarget target, CancellationToken cancellationToken)
    {
        await Task.Delay(probe.InitialDelay, cancellationToken).ConfigureAwait(false);
        int inRow = 0;
        bool passedOnce = false;
        while (true)
        {
            bool passed = await AskAsync(probe, target, cancellationToken).ConfigureAwait(false);
            inRow = passed == _isReady ? 0 : inRow + 1;
            if (inRow >= (passed ? probe.SuccessThreshold : probe.FailureThreshold))
            {
                Change(passed);
                inRow = 0;
            }

            passedOnce |= passed;
            await Task.Delay(passedOnce ? Period(probe) : Shorter(probe.Period, context.Options.FirstProbePeriod), cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task LiveAsync(ProbeSpec probe, ProbeTarget target, ContainerProcess process, CancellationToken cancellationToken)
    {
        await Task.Delay(probe.InitialDelay, cancellationToken).ConfigureAwait(false);
        int failures = 0;
        while (true)
        {
            failures = await AskAsync(probe, target, cancellationToken).ConfigureAwait(false) ? 0 : failures + 1;
            if (failures >= probe.FailureThreshold)
            {
                log.Say($"livenessProbe failed {failures} times; the container is ended and starts again");
                await EndAsync(process).ConfigureAwait(false);
                return;
            }

            await Task.Delay(Period(probe), cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<bool> AskAsync(ProbeSpec probe, ProbeTarget target, CancellationToken cancellationToken)
    {
        string? failure = await Prober.AskAsync(probe.Action, target, probe.Timeout, cancellationToken).ConfigureAwait(false);
        if (failure is not null)
        {
            _lastProbe = $"{probe.Kind} of container {container.Name}: {failure}";
        }

        return failure is null;
    }

    private async Task EndAsync(ContainerProcess process)
    {
        TimeSpan grace = Shorter(GracePeriod, context.Options.LongestGracePeriod ?? GracePeriod);
        long begun = Stopwatch.GetTimestamp();
        if (_frozen)
        {
            // One that is frozen does not see the signal; the kubelet waits for it all the same.
            await Task.WhenAny(process.Exited, Task.Delay(grace)).ConfigureAwait(false);
        }
        else
        {
            await BeforeStopAsync(process, grace).ConfigureAwait(false);
            if (!process.Exited.IsCompleted)
            {
                process.Terminate();
            }

            TimeSpan left = grace - Stopwatch.GetElapsedTime(begun);
            await Task.WhenAny(process.Exited, Task.Delay(left > TimeSpan.FromSeconds(2) ? left : TimeSpan.FromSeconds(Math.Min(2, grace.TotalSeconds)))).ConfigureAwait(false);
        }

        if (!process.Exited.IsCompleted)
        {
            log.Say($"container {container.Name} has not ended within the grace period of {grace.TotalSeconds:0.###} s and is killed");
            Kill(process);
        }

        await process.Exited.ConfigureAwait(false);
    }

    /// <summary>Waits until the end of a process has been noticed.</summary>
    private async Task GoneAsync(ContainerProcess process)
    {
        await process.Exited.ConfigureAwait(false);
        while (_process == process)
        {
            await Task.Delay(1).ConfigureAwait(false);
        }
    }

    private async Task BeforeStopAsync(ContainerProcess process, TimeSpan grace)
    {
        if (container.PreStop is not { } hook || (_endsWithCluster && hook.SleepSeconds is not null))
        {
            return;
        }

        ProbeTarget target = Target();
        Task<string?> asked = Prober.AskAsync(hook, target, grace, CancellationToken.None);
        if (await Task.WhenAny(asked, process.Exited).ConfigureAwait(false) == asked && await asked.ConfigureAwait(false) is { } failed)
        {
            log.Say($"preStop: {failed}");
        }
    }

    private ProbeTarget Target() => new(start.Address, start.PortOf, () => start.Process(container, command)) { Inside = start.Inside(container, command) };

    /// <summary>The client of an engine that is killed leaves its container behind.</summary>
    private void Kill(ContainerProcess process)
    {
        start.InEngine(container, command, "kill");
        process.Kill();
    }

    private TimeSpan Period(ProbeSpec probe) => Shorter(probe.Period, context.Options.LongestProbePeriod ?? probe.Period);

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static Task Done(Action action)
    {
        action();
        return Task.CompletedTask;
    }

    private void Change(bool ready)
    {
        if (_isReady != ready)
        {
            _isReady = ready;
            if (ready)
            {
                _failedStarts.Started();
            }

            _lastEnd = ready ? null : _lastEnd;
            changed();
        }
    }

    private void Fail(string what)
    {
        _lastEnd = what;
        log.Say($"{what}");
    }

    private async Task WaitAsync(TimeSpan time)
    {
        try
        {
            await Task.Delay(time, _stopping.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // It is to stop.
        }
    }
}
