using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Holdfast.Discovery;

/// <summary>The directory of an application, with what the host knows.</summary>
internal sealed class PeerDirectory<TApp> : PeerDirectory, IPeerDirectory<TApp>
    where TApp : IStatefulApp
{
    public PeerDirectory(
        IOptionsMonitor<HoldfastOptions> options,
        IPodEnvironment environment,
        TimeProvider time,
        DiscoveryMetrics metrics,
        ILoggerFactory loggers)
        : this(options.Get(TApp.StatefulSet.Name), environment, time, metrics, loggers)
    {
    }

    private PeerDirectory(HoldfastOptions options, IPodEnvironment environment, TimeProvider time, DiscoveryMetrics metrics, ILoggerFactory loggers)
        : base(
            TApp.StatefulSet,
            options.IsReplica ? PodIdentity.Current(TApp.StatefulSet, environment, options.Identity) : null,
            options.Discovery,
            environment,
            time,
            metrics,
            loggers.CreateLogger(HoldfastTelemetry.LogCategory))
    {
    }
}
