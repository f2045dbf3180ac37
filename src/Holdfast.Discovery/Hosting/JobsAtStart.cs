using Holdfast.WellKnown;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Holdfast.Discovery;

/// <summary>
/// Waits until the Jobs that the manifest names have succeeded, before any hosted service starts. Outside a cluster there is nothing to wait for.
/// </summary>
internal sealed class JobsAtStart(IPodEnvironment environment, Func<JobApi> api, TimeProvider time, ILoggerFactory loggers) : IHostedLifecycleService
{
    /// <summary>A Job takes seconds or minutes.</summary>
    internal static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    /// <summary>What is logged again, so that the log shows what a pod waits for.</summary>
    internal static readonly TimeSpan Reminder = TimeSpan.FromSeconds(30);

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        string[] jobs = environment.Variable(PodEnvironmentVariables.After)?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        if (jobs.Length == 0 || environment.Variable(PodEnvironmentVariables.KubernetesServiceHost) is null)
        {
            return;
        }

        ILogger logger = loggers.CreateLogger(HoldfastTelemetry.LogCategory);
        using JobApi asked = api();
        foreach (string job in jobs)
        {
            await WaitAsync(asked, job, logger, cancellationToken).ConfigureAwait(false);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task WaitAsync(JobApi asked, string job, ILogger logger, CancellationToken cancellationToken)
    {
        JobAnswer said = default;
        long saidAt = 0;
        while (true)
        {
            JobAnswer answer = await asked.ReadAsync(job, cancellationToken).ConfigureAwait(false);
            switch (answer.Phase)
            {
                case JobPhase.Succeeded:
                    Log.JobSucceeded(logger, job);
                    return;
                case JobPhase.Failed:
                    throw new DiscoveryException(
                        $"Job \"{job}\" {answer.Text}. This application starts after it ({PodEnvironmentVariables.After}), so it does not start. Correct the Job and apply it; "
                        + "the pod is restarted until then.");
            }

            if (answer != said || time.GetElapsedTime(saidAt) >= Reminder)
            {
                (said, saidAt) = (answer, time.GetTimestamp());
                if (answer.Phase == JobPhase.Refused)
                {
                    Log.JobRefused(logger, job, answer.Text);
                }
                else
                {
                    Log.WaitingForJob(logger, job, answer.Text);
                }
            }

            await Task.Delay(Interval, time, cancellationToken).ConfigureAwait(false);
        }
    }
}
