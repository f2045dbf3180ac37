namespace Holdfast.Local;

/// <summary>A local cluster cannot do what it is asked to; the message says what is wrong and what to do.</summary>
public sealed class LocalClusterException : Exception
{
    /// <summary>An exception without a text.</summary>
    public LocalClusterException()
    {
    }

    /// <summary>An exception with a text.</summary>
    /// <param name="message">What is wrong, what it means, what to do.</param>
    public LocalClusterException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a text and a cause.</summary>
    /// <param name="message">What is wrong, what it means, what to do.</param>
    /// <param name="innerException">The cause.</param>
    public LocalClusterException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
