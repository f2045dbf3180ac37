namespace Holdfast.Discovery;

/// <summary>How far a Job is.</summary>
internal enum JobPhase
{
    /// <summary>It has not ended, or nothing is known about it yet.</summary>
    Pending,

    /// <summary>As <see cref="Pending"/>, and what is in the way does not go away by waiting for the Job.</summary>
    Refused,

    /// <summary>It has succeeded.</summary>
    Succeeded,

    /// <summary>It has failed, and Kubernetes tries no more.</summary>
    Failed,
}
