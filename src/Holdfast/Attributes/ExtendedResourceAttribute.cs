namespace Holdfast;

/// <summary>
/// A resource that a device plugin offers, such as <c>nvidia.com/gpu</c>, or huge pages (<c>hugepages-2Mi</c>). It is asked
/// for and limited at once, since Kubernetes wants the request and the limit to be equal.
/// </summary>
/// <param name="name">The resource's name.</param>
/// <param name="amount">How much of it, a whole number; for huge pages a quantity in bytes.</param>
/// <example>
/// <code title="attributes">
/// [ExtendedResource("nvidia.com/gpu", "1")]
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false, AllowMultiple = true)]
public sealed class ExtendedResourceAttribute(string name, string amount) : RepeatableDeclarationAttribute
{
    /// <summary>The resource's name.</summary>
    public string Name { get; } = name;

    /// <summary>How much of it.</summary>
    public string Amount { get; } = amount;
}
