namespace Holdfast.WellKnown;

/// <summary>The init container in which a pod waits for a Job: <c>[After]</c> with a <c>WaitImage</c>.</summary>
internal static class WaitContainer
{
    /// <summary>What its name begins with; the name that the Job was declared with follows.</summary>
    public const string NamePrefix = "after-";

    /// <summary>Its variable with the Job's name.</summary>
    public const string JobVariable = "JOB_NAME";
}
