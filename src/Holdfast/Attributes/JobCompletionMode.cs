namespace Holdfast;

/// <summary>When a Job is complete.</summary>
public enum JobCompletionMode
{
    /// <summary>Once as many pods have succeeded as it asks for; the pods are alike.</summary>
    NonIndexed,

    /// <summary>Once each index has a pod that succeeded; a pod finds its index in <c>JOB_COMPLETION_INDEX</c>.</summary>
    Indexed,
}
