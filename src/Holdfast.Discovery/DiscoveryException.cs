namespace Holdfast.Discovery;

/// <summary>
/// DNS gave no answer to rely on: no server answered, or it said that it failed. A name that does not exist is not such an error.
/// </summary>
public sealed class DiscoveryException : Exception
{
    /// <summary>An error with a message.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">The cause.</param>
    public DiscoveryException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
