namespace Holdfast.Analyzers.Tests.Verdicts;

/// <summary>What an API server says about an object.</summary>
internal enum Answer
{
    Accepted,

    /// <summary>It takes the object and says what is odd about it.</summary>
    Warning,

    Refused,

    /// <summary>No server was asked; where the expectation is from is in the place of its words.</summary>
    Unrecorded,
}
