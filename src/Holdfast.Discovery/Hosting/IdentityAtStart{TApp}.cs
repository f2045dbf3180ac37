using Holdfast.WellKnown;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Holdfast.Discovery;

/// <summary>
/// Finds out who this process is before any hosted service starts, so that a process without an identity does no work.
/// </summary>
internal sealed class IdentityAtStart<TApp>(IServiceProvider services, IPodEnvironment environment, ILoggerFactory loggers) : IHostedLifecycleService
    where TApp : IStatefulApp
{
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        IPeerDirectory<TApp> directory = services.GetRequiredService<IPeerDirectory<TApp>>();
        ILogger logger = loggers.CreateLogger(HoldfastTelemetry.LogCategory);

        // A developer's machine has no namespace; what needs one says so when it is used.
        string? @namespace = IsInCluster(directory.Self) ? directory.Set.Namespace : directory.Self?.Namespace;
        if (directory.Self is { } self)
        {
            Log.Identified(logger, self.Name, self.Set.Name, @namespace, self.Source);
        }
        else
        {
            Log.Client(logger, TApp.StatefulSet.Name, @namespace);
        }

        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private bool IsInCluster(PodIdentity? self) => self is null
        ? environment.Variable(PodEnvironmentVariables.KubernetesServiceHost) is not null
        : self.Source is PodIdentitySource.OrdinalVariable or PodIdentitySource.NameVariable or PodIdentitySource.HostName;
}
