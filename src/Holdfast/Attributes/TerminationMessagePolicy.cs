namespace Holdfast;

/// <summary>Where the message of a container that ended comes from.</summary>
public enum TerminationMessagePolicy
{
    /// <summary>The file of <c>TerminationMessagePath</c>.</summary>
    File,

    /// <summary>That file, or the end of the log where it is empty and the container failed.</summary>
    FallbackToLogsOnError,
}
