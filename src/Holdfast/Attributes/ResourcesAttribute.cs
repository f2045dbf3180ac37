namespace Holdfast;

/// <summary>
/// What the container asks for and what it may use at most. Values are Kubernetes quantities: cpu in cores
/// (<c>500m</c> is half a core), memory in bytes (<c>1Gi</c>, <c>512Mi</c>).
/// </summary>
/// <example>
/// <code title="attributes">
/// [Resources(CpuRequest = "500m", MemoryRequest = "1Gi", MemoryLimit = "1Gi", MemoryResizePolicy = ResizePolicy.RestartContainer)]
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false, AllowMultiple = true)]
public sealed class ResourcesAttribute : DeclarationAttribute
{
    /// <summary>Cpu that the scheduler sets aside, for example <c>500m</c>.</summary>
    public string? CpuRequest { get; set; }

    /// <summary>Cpu beyond which the container is throttled.</summary>
    public string? CpuLimit { get; set; }

    /// <summary>Memory that the scheduler sets aside, for example <c>1Gi</c>.</summary>
    public string? MemoryRequest { get; set; }

    /// <summary>Memory beyond which the container is killed.</summary>
    public string? MemoryLimit { get; set; }

    /// <summary>Space on the node's disk that the scheduler sets aside, for example <c>1Gi</c>.</summary>
    public string? EphemeralStorageRequest { get; set; }

    /// <summary>Space on the node's disk beyond which the pod is evicted.</summary>
    public string? EphemeralStorageLimit { get; set; }

    /// <summary>
    /// The names of <see cref="ResourceClaimAttribute"/> that the container uses, each as <c>name</c>, or <c>name/request</c> for one
    /// of its requests.
    /// </summary>
    public string[]? Claims { get; set; }

    /// <summary>
    /// Whether the container starts again when its cpu is changed in place; default <see cref="ResizePolicy.NotRequired"/>.
    /// Kubernetes: <c>resizePolicy</c>, since 1.33.
    /// </summary>
    public ResizePolicy CpuResizePolicy { get; set; }

    /// <summary>
    /// Whether it starts again when its memory is changed in place; default <see cref="ResizePolicy.NotRequired"/>. A run-time that
    /// fixes its heap at start, such as Java's, needs <see cref="ResizePolicy.RestartContainer"/>.
    /// </summary>
    public ResizePolicy MemoryResizePolicy { get; set; }
}
