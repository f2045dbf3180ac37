namespace Holdfast;

/// <summary>How pods of a Deployment get a new template. Kubernetes: <c>spec.strategy.type</c>.</summary>
public enum DeploymentStrategy
{
    /// <summary>Little by little: new pods start before or while old ones stop.</summary>
    RollingUpdate,

    /// <summary>All old pods stop before the first new one starts, for applications that cannot run twice.</summary>
    Recreate,
}
