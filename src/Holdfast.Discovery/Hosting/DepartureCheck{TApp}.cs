using Microsoft.Extensions.Options;

namespace Holdfast.Discovery;

/// <summary>The check of an application, with what the host knows.</summary>
internal sealed class DepartureCheck<TApp>(PeerDirectory<TApp> directory, IOptionsMonitor<HoldfastOptions> options, IPodEnvironment environment, TimeProvider time)
    : DepartureCheck(directory.Self, options.Get(TApp.StatefulSet.Name).Departure, environment, time), IDepartureCheck<TApp>
    where TApp : IStatefulApp;
