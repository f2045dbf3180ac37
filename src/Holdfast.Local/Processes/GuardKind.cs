namespace Holdfast.Local.Processes;

/// <summary>How processes are found that are to end with their runner.</summary>
internal enum GuardKind
{
    /// <summary>A shell looks for the cluster's mark in the environment of all processes.</summary>
    Marks,

    /// <summary>A shell is told the numbers of processes.</summary>
    Numbers,

    /// <summary>They are in a job object, which the operating system ends.</summary>
    Job,
}
