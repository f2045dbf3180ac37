namespace Holdfast;

/// <summary>What follows a container of a Job that fails.</summary>
public enum JobRestartPolicy
{
    /// <summary>Another pod. The failed one stays, and so do its logs.</summary>
    Never,

    /// <summary>The container starts again in the same pod, which is deleted once the Job gives up, and its logs with it.</summary>
    OnFailure,
}
