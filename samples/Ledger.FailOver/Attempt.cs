namespace Holdfast.Samples.Ledger.FailOver;

/// <summary>One request to a replica that may be killed at any moment.</summary>
internal static class Attempt
{
    /// <summary>Gives the answer, or null where the replica is gone or does not answer in time, so that the caller asks again.</summary>
    /// <param name="ask">Sends the request.</param>
    /// <param name="token">Ends the client. Whatever the request fails with after that, the attempt is canceled.</param>
    public static async Task<T?> OrNullAsync<T>(Func<Task<T?>> ask, CancellationToken token)
        where T : class
    {
        try
        {
            return await ask();
        }
        // A replica that is killed while its answer is read ends the stream, which HttpClient gives as an IOException.
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            token.ThrowIfCancellationRequested();
            return null;
        }
    }
}
