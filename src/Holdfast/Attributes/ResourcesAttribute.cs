namespace Holdfast;

/// <summary>
/// What the container asks for and what it may use at most. Values are Kubernetes quantities: cpu in cores
/// (<c>500m</c> is half a core), memory in bytes (<c>1Gi</c>, <c>512Mi</c>).
/// </summary>
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
}
