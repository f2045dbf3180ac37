using System.Globalization;
using Holdfast.Local.Manifests;
using Holdfast.Local.Network;

namespace Holdfast.Local.Processes;

/// <summary>Runs the container of a Job to its end, again while it fails and <c>backoffLimit</c> allows it.</summary>
internal sealed class LocalJob(LocalApp app, PodContext context, Endpoint endpoint)
{
    private const int LinesToTell = 20;

    private readonly LocalLog _log = new(endpoint.Pod, context.Options.Output);

    /// <exception cref="LocalClusterException">The Job has failed, cannot be started, or has not ended in time.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(context.Options.ReadyTimeout);
        int failures = 0;
        context.Say($"Job {app.Workload.Name} starts");
        try
        {
            ContainerSpec container = app.Spec.Containers[0];
            var start = new PodStart(app, context, endpoint, static claim => claim);
            var runner = new ContainerRunner(container, app.Command, start, context, _log, static () => { }) { GracePeriod = app.Spec.GracePeriod };
            while (true)
            {
                await Task.Delay(context.Options.RestartBackOff.Wait(failures), limit.Token).ConfigureAwait(false);
                int code = await runner.RunToExitAsync(limit.Token).ConfigureAwait(false);
                if (code == 0)
                {
                    context.Say($"Job {app.Workload.Name} has succeeded");
                    return;
                }

                failures++;
                _log.Say($"container {container.Name} ended with {code}");
                if (failures > app.Spec.BackoffLimit)
                {
                    throw Failed(
                        $"has failed {Times(failures)} (backoffLimit {app.Spec.BackoffLimit}), the last time with {code}. Kubernetes would not try again, and what starts after the Job would wait. "
                        + "Correct what its log says.");
                }
            }
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw Failed(
                $"has not ended after {context.Options.ReadyTimeout.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture)} s{(failures == 0 ? "" : $", in which it has failed {Times(failures)}")}. "
                + $"Correct what its log says, or wait longer: {nameof(LocalClusterOptions)}.{nameof(LocalClusterOptions.ReadyTimeout)}.",
                exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Failed($"could not be started: {exception.Message}", exception);
        }
        finally
        {
            context.Volumes.DeletePod(endpoint.Namespace, endpoint.Pod);
        }
    }

    private static string Times(int count) => count == 1 ? "once" : $"{count} times";

    private LocalClusterException Failed(string what, Exception? cause = null)
    {
        string tail = _log.Tail(LinesToTell);
        string text = $"Job \"{app.Workload.Name}\" ({app.Source}) {what}\n  {(tail.Length == 0 ? "(it has written nothing)" : tail.Replace("\n", "\n  ", StringComparison.Ordinal))}";
        return cause is null ? new LocalClusterException(text) : new LocalClusterException(text, cause);
    }
}
