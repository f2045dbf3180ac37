namespace Holdfast.Discovery;

/// <summary>Finds out whether this replica of an application leaves its set or comes back.</summary>
/// <typeparam name="TApp">The type that describes the application.</typeparam>
public interface IDepartureCheck<TApp> : IDepartureCheck
    where TApp : IStatefulApp;
