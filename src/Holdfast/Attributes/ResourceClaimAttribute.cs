namespace Holdfast;

/// <summary>
/// Devices that the pods claim, such as a part of a GPU: a ResourceClaim that is there already, or one that is made for each pod by a template.
/// A container gets it by <see cref="ResourcesAttribute.Claims"/>. Kubernetes: <c>resourceClaims</c>, dynamic resource allocation.
/// </summary>
/// <param name="name">The name in the pod, a DNS label.</param>
/// <example>
/// <code title="attributes">
/// [ResourceClaim("gpu", TemplateName = "half-gpu")]
/// [Resources(CpuRequest = "2", MemoryRequest = "8Gi", MemoryLimit = "8Gi", Claims = new[] { "gpu" })]
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false, AllowMultiple = true)]
public sealed class ResourceClaimAttribute(string name) : RepeatableDeclarationAttribute
{
    /// <summary>The name in the pod.</summary>
    public string Name { get; } = name;

    /// <summary>The ResourceClaim that all pods share. Exactly one of this and <see cref="TemplateName"/>.</summary>
    public string? ClaimName { get; set; }

    /// <summary>The ResourceClaimTemplate of which each pod gets a claim.</summary>
    public string? TemplateName { get; set; }
}
