namespace Holdfast.Discovery;

/// <summary>Finds out whether this replica leaves its set or comes back.</summary>
public interface IDepartureCheck
{
    /// <summary>Asks now. Errors of the network and missing rights are <see cref="DepartureState.Unknown"/> with the reason, not exceptions.</summary>
    /// <param name="cancellationToken">Ends the question.</param>
    /// <returns>The answer, which is about a stop at this moment: the set may be scaled again a moment later.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    Task<Departure> AskAsync(CancellationToken cancellationToken = default);
}
