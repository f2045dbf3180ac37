namespace Holdfast;

/// <summary>How replicas get a new template. Kubernetes: <c>spec.updateStrategy.type</c>.</summary>
public enum UpdateStrategy
{
    /// <summary>One after the other, the highest ordinal first, each once the one before it is ready.</summary>
    RollingUpdate,

    /// <summary>Only once the pod is deleted by hand; its successor has the new template.</summary>
    OnDelete,
}
