namespace Holdfast;

/// <summary>
/// What the containers of a pod may use together, beside or in place of what each has by <see cref="ResourcesAttribute"/>. Kubernetes:
/// <c>spec.resources</c> of a pod, since 1.34.
/// </summary>
/// <example>
/// <code title="attributes">
/// [PodResources(CpuRequest = "1", CpuLimit = "2", MemoryRequest = "2Gi", MemoryLimit = "2Gi")]
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false, AllowMultiple = true)]
public sealed class PodResourcesAttribute : DeclarationAttribute
{
    /// <summary>The cpu time that is reserved for the pod, a quantity: <c>500m</c>, <c>2</c>.</summary>
    public string? CpuRequest { get; set; }

    /// <summary>The cpu time that the pod may use, a quantity.</summary>
    public string? CpuLimit { get; set; }

    /// <summary>The memory that is reserved for the pod, a quantity in bytes: <c>512Mi</c>.</summary>
    public string? MemoryRequest { get; set; }

    /// <summary>The memory that the pod may use, a quantity in bytes.</summary>
    public string? MemoryLimit { get; set; }
}
