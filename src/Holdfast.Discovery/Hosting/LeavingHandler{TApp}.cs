namespace Holdfast.Discovery;

/// <summary>What a replica does before it leaves.</summary>
internal sealed record LeavingHandler<TApp>(Func<IServiceProvider, Departure, CancellationToken, Task> RunAsync)
    where TApp : IStatefulApp;
