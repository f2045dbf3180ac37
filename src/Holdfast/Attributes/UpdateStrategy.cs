namespace Holdfast;

/// <summary>How members get a new template. Kubernetes: <c>spec.updateStrategy.type</c>.</summary>
public enum UpdateStrategy
{
    /// <summary>One after the other, the highest ordinal first, each once the one before it is ready.</summary>
    RollingUpdate,

    /// <summary>Not at all until somebody deletes the pod; its successor has the new template.</summary>
    OnDelete,
}
