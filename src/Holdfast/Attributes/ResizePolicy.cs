namespace Holdfast;

/// <summary>Whether a container starts again when its resources are changed in place.</summary>
public enum ResizePolicy
{
    /// <summary>It does not.</summary>
    NotRequired,

    /// <summary>It does.</summary>
    RestartContainer,
}
