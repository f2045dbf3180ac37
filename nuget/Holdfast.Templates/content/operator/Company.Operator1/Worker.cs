using k8s.Autorest;
using k8s.Models;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Company.Operator1;

/// <summary>
/// Reconciles again and again. An apply that changes nothing is cheap, and it also repairs what was changed by hand. A watch
/// would react faster.
/// </summary>
public sealed partial class Worker(Reconciler reconciler, ILogger<Worker> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(15);

    /// <summary>Reconciles every resource once. One that fails does not keep the others waiting.</summary>
    public Task ReconcileAllAsync(CancellationToken cancellationToken) => AttemptAsync(
        async () =>
        {
            foreach (DemoAppResource resource in await reconciler.ListAsync(cancellationToken))
            {
                await AttemptAsync(() => reconciler.ReconcileAsync(resource, cancellationToken), $"{resource.Namespace()}/{resource.Name()}", cancellationToken);
            }
        },
        DemoAppResource.Plural,
        cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period);
        do
        {
            await ReconcileAllAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task AttemptAsync(Func<Task> attempt, string what, CancellationToken cancellationToken)
    {
        try
        {
            await attempt();
        }
        catch (HttpOperationException e)
        {
            LogRefused(what, e.Response.Content, e);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            LogUnreachable(what, e);
        }
    }

    [LoggerMessage(LogLevel.Error, "{What}: the API server refused a request: {Answer}")]
    private partial void LogRefused(string what, string answer, Exception exception);

    [LoggerMessage(LogLevel.Error, "{What}: the API server cannot be reached.")]
    private partial void LogUnreachable(string what, Exception exception);
}
