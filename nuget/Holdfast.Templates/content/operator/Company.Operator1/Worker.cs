using k8s.Autorest;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Company.Operator1;

/// <summary>
/// Reconciles again and again. An apply that changes nothing is cheap, and it also repairs what was changed by hand. A watch
/// would react faster.
/// </summary>
internal sealed partial class Worker(Reconciler reconciler, ILogger<Worker> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period);
        do
        {
            try
            {
                await reconciler.ReconcileAllAsync(stoppingToken);
            }
            catch (HttpOperationException e)
            {
                LogRefused(e.Response.Content, e);
            }
            catch (HttpRequestException e)
            {
                LogUnreachable(e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Error, "The API server refused a request: {Answer}")]
    private partial void LogRefused(string answer, Exception exception);

    [LoggerMessage(LogLevel.Error, "The API server cannot be reached.")]
    private partial void LogUnreachable(Exception exception);
}
