namespace Holdfast;

/// <summary>Whether a container that ended starts again.</summary>
public enum ContainerRestartPolicy
{
    /// <summary>It does.</summary>
    Always,

    /// <summary>It does unless it ended with 0.</summary>
    OnFailure,

    /// <summary>It does not.</summary>
    Never,
}
