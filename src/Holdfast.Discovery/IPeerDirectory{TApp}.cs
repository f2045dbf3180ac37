namespace Holdfast.Discovery;

/// <summary>Finds the replicas of an application's StatefulSet in DNS.</summary>
/// <typeparam name="TApp">The type that describes the application.</typeparam>
public interface IPeerDirectory<TApp> : IPeerDirectory
    where TApp : IStatefulApp;
