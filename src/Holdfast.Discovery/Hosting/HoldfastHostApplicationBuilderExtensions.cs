using System.Diagnostics.Metrics;
using System.Globalization;
using Holdfast;
using Holdfast.Discovery;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.ServiceDiscovery;

namespace Microsoft.Extensions.Hosting;

/// <summary>Adds Holdfast to a host.</summary>
public static class HoldfastHostApplicationBuilderExtensions
{
    private const string HealthCheckPrefix = "holdfast-";

    private const string ShutdownTimeoutKey = "shutdownTimeoutSeconds";

    private static readonly TimeSpan DefaultShutdownTimeout = TimeSpan.FromSeconds(30);

    private static readonly string[] HealthCheckTags = ["holdfast"];

    /// <summary>
    /// Adds the identity of this process (<see cref="PodIdentity"/>), the look-up of the other replicas (<see cref="IPeerDirectory{TApp}"/>), a health
    /// check and an endpoint provider for Microsoft.Extensions.ServiceDiscovery. The host does not start in a pod that is
    /// not a replica of the application's set, unless <see cref="HoldfastOptions.IsReplica"/> is <see langword="false"/>.
    /// </summary>
    /// <typeparam name="TApp">The type that describes the application.</typeparam>
    /// <param name="builder">The host's builder.</param>
    /// <param name="configure">Sets options; they are validated when the host starts.</param>
    /// <returns>The builder.</returns>
    /// <remarks>
    /// May be called for several applications, each with its own options; <see cref="PodIdentity"/> is then the first one's,
    /// and <see cref="IPeerDirectory.Self"/> is that of each. Needs no service account token, unless the application starts after a Job
    /// (<see cref="AddHoldfastStart"/>, which this calls).
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static IHostApplicationBuilder AddHoldfast<TApp>(this IHostApplicationBuilder builder, Action<HoldfastOptions>? configure = null)
        where TApp : IStatefulApp
    {
        ArgumentNullException.ThrowIfNull(builder);
        IServiceCollection services = builder.Services;
        string name = TApp.StatefulSet.Name;
        if (configure is not null)
        {
            services.Configure(name, configure);
        }

        if (services.Any(service => service.ServiceType == typeof(IPeerDirectory<TApp>)))
        {
            return builder;
        }

        services.AddOptions<HoldfastOptions>(name).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<HoldfastOptions>, HoldfastOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IPodEnvironment>(ProcessEnvironment.Instance);
        services.TryAddSingleton(provider => new DiscoveryMetrics(provider.GetService<IMeterFactory>()));
        services.AddSingleton<PeerDirectory<TApp>>();
        services.AddSingleton<IPeerDirectory<TApp>>(provider => provider.GetRequiredService<PeerDirectory<TApp>>());
        services.TryAddSingleton<IPeerDirectory>(provider => provider.GetRequiredService<PeerDirectory<TApp>>());
        services.TryAddSingleton(provider => provider.GetRequiredService<PeerDirectory<TApp>>().Self ?? throw NoReplica(name));
        services.AddSingleton<IDepartureCheck<TApp>, DepartureCheck<TApp>>();
        services.TryAddSingleton<IDepartureCheck>(provider => provider.GetRequiredService<IDepartureCheck<TApp>>());
        services.AddHostedService<IdentityAtStart<TApp>>();
        builder.AddHoldfastStart();
        services.AddSingleton<IServiceEndpointProviderFactory>(provider =>
            new ReplicaEndpointProviderFactory(provider.GetRequiredService<PeerDirectory<TApp>>));
        services.AddHealthChecks().Add(new HealthCheckRegistration(
            HealthCheckPrefix + name,
            provider => new HoldfastHealthCheck(
                provider.GetRequiredService<PeerDirectory<TApp>>(),
                provider.GetRequiredService<IOptionsMonitor<HoldfastOptions>>().Get(name)),
            failureStatus: null,
            HealthCheckTags));
        return builder;
    }

    /// <summary>
    /// Makes the host start its services once the Jobs have succeeded that the manifest names: those of <see cref="AfterAttribute"/>. A Job that
    /// fails stops the host, and Kubernetes starts the container again. Outside a cluster the host starts at once.
    /// </summary>
    /// <param name="builder">The host's builder.</param>
    /// <returns>The builder.</returns>
    /// <remarks>For an application without <c>AddHoldfast</c>, such as one with <see cref="StatelessAppAttribute"/>; calling it twice changes nothing.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static IHostApplicationBuilder AddHoldfastStart(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.TryAddSingleton<IPodEnvironment>(ProcessEnvironment.Instance);
        builder.Services.TryAddSingleton<Func<JobApi>>(static provider => () => new JobApi(provider.GetRequiredService<IPodEnvironment>()));
        builder.Services.AddHostedService<JobsAtStart>();
        return builder;
    }

    /// <summary>
    /// Adds what this replica does when it is stopped and leaves the set, such as handing its data to the replicas that remain. It runs before any hosted
    /// service stops, so the process still serves; a restart does not run it.
    /// </summary>
    /// <typeparam name="TApp">The type that describes the application.</typeparam>
    /// <param name="builder">The host's builder, after <see cref="AddHoldfast{TApp}(IHostApplicationBuilder, Action{HoldfastOptions}?)"/>.</param>
    /// <param name="handler">
    /// What to do, with the host's services, the answer and a token that is cancelled two seconds before the declared <c>TerminationGracePeriodSeconds</c> is
    /// over. What it throws is logged, and the host stops all the same.
    /// </param>
    /// <returns>The builder.</returns>
    /// <remarks>
    /// It needs <c>[Allow(ClientRights.ScaleIn)]</c>, or the mark of <see cref="DepartureOptions.MarkFile"/>; where it is not known whether the replica leaves,
    /// a warning says why, and the handler does not run. The host's <c>ShutdownTimeout</c> is raised to the same time where nothing sets it.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> or <paramref name="handler"/> is null.</exception>
    public static IHostApplicationBuilder OnLeaving<TApp>(this IHostApplicationBuilder builder, Func<IServiceProvider, Departure, CancellationToken, Task> handler)
        where TApp : IStatefulApp
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(handler);
        builder.AddHoldfast<TApp>();
        builder.Services.AddSingleton(new LeavingHandler<TApp>(handler));
        if (!builder.Services.Any(service => service.ImplementationType == typeof(LeavingAtStop<TApp>)))
        {
            builder.Services.AddHostedService<LeavingAtStop<TApp>>();

            // The host reads it when it is built; what code sets in HostOptions wins.
            TimeSpan limit = LeavingAtStop<TApp>.Limit(TApp.StatefulSet);
            if (builder.Configuration[ShutdownTimeoutKey] is null && limit > DefaultShutdownTimeout)
            {
                builder.Configuration[ShutdownTimeoutKey] = limit.TotalSeconds.ToString(CultureInfo.InvariantCulture);
            }
        }

        return builder;
    }

    private static InvalidOperationException NoReplica(string set) => new(
        $"This process is not a replica of StatefulSet \"{set}\" ({nameof(HoldfastOptions)}.{nameof(HoldfastOptions.IsReplica)} is false), so it has no "
        + $"{nameof(PodIdentity)}. Leave {nameof(HoldfastOptions.IsReplica)} out where it is.");
}
