using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Holdfast.Discovery;

/// <summary>
/// Asks, when the host begins to stop, whether this replica leaves, and then runs what is to be done before. No hosted service has stopped
/// by then, so the process still serves.
/// </summary>
internal sealed class LeavingAtStop<TApp>(
    IServiceProvider services, IDepartureCheck<TApp> check, IEnumerable<LeavingHandler<TApp>> handlers, TimeProvider time, ILoggerFactory loggers) : IHostedLifecycleService
    where TApp : IStatefulApp
{
    /// <summary>What is left of the grace period for the rest of the stop.</summary>
    public static readonly TimeSpan Reserve = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        ILogger logger = loggers.CreateLogger(HoldfastTelemetry.LogCategory);
        using var limit = new CancellationTokenSource(Limit(TApp.StatefulSet), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            Departure departure = await check.AskAsync(either.Token).ConfigureAwait(false);
            if (departure.State != DepartureState.Leaving)
            {
                (departure.State == DepartureState.Unknown ? (Action<ILogger, string>)Log.MayLeave : Log.Stays)(logger, departure.Reason);
                return;
            }

            Log.Leaves(logger, departure.Reason);
            foreach (LeavingHandler<TApp> handler in handlers)
            {
                await RunAsync(handler, departure, logger, either.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            Log.LeavingTookTooLong(logger, TApp.StatefulSet.Name);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>How long all of it may take, so that the host can stop before the kubelet kills the container.</summary>
    public static TimeSpan Limit(StatefulSetInfo set)
    {
        TimeSpan limit = TimeSpan.FromSeconds(set.TerminationGracePeriodSeconds) - Reserve;
        return limit > Shortest ? limit : Shortest;
    }

    private async Task RunAsync(LeavingHandler<TApp> handler, Departure departure, ILogger logger, CancellationToken cancellationToken)
    {
        try
        {
            await handler.RunAsync(services, departure, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested || exception is not OperationCanceledException)
        {
            // The next handler may still save its data, and the host has to stop.
            Log.LeavingFailed(logger, exception, TApp.StatefulSet.Name);
        }
    }
}
