namespace Holdfast.Discovery;

/// <summary>
/// DNS gave no answer to rely on: no server answered, or it said that it failed. A name that is not there is no such error.
/// </summary>
public sealed class DiscoveryException : Exception
{
    /// <summary>An error with a message.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">What it was caused by.</param>
    public DiscoveryException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
