namespace Holdfast;

/// <summary>What happens to a container that ended.</summary>
public enum ContainerRestartRuleAction
{
    /// <summary>It starts again.</summary>
    Restart,

    /// <summary>All containers of the pod start again, init containers included; since Kubernetes 1.36.</summary>
    RestartAllContainers,
}
